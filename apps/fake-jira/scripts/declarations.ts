/**
 * What only who installs the package needs: the declarations of the entry points beside them, with those of our packages
 * in them (inside the repository types are read from the sources), and the pages that stand at the top of the repository.
 * `npm run typecheck` makes them too, because a type that has no name outside breaks nothing before. What is right is not
 * checked here once more.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.declarations.json'], { stdio: 'inherit' });

const source = 'dist/types/apps/fake-jira/src';
const declarations = await rollup({
  input: {
    index: `${source}/index.d.ts`,
    worlds: `${source}/worlds.d.ts`,
    client: `${source}/client/operations.d.ts`,
    'jest-environment': `${source}/jest/jest-environment.d.ts`,
    'jest-setup': `${source}/jest/jest-setup.d.ts`,
    matchers: `${source}/jest/matchers.d.ts`,
    'node-test': `${source}/runners/node-test.d.ts`,
    vitest: `${source}/peers/vitest.d.ts`,
    playwright: `${source}/peers/playwright.d.ts`,
    testcontainers: `${source}/peers/testcontainers.d.ts`,
  },
  external: (id) => !/^[./]|^@fake-jira\//.test(id),
  plugins: [
    {
      name: 'our packages',
      resolveId: (id) => {
        const [, name, entry = 'index'] = /^@fake-jira\/([^/]+)(?:\/(.+))?$/.exec(id) ?? [];
        return name === undefined ? null : resolve(`dist/types/packages/${name}/src/${entry}.d.ts`);
      },
    },
    {
      // In one module, what an app of the world adds to an interface of its core is a second part of that interface.
      name: 'augmentations',
      renderChunk: (code) => code.replace(/^declare module '\.[^']*' \{\n([^]*?)^\}$/gm, '$1'),
    },
    dts({ respectExternal: true }),
  ],
});
await declarations.write({ dir: 'dist', format: 'es', chunkFileNames: 'types.d.ts' });
rmSync('dist/types', { recursive: true });
// What a CommonJS module has as its default is read one way by bundlers and another by Node; its named types are not.
for (const file of readdirSync('dist').filter((name) => /^types.*\.d\.ts$/.test(name))) {
  const text = readFileSync(`dist/${file}`, 'utf8')
    .replace("import sortedBtree from 'sorted-btree';", "import type { ISortedMapF } from 'sorted-btree';")
    .replaceAll('sortedBtree.default<', 'ISortedMapF<');
  writeFileSync(`dist/${file}`, text);
}
for (const name of ['LICENSE', 'CHANGELOG.md', 'docs']) cpSync(`../../${name}`, name, { recursive: true });
