import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/** A block of code of a page. */
export interface Block {
  readonly language: string;
  readonly code: string;
  /** Line of the page on which it begins. */
  readonly line: number;
  /** Why it is not run, or which test runs it: what a comment says that stands before it, which no reader sees. */
  readonly note: string | undefined;
}

/** README and CONTRIBUTING, and all pages of `docs/`. */
export function pages(): string[] {
  const docs = readdirSync(join(repository, 'docs')).filter((name) => name.endsWith('.md'));
  return ['README.md', 'CONTRIBUTING.md', ...docs.map((name) => `docs/${name}`)];
}

/**
 * The blocks of code of a page.
 *
 * A comment before a block says that nobody runs it, and why (`<!-- not run: … -->`), or which test does
 * (`<!-- run by apps/… -->`).
 */
export function blocksOf(page: string): Block[] {
  const text = readFileSync(join(repository, page), 'utf8');
  return [...text.matchAll(/(?:^<!-- (not run: .*?|run by .*?) -->\n+)?^```(\w*)\n(.*?)^```$/gms)].map((found) => {
    const [, note, language = '', code = ''] = found;
    return { language, code, note, line: text.slice(0, found.index).split('\n').length + (note === undefined ? 0 : 2) };
  });
}

/** Whether a note says why, or names a test that there is. */
export function isFounded(note: string): boolean {
  const file = /^run by (\S+)$/.exec(note)?.[1];
  return file === undefined ? /^not run: .{10,}/.test(note) : existsSync(join(repository, file));
}
