/**
 * Puts the fake and what it imports of this repository and of express into a few files: it starts in half the time,
 * and can be published as one package. What is used rarely (YAML, the validators of answers) is loaded when needed.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build, type BuildOptions } from 'esbuild';
import { profileSchema } from '../../../packages/profile/scripts/profile-schema.js';

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
  entryPoints: { index: 'src/index.ts', main: 'src/cli/main.ts', 'jest-environment': 'src/jest/jest-environment.ts' },
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
// Found beside the module that reads them.
for (const folder of ['documents', 'validators'])
  cpSync(`../../packages/openapi/dist/generated/${folder}`, `dist/generated/${folder}`, { recursive: true });
// World files refer to their schema in the published package.
cpSync('../../specs', 'dist/specs', { recursive: true, filter: (path) => /specs$|\.schema\.json$/.test(path) });
writeFileSync('dist/specs/profile.schema.json', `${JSON.stringify(profileSchema(), null, 2)}\n`);
cpSync('../../LICENSE', 'dist/LICENSE');
