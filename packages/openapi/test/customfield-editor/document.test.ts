import { readFileSync } from 'node:fs';
import { questions } from '@fake-jira/profile';
import { dereference, operationsOf, resolveReference, walk } from '../../src/document/reading.js';
import { sourceDocument } from '../../src/index.js';

const document = sourceDocument('customfield-editor');
const placed = new Map(operationsOf(document).map((one) => [one.operation.operationId!, one]));
const history = readFileSync(new URL('../../../../docs/version-history.md', import.meta.url), 'utf8');

/** The operations that have a section of their own in docs/version-history.md: those of the mirrored document. */
const documented = [...history.matchAll(/^## .*\n\n`(\w+)`: /gm)].map(([, id]) => id!);

/** The lines of all tables of docs/version-history.md, by their number in the mirrored document. */
const lines = [...history.matchAll(/^\| +(\d+|–) +\| +([^|]*?) +\| +([^|]*?) +\| +([^|]*?) +\| +([^|]*?) +\|$/gm)].map(
  ([, line, version, what, where, seen]) => ({ line, version, what, where: where!, seen: seen! }),
);

function nodeAt(pointer: string): unknown {
  if (pointer.startsWith('/')) return resolveReference(document, `#${pointer}`);
  const [operationId, ...parts] = pointer.split('/');
  const operation = placed.get(operationId!)?.operation;
  return parts.length === 0 ? operation : resolveReference(operation, `#/${parts.join('/')}`);
}

describe('the document of Customfield Editor', () => {
  it('has the 50 operations of the mirrored document and 249 documented outcomes of theirs', () => {
    expect(documented).toHaveLength(50);
    const outcomes = documented.flatMap((id) => {
      const { operation } = placed.get(id)!;
      return Object.values(operation.responses!)
        .map((response) => dereference(document, response)['x-evidence'] ?? operation['x-evidence'])
        .filter((evidence) => evidence === 'documented');
    });
    expect(outcomes).toHaveLength(249);
  });

  it.each(questions.filter(({ api }) => api === 'editor').map(({ id }) => id))('uses the open question %s', (id) => {
    const used = new Set<unknown>();
    walk(document, (node) => {
      for (const one of [node['x-question']].flat()) used.add(one);
    });
    expect(used).toContain(id);
  });

  it('has a default for every code that an operation answers in its own way', () => {
    const defaults = Object.keys(document['x-errors'] as object);
    for (const { operation } of placed.values()) {
      for (const response of Object.values(operation.responses!)) {
        const own = Object.keys(dereference(document, response)['x-errors'] ?? {});
        expect(defaults).toEqual(expect.arrayContaining(own));
      }
    }
  });
});

describe('docs/version-history.md', () => {
  it('has each of the 176 lines of the version histories once per operation', () => {
    const numbered = history.slice(0, history.indexOf('## Beside the lines')).match(/^\| +\d+ +\|/gm)!;
    expect(numbered).toHaveLength(176);
    expect(new Set(numbered.map((one) => one.replaceAll(/\D/g, ''))).size).toBe(176);
    expect(lines.length).toBeGreaterThan(176);
  });

  it.each(lines.map((one) => [`${one.line} (${one.version}: ${one.what})`, one] as const))(
    'says of line %s where the document has it',
    (_, { where, seen }) => {
      const pointers = [...where.matchAll(/`([^`]+)`/g)].map(([, pointer]) => pointer!);
      for (const pointer of pointers) expect({ pointer, node: nodeAt(pointer) }).not.toEqual({ pointer });
      if (pointers.length === 0) expect(seen).toMatch(/^not observable/);
      const named = [...seen.matchAll(/`(editor\.[\w.-]+)`/g)].map(([, id]) => id);
      expect(questions.map(({ id }) => id as string)).toEqual(expect.arrayContaining(named));
    },
  );
});
