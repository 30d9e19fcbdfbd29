import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { buildSite } from '../src/build.js';
import { anchorOf } from '../src/pages.js';

const folder = mkdtempSync(join(tmpdir(), 'fake-jira-site-'));
afterAll(() => rmSync(folder, { recursive: true }));
const pages = buildSite(folder);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('the site', () => {
  it('has README, the pages of docs and a reference of each API, each in the list of all', () => {
    const names = pages.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['index', 'command-line', 'world-files', 'reference/extender']));
    const index = read('index.html');
    for (const name of names) expect(index).toContain(`<a href="${name}.html"`);
  });

  it('has no link and no picture that leads nowhere', () => {
    const broken = pages.flatMap(({ name }) => {
      const html = read(`${name}.html`);
      const links = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, to = '']) => to.replaceAll('&amp;', '&'));
      return links
        .filter((to) => !/^(https?|mailto):/.test(to))
        .filter((to) => {
          const [path = '', anchor] = to.split('#', 2);
          const file = path === '' ? `${name}.html` : join(dirname(name), path);
          if (!existsSync(join(folder, file))) return true;
          return anchor !== undefined && file.endsWith('.html') && !read(file).includes(`id="${anchor}"`);
        })
        .map((to) => `${name}: ${to}`);
    });
    expect(broken).toEqual([]);
  });

  it('says in the reference how each operation is known', () => {
    const html = read('reference/jira-cloud.html');
    expect(html).toMatch(/<h2 id="createcustomfield">[^]*?POST \/rest\/api\/[23]\/field[^]*?documented/);
    expect(JSON.parse(read('specs/cloud/jira-cloud.json'))).toMatchObject({ openapi: '3.0.3' });
  });

  it('is searched without a network: what is typed leads to the part of a page', () => {
    const list = {
      hidden: true,
      found: [] as { href: string }[],
      replaceChildren: (...all: never[]) => (list.found = all),
    };
    let type = () => {};
    const input = { value: '', addEventListener: (_: string, listener: () => void) => (type = listener) };
    const element = () => ({
      append(this: { href?: string }, ...[link]: { href?: string }[]) {
        this.href = link?.href ?? '';
      },
    });
    const document = {
      getElementById: (id: string) => (id === 'search' ? input : list),
      body: { dataset: { up: '' } },
      createElement: element,
      addEventListener: () => {},
    };
    runInNewContext(`${read('search-index.js')}\n${read('search.js')}`, { document });
    input.value = 'consistent hashing';
    type();
    expect(list.hidden).toBe(false);
    expect(list.found.map(({ href }) => href)).toContain('ci.html#many-fakes-behind-one-address');
    input.value = 'nosuchwordanywhere';
    type();
    expect(list.hidden).toBe(true);
  });

  it('names headings as links in the pages do', () => {
    expect(anchorOf('`fake-jira init`')).toBe('fake-jira-init');
    expect(anchorOf('List and delete')).toBe('list-and-delete');
  });
});
