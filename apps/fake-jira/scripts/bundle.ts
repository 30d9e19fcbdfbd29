/**
 * Puts the fake and what it imports of this repository and of express into a few files: it starts in half the time,
 * and can be published as one package. What is used rarely (YAML, the validators of answers) is loaded when needed.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { profileSchema } from '../../../packages/profile/scripts/profile-schema.js';

const require = createRequire(import.meta.url);

const ofExpress = createRequire(require.resolve('express')).resolve;

interface Manifest {
  readonly version: string;
  readonly dependencies: Record<string, string>;
  readonly peerDependencies: Record<string, string>;
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

/** Bodies are JSON, which is UTF-8, UTF-16 or UTF-32: of the other encodings nobody can ask for, their tables stay away. */
const noTables: Plugin = {
  name: 'no tables of encodings',
  setup(building) {
    building.onLoad({ filter: /iconv-lite[\\/]encodings[\\/]tables[\\/].*\.json$/ }, () => ({
      contents: '[]',
      loader: 'json',
    }));
    building.onLoad({ filter: /iconv-lite[\\/]encodings[\\/](sbcs|dbcs)-.*\.js$/ }, () => ({
      contents: 'module.exports = {};',
      loader: 'js',
    }));
  },
};

/**
 * The fake serves JSON, its console and a few forms of text: of the table of 2,500 types, which is read at each start,
 * those are enough.
 */
const fewTypes: Plugin = {
  name: 'few types of media',
  setup(building) {
    const extensions = [
      'bin',
      'css',
      'csv',
      'gif',
      'html',
      'ico',
      'jpg',
      'js',
      'json',
      'map',
      'md',
      'mjs',
      'pdf',
      'png',
    ].concat('svg', 'txt', 'urlencoded', 'wasm', 'webp', 'woff', 'woff2', 'xml', 'yaml', 'zip');
    building.onLoad({ filter: /mime-db[\\/]db\.json$/ }, ({ path }) => {
      const all = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { readonly extensions?: readonly string[] }>;
      const few = Object.entries(all).filter(
        ([type, { extensions: own }]) =>
          own?.some((extension) => extensions.includes(extension)) ??
          /^(multipart\/form-data|application\/x-www-form-urlencoded)$/.test(type),
      );
      return { contents: JSON.stringify(Object.fromEntries(few)), loader: 'json' };
    });
  },
};

const options: BuildOptions = {
  outdir: 'dist',
  bundle: true,
  // Our packages from their sources.
  conditions: ['source'],
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  sourcesContent: false,
  define: { __PACKAGE_VERSION__: JSON.stringify(manifest.version) },
  // What whoever installs the package gets beside it. All else goes in; faker too: another version of it would make
  // other worlds.
  external: [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies), '@jest/globals'],
  plugins: [noTables],
  logLevel: 'warning',
};

/** What a start does not need is in bundles of their own, which the command line loads where it comes to them. */
const beside = {
  commands: ['run', 'list', 'merge', 'record', 'compare', 'calibrate', 'matrix', 'cleanup']
    .map((command) => `src/cli/contract-${command}.ts`)
    .concat('src/cli/world-apply.ts', 'src/cli/world-capture.ts', 'src/cli/doctor.ts', 'src/cli/twin.ts'),
  traffic: ['check', 'learn', 'record'].map((command) => `src/cli/traffic-${command}.ts`),
  watch: ['src/cli/watch-file.ts'],
  tls: ['src/tls/make-certificate.ts'],
  project: ['src/cli/init/init.ts'],
  presets: ['team', 'enterprise', 'limits', 'hostile'].map(
    (preset) => `../../packages/fixtures/src/presets/${preset}.ts`,
  ),
};

const leaveBeside: Plugin = {
  name: 'leave beside',
  setup(building) {
    const bundles = Object.entries(beside).flatMap(([bundle, modules]) =>
      modules.map((module) => [basename(module, '.ts'), bundle] as const),
    );
    const bundleOf = new Map(bundles);
    building.onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path, kind, importer }) => {
      const bundle = bundleOf.get(basename(path, '.js'));
      const isOurs = kind === 'dynamic-import' && bundle !== undefined && !importer.includes('node_modules');
      return isOurs ? { path: `./${bundle}.cjs`, external: true } : undefined;
    });
  },
};

rmSync('dist', { recursive: true, force: true });
await build({
  ...options,
  entryPoints: {
    index: 'src/index.ts',
    worlds: 'src/worlds.ts',
    client: 'src/client/operations.ts',
    'jest-environment': 'src/jest/jest-environment.ts',
    'node-test': 'src/runners/node-test.ts',
    vitest: 'src/peers/vitest.ts',
    playwright: 'src/peers/playwright.ts',
    testcontainers: 'src/peers/testcontainers.ts',
  },
  splitting: true,
  format: 'esm',
  // Express is CommonJS and requires node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
// Jest loads these within its sandbox: CommonJS is what it takes in projects of either kind.
await build({
  ...options,
  entryPoints: { 'jest-setup': 'src/jest/jest-setup.ts', matchers: 'src/jest/matchers.ts' },
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
});
/** For the command line: CommonJS, which V8 can cache as a whole and Node loads in a third of the time. */
const commandLine: BuildOptions = {
  ...options,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { ...options.define, 'import.meta.url': '__moduleUrl' },
  // A script from V8's code cache has no `import()`. All that is loaded by it can be required.
  supported: { 'dynamic-import': false },
  // Its text stays in memory. Who wants to read a stack (FAKE_JIRA_DEBUG) has the names from the map beside it.
  minifyWhitespace: true,
  minifySyntax: true,
  minifyIdentifiers: true,
  // Express and two packages below it each bring these, of the same version, with a table of a quarter of a megabyte.
  alias: { 'mime-db': ofExpress('mime-db'), 'mime-types': ofExpress('mime-types') },
};
const moduleUrl = "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;";

await build({
  ...commandLine,
  entryPoints: { main: 'src/cli/main.ts' },
  // A function, which bin/program.cjs calls.
  banner: { js: `(function (exports, require, module, __filename, __dirname) { ${moduleUrl}` },
  footer: { js: '})' },
  plugins: [noTables, fewTypes, leaveBeside],
});
for (const [bundle, modules] of Object.entries(beside)) {
  const contents = modules.map((module) => `export * from './${module}';`).join('\n');
  await build({
    ...commandLine,
    stdin: { contents, resolveDir: '.', loader: 'ts' },
    outdir: undefined,
    outfile: `dist/${bundle}.cjs`,
    outExtension: undefined,
    banner: { js: moduleUrl },
  });
}
// Found beside the module that reads them.
for (const folder of ['documents', 'validators'])
  cpSync(`../../packages/openapi/dist/generated/${folder}`, `dist/generated/${folder}`, { recursive: true });
cpSync('../../packages/fixtures/dist/generated', 'dist/generated', { recursive: true });
// World files refer to their schema in the published package.
cpSync('../../specs', 'dist/specs', { recursive: true, filter: (path) => /specs$|\.schema\.json$/.test(path) });
writeFileSync('dist/specs/profile.schema.json', `${JSON.stringify(profileSchema(), null, 2)}\n`);
cpSync('../console/dist', 'dist/console', { recursive: true });
execFileSync(process.execPath, ['scripts/code-cache.cjs'], { stdio: 'inherit' });
