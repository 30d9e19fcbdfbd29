/**
 * Makes the console: the page, what it needs at once, and beside that what a view loads when it is opened. Every file is
 * compressed here, once, and its name has a hash of what is in it.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const swagger = dirname(require.resolve('swagger-ui-dist/package.json'));

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist', { recursive: true });

function keep(name: string, contents: Uint8Array | string): void {
  writeFileSync(join('dist', `${name}.gz`), gzipSync(contents, { level: 9 }));
}

/** Somebody else's file as it is, under a name with its hash. */
function kept(file: string): string {
  const contents = readFileSync(join(swagger, file));
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 8);
  const name = `${basename(file, extname(file))}-${hash}${extname(file)}`;
  keep(name, contents);
  return name;
}

// Its licence asks for both wherever it is handed on.
for (const file of ['LICENSE', 'NOTICE']) keep(`swagger-ui.${file}.txt`, readFileSync(join(swagger, file)));
const explorer = { script: kept('swagger-ui-bundle.js'), style: kept('swagger-ui.css') };

const { outputFiles, metafile } = await build({
  entryPoints: { main: 'src/main.tsx', style: 'src/style.css' },
  outdir: 'dist',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  define: { __EXPLORER__: JSON.stringify(explorer) },
  metafile: true,
  write: false,
  logLevel: 'warning',
});
for (const { path, contents } of outputFiles) keep(basename(path), contents);

const nameOf = (entry: string) =>
  basename(Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === entry)![0]);
keep(
  'index.html',
  readFileSync('src/index.html', 'utf8')
    .replace('main.js', nameOf('src/main.tsx'))
    .replace('style.css', nameOf('src/style.css')),
);
