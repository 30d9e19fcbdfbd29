import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sourceDocument } from '@fake-jira/openapi';
import { testJira } from '../support/jira.js';
import { clientOf, kinds, world } from './protected-world.js';

/** The mirrored document, where it lies beside the checkout: it is not ours to hand on. */
const folder = fileURLToPath(new URL('../../../../../shared/seeds/', import.meta.url));
const file = existsSync(folder) ? readdirSync(folder).find((name) => name.startsWith('000')) : undefined;
const itWithSeed = file === undefined ? it.skip : it;
const lines = file === undefined ? [] : readFileSync(folder + file, 'utf8').split('\n');

interface Example {
  readonly value: readonly { readonly fieldId: string; readonly value: unknown }[];
}
const document = sourceDocument('protected-fields');
const examplesAt = (node: unknown) =>
  (node as { content: { 'application/json': { examples: Record<string, Example> } } }).content['application/json']
    .examples;
const answers = examplesAt(
  (document.paths['/rest/protected-fields/1/values']?.get as { responses: Record<string, unknown> }).responses['200'],
);
const requests = examplesAt(
  (document.components as { requestBodies: Record<string, unknown> }).requestBodies['Values'],
);

/** The example of ours, as the document prints it: words for values, and in one place no colon. */
const printed: readonly (readonly [line: number, text: string, ours: Example | undefined])[] = [
  [
    37,
    '[ { "fieldId":"customfield_10121", "value": value in readable format }, { "fieldId":"customfield_10122", "value": value in readable format } ]',
    answers['values'],
  ],
  [
    69,
    '[ { "fieldId":"customfield_10121", "value" Object value in readable format (string, number, date on format "yyyy-MM-dd") }, { "fieldId":"customfield_10122", "value" Object value in readable format } ]',
    requests['several'],
  ],
  [97, '{ "fieldId": "customfield_10122", "value": "{{accountId}}" }', requests['user']],
];

/** A world in which the two fields of the examples have the types of their values. */
function exampleJira(types: Readonly<Record<string, string>>) {
  const fields = Object.entries(types).map(([id, type]) => ({ name: id, id, type: `protected-${type}` }));
  return clientOf(testJira({ world: { ...world, fields } }));
}

describe('the examples of the document', () => {
  itWithSeed('are three, where the mirrored document has them, and there is no other', () => {
    expect(printed.map(([line]) => lines[line - 1]?.trim())).toEqual(printed.map(([, text]) => text));
    expect(lines.filter((line) => line.includes('"fieldId"'))).toHaveLength(printed.length);
    expect(Object.keys(answers).length + Object.keys(requests).length).toBe(printed.length);
  });

  it('name the fields that the document names', () => {
    for (const [, text, ours] of printed) {
      expect(ours?.value.map(({ fieldId }) => fieldId)).toEqual(text.match(/customfield_\d+/g));
    }
  });

  it('is answered as printed to who asks for two fields', async () => {
    const { read, write } = exampleJira({ customfield_10121: 'text', customfield_10122: 'number' });
    const example = answers['values']?.value ?? [];
    expect((await write(example)).status).toBe(200);
    const { status, body } = await read(example.map(({ fieldId }) => fieldId));
    expect([status, body]).toEqual([200, example]);
  });

  it.each([
    ['several', { customfield_10121: 'date', customfield_10122: 'number' }],
    ['several', { customfield_10121: 'date-unencrypted', customfield_10122: 'number-unencrypted' }],
    ['user', { customfield_10122: 'user' }],
    ['user', { customfield_10122: 'user-unencrypted' }],
  ])('stores the request %s, sent as it stands, in %j', async (name, types) => {
    const { read, write } = exampleJira(types);
    const example = requests[name]?.value ?? [];
    for (const method of ['put', 'post'] as const) {
      expect([(await write(example, { method })).text]).toEqual(['OK']);
    }
    expect((await read(example.map(({ fieldId }) => fieldId))).body).toEqual(example);
  });

  itWithSeed('and its list of formats has the seven kinds, encrypted and unencrypted', () => {
    const at = lines.findIndex((line) => line.trim() === 'Field Formats');
    const formats = lines
      .slice(at + 1)
      .flatMap((line) => /^(Encrypted|Unencrypted) (.*) Field$/.exec(line.trim())?.slice(1, 3).join(' ') ?? []);
    // A plain user field has its example where the unencrypted one is named.
    const names = kinds.map((kind) =>
      kind
        .split('-')
        .map((word) => word.replace(/^./, (letter) => letter.toUpperCase()))
        .join(' '),
    );
    expect(formats.sort()).toEqual(
      names
        .flatMap((name) => [`Encrypted ${name}`, `Unencrypted ${name}`])
        .filter((name) => name !== 'Encrypted Date' && name !== 'Unencrypted Date')
        .sort(),
    );
  });
});
