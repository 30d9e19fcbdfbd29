/**
 * Puts the fake and what it imports of this repository and of express into a few files: it starts in half the time,
 * and can be published as one package. What is used rarely (YAML, the validators of answers) is loaded when needed.
 */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: { index: 'src/index.ts', main: 'src/cli/main.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  sourcesContent: false,
  define: { __PACKAGE_VERSION__: JSON.stringify(version) },
  // Faker goes in: another version of it would make other worlds.
  external: [
    'yaml',
    'ajv',
    'ajv-formats',
    'cli-progress',
    'cli-table3',
    'expect',
    'fast-xml-parser',
    '@stoplight/prism-http',
  ],
  // Express is CommonJS and requires node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
// Found beside the module that reads them.
for (const folder of ['documents', 'validators'])
  cpSync(`../../packages/openapi/dist/generated/${folder}`, `dist/generated/${folder}`, { recursive: true });
