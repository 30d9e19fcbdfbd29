import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { examples } from './document.js';

/** The mirrored document, where it lies beside the checkout: it is not ours to hand on. */
const folder = fileURLToPath(new URL('../../../../../../shared/seeds/', import.meta.url));
const file = existsSync(folder) ? readdirSync(folder).find((name) => name.startsWith('002')) : undefined;
const itWithSeed = file === undefined ? it.skip : it;

/** What makes a block of the document JSON, by the line of the mistake. */
const repairs: readonly (readonly [line: number, what: string, from: RegExp, to: string])[] = [
  [35, 'a comment behind a value', /, \/\/.*$/, ','],
  [43, 'a comment behind a value', /, \/\/.*$/, ','],
  [116, 'two commas in a row', /,,$/, ','],
  [386, 'a semicolon behind the last member', /;$/, ''],
  [470, 'a comma behind the last member', /,$/, ''],
  [552, 'a comma behind the last member', /,$/, ''],
  [558, 'a comma behind the last member', /,$/, ''],
  [564, 'a comma behind the last member', /,$/, ''],
];

/** The one block that belongs to no operation: it shows what a page is. */
const pageOfBoards = 608;

interface Block {
  /** Counted from 1. */
  readonly line: number;
  readonly lines: readonly string[];
}

/** The JSON of the mirrored document: from a brace alone to the one that closes it. */
function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (lines[i] !== '{') continue;
    let depth = 0;
    const start = i;
    do {
      const line = withoutTexts(lines[i] ?? '');
      depth += line.split('{').length - line.split('}').length;
      i++;
    } while (depth > 0);
    i--;
    blocks.push({ line: start + 1, lines: lines.slice(start, i + 1) });
  }
  return blocks;
}

/** Braces in texts, as in `{CUTOME_FIELD_NAME}`, are none. */
function withoutTexts(line: string): string {
  return line.replaceAll(/"[^"]*"/g, '""');
}

function parse({ line, lines }: Block): unknown {
  const mine = repairs.filter(([at]) => at >= line && at < line + lines.length);
  if (mine.length > 0) expect(() => JSON.parse(lines.join('\n')) as unknown).toThrow(SyntaxError);
  const repaired = [...lines];
  for (const [at, , from, to] of mine) {
    expect(repaired[at - line]).toMatch(from);
    repaired[at - line] = repaired[at - line]!.replace(from, to);
  }
  return JSON.parse(repaired.join('\n'));
}

/** The sentences about types are ours. */
const text = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([key]) => !(key === 'description' && 'descriptorKey' in part))
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  );

itWithSeed(
  'the 38 examples are the JSON blocks of the mirrored document beside the checkout, repaired at 8 lines',
  () => {
    const blocks = blocksOf(readFileSync(folder + file, 'utf8').split('\n')).filter(
      ({ line }) => line !== pageOfBoards,
    );
    expect(blocks).toHaveLength(38);
    const ours = examples().map(({ value }) => text(value));
    expect(ours.sort()).toEqual(blocks.map((block) => text(parse(block))).sort());
  },
);
