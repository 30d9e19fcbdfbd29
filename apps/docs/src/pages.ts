import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Marked } from 'marked';

export const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** A page before it is HTML. */
export interface Source {
  /** Its address in the site, without `.html`. */
  readonly name: string;
  readonly markdown: string;
}

/** A part of a page below one heading, as a search finds it. */
export interface Section {
  readonly id: string;
  readonly page: string;
  readonly title: string;
  readonly text: string;
}

export interface Page {
  readonly name: string;
  readonly title: string;
  readonly html: string;
  readonly sections: readonly Section[];
}

const ofRoot = {
  index: 'README.md',
  contributing: 'CONTRIBUTING.md',
  security: 'SECURITY.md',
  changelog: 'CHANGELOG.md',
};

/** README and its neighbours, and all of `docs/`. */
export function sources(): Source[] {
  const read = (path: string) => readFileSync(join(repository, path), 'utf8');
  const docs = readdirSync(join(repository, 'docs'), { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.md'))
    .sort();
  return [
    ...Object.entries(ofRoot).map(([name, path]) => ({ name, markdown: read(path) })),
    ...docs.map((path) => ({ name: path.replace(/\.md$/, ''), markdown: read(join('docs', path)) })),
  ];
}

/** What a heading is called in an address, as GitHub does it, so that links in the pages hold here too. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

/** Makes a page of Markdown; its links lead to the other pages. */
export function pageOf({ name, markdown }: Source): Page {
  const marked = new Marked({ gfm: true });
  const tokens = marked.lexer(markdown.replace(/^<!--.*?-->\n/gms, ''));
  const sections: Section[] = [];
  let current = { id: '', title: '', text: [] as string[] };
  const close = () => {
    if (current.title !== '' || current.text.length > 0)
      sections.push({ ...current, page: name, text: current.text.join('\n') });
  };
  for (const token of tokens) {
    if (token.type === 'heading') {
      close();
      current = { id: anchorOf(String(token['text'])), title: String(token['text']).replaceAll('`', ''), text: [] };
    } else current.text.push(token.raw);
  }
  close();
  const depth = name.split('/').length - 1;
  marked.use({
    renderer: {
      heading({ tokens: inline, depth: level, text }) {
        const id = anchorOf(text);
        return `<h${level} id="${id}">${this.parser.parseInline(inline)} <a class="anchor" href="#${id}">#</a></h${level}>\n`;
      },
      link({ href, tokens: inline }) {
        const text = this.parser.parseInline(inline);
        const to = addressOf(href, name, depth);
        return to === undefined ? text : `<a href="${to}">${text}</a>`;
      },
      image({ href, text }) {
        return `<img src="${'../'.repeat(depth)}${href.replace(/^docs\//, '')}" alt="${text}" loading="lazy">`;
      },
    },
  });
  return { name, title: sections[0]?.title ?? name, html: marked.parser(tokens), sections };
}

/** Where a link of a page leads in the site; undefined where it leads to a file of the repository, which is not in it. */
export function addressOf(href: string, from: string, depth: number): string | undefined {
  if (/^([a-z]+:|#)/.test(href)) return href;
  const [path = '', anchor] = href.split('#', 2);
  const isOfRoot = from in ofRoot;
  const folder = isOfRoot ? '/' : `/docs/${from.split('/').slice(0, -1).join('/')}/`;
  const file = new URL(path, `file://${folder}`).pathname.slice(1);
  const behind = anchor === undefined ? '' : `#${anchor}`;
  const known = Object.entries(ofRoot).find(([, one]) => one === file)?.[0];
  const page = known ?? /^docs\/(.+)\.md$/.exec(file)?.[1];
  if (page === undefined || (known === undefined && !existsSync(join(repository, file)))) return undefined;
  return `${'../'.repeat(depth)}${page}.html${behind}`;
}
