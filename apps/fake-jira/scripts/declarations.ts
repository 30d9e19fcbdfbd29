/**
 * Puts the declarations of the entry points beside them, with those of our packages in them. Only who installs the
 * package needs them: inside the repository types are read from the sources.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
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
    'jest-environment': `${source}/jest/jest-environment.d.ts`,
    'jest-setup': `${source}/jest/jest-setup.d.ts`,
    matchers: `${source}/jest/matchers.d.ts`,
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
