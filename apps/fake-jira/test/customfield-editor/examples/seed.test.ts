import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { examples, type Example } from './document.js';

/** The mirrored document, where it lies beside the checkout: it is not ours to hand on. */
const folder = fileURLToPath(new URL('../../../../../../shared/seeds/', import.meta.url));
const file = existsSync(folder) ? readdirSync(folder).find((name) => name.startsWith('001')) : undefined;
const itWithSeed = file === undefined ? it.skip : it;

interface Block {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** The JSON of the mirrored document: what stands in lines of its own, and the bodies within a line. */
function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] as string;
    const inline = /Request-Body: (\{.*\})/.exec(line)?.[1];
    const whole = inline ?? (/^\{ ?\}\s*$/.test(line) ? line : undefined);
    if (whole !== undefined) blocks.push({ line: i + 1, text: whole });
    const end = line === '{' ? '}' : line === '[' ? ']' : undefined;
    if (end === undefined) continue;
    const last = lines.indexOf(end, i);
    blocks.push({ line: i + 1, text: lines.slice(i, last + 1).join('\n') });
    i = last;
  }
  return blocks;
}

/** Blocks that are no JSON as they are printed: commas are missing between members, or left over behind the last. */
const repaired = [311, 327, 783, 1242, 1260, 1768];

function parse({ line, text }: Block): unknown {
  if (!repaired.includes(line)) return JSON.parse(text);
  expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  return JSON.parse(text.replace(/(["\]\d])\n(\s+")/g, '$1,\n$2').replace(/,\n(\s*[}\]])/g, '\n$1'));
}

/** The examples of ours that the mirrored document does not have, with where they are from. */
const additional: readonly (readonly [number, string, (example: Example) => boolean])[] = [
  [8, 'the sort requests of public clients', ({ name }) => name === 'byClients' || name === 'byVendor'],
  [6, 'operations that there were until 2.0', ({ operationId }) => operationId.endsWith('Before20')],
  [1, 'the operation that is in no document', ({ operationId }) => operationId === 'editorGetSwagger'],
  [2, 'the same 403 for another answer to an open question', ({ name }) => name === 'sampleOfApp'],
];

const text = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

it('17 examples are from elsewhere than the mirrored document', () => {
  for (const [count, from, is] of additional) expect([from, examples().filter(is).length]).toEqual([from, count]);
});

itWithSeed(
  'the 332 others are the JSON blocks of the mirrored document beside the checkout, six of them repaired',
  () => {
    const lines = readFileSync(folder + file, 'utf8').split('\n');
    const printed = blocksOf(lines).map((block) => text(parse(block)));
    const ours = examples()
      .filter((example) => !additional.some(([, , is]) => is(example)))
      .map(({ value }) => text(value));
    expect(printed).toHaveLength(332);
    expect(ours.sort()).toEqual(printed.sort());
  },
);
