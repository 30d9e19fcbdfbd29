/**
 * Builds the package in whose folder it runs: each entry point that its `exports` name goes from its sources into one
 * module, without what comes from other packages. Types are read from the sources, so that none are written.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));

// What a script of the package has generated for run time stays.
for (const name of readdirSync('.').includes('dist') ? readdirSync('dist') : [])
  if (name !== 'generated') rmSync(`dist/${name}`, { recursive: true });
await build({
  entryPoints: Object.values(exports).map((entry) => ({
    in: entry.source,
    out: entry.default.replace(/^\.\/dist\/|\.js$/g, ''),
  })),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
});
