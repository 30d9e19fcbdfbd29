import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { apiNames, effectiveSpec } from '@fake-jira/openapi';
import { namedProfile } from '@fake-jira/profile';
import { layout } from './layout.js';
import { pageOf, repository, sources } from './pages.js';
import { reference, specProfiles } from './reference.js';

const own = (name: string) => new URL(name, import.meta.url);

/**
 * Writes the site: plain files, which a browser reads from a disk too.
 *
 * @returns its pages
 */
export function buildSite(folder: string) {
  rmSync(folder, { recursive: true, force: true });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const pages = [...sources(), ...reference()].map(pageOf);
  for (const page of pages) write(`${page.name}.html`, layout(page, pages));
  const sections = pages.flatMap((page) => page.sections.map(({ id: anchor, ...section }) => ({ anchor, ...section })));
  const numbered = sections.map((section, id) => ({ id, ...section }));
  write('search-index.js', `const fakeJiraSections = ${JSON.stringify(numbered).replaceAll('<', '\\u003c')};\n`);
  buildSync({
    entryPoints: [fileURLToPath(own('search.js'))],
    outfile: join(folder, 'search.js'),
    bundle: true,
    minify: true,
    format: 'iife',
  });
  cpSync(own('site.css'), join(folder, 'site.css'));
  cpSync(join(repository, 'docs/images'), join(folder, 'images'), { recursive: true });
  for (const name of specProfiles)
    for (const api of apiNames)
      write(`specs/${name}/${api}.json`, `${JSON.stringify(effectiveSpec(api, namedProfile(name)), null, 2)}\n`);
  return pages;
}
