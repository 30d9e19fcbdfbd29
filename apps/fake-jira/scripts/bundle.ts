/**
 * Puts the fake and what it imports of this repository and of express into a few files: it starts in half the time,
 * and can be published as one package. What is used rarely (YAML, the validators of answers) is loaded when needed.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build, type BuildOptions } from 'esbuild';

const require = createRequire(import.meta.url);

const ofExpress = createRequire(require.resolve('express')).resolve;

interface Manifest {
  readonly version: string;
  readonly dependencies: Record<string, string>;
  readonly peerDependencies: Record<string, string>;
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

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
  logLevel: 'warning',
};

rmSync('dist', { recursive: true, force: true });
await build({
  ...options,
  entryPoints: { index: 'src/index.ts', 'jest-environment': 'src/jest/jest-environment.ts' },
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
// The command line, in one file that V8 can cache as a whole: a function that bin/program.cjs calls.
await build({
  ...options,
  entryPoints: { main: 'src/cli/main.ts' },
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { ...options.define, 'import.meta.url': '__moduleUrl' },
  banner: {
    js: "(function (exports, require, module, __filename, __dirname) { const __moduleUrl = require('node:url').pathToFileURL(__filename).href;",
  },
  footer: { js: '})' },
  // Its text stays in memory. Names stay as they are, for who reads a stack.
  minifyWhitespace: true,
  minifySyntax: true,
  // Express and two packages below it each bring these, of the same version, with a table of a quarter of a megabyte.
  alias: { 'mime-db': ofExpress('mime-db'), 'mime-types': ofExpress('mime-types') },
});
// Found beside the module that reads them.
for (const folder of ['documents', 'validators'])
  cpSync(`../../packages/openapi/dist/generated/${folder}`, `dist/generated/${folder}`, { recursive: true });
// World files refer to their schema in the published package.
cpSync('../../specs', 'dist/specs', { recursive: true, filter: (path) => /specs$|\.schema\.json$/.test(path) });
cpSync('../../LICENSE', 'dist/LICENSE');
execFileSync(process.execPath, ['scripts/code-cache.cjs'], { stdio: 'inherit' });
