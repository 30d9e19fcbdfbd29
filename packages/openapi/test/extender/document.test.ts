import { readFileSync } from 'node:fs';
import { questions } from '@fake-jira/profile';
import { operationsOf, resolveReference, walk } from '../../src/document/reading.js';
import { sourceDocument } from '../../src/index.js';

const document = sourceDocument('extender');
const placed = new Map(operationsOf(document).map((one) => [one.operation.operationId!, one]));
const history = readFileSync(new URL('../../../../docs/extender-version-history.md', import.meta.url), 'utf8');

/** The lines of all tables of docs/extender-version-history.md. */
const lines = [...history.matchAll(/^\| +(\d+) +\| +([^|]*?) +\| +([^|]*?) +\| +([^|]*?) +\| +([^|]*?) +\|$/gm)].map(
  ([, line, version, what, where, seen]) => ({ line, version, what, where: where!, seen: seen! }),
);

function nodeAt(pointer: string): unknown {
  if (pointer.startsWith('/')) return resolveReference(document, `#${pointer}`);
  const [operationId, ...parts] = pointer.split('/');
  return resolveReference(placed.get(operationId!)?.operation, `#/${parts.join('/')}`);
}

describe('the document of Extender', () => {
  it('has the 18 addresses of the mirrored document, one of them a level above the others', () => {
    const paths = [...placed.values()].map(({ path }) => path);
    expect(paths).toHaveLength(18);
    expect(paths.filter((path) => !path.startsWith('/rest/extender/1.0/customField/'))).toEqual([
      '/rest/extender/1.0/updateAllConfigSchemes/field/{customFieldId}',
    ]);
  });

  it('calls no status documented, as the mirrored document names none', () => {
    for (const { operation } of placed.values()) {
      for (const [status, response] of Object.entries(operation.responses!)) {
        if (status.startsWith('2')) expect(response['x-question']).toBeDefined();
      }
    }
  });

  it.each(questions.filter(({ api }) => api === 'extender').map(({ id }) => id))('uses the open question %s', (id) => {
    const used = new Set<unknown>();
    walk(document, (node) => {
      for (const one of [node['x-question'], node.statusBy].flat()) used.add(one);
    });
    expect(used).toContain(id);
  });
});

describe('docs/extender-version-history.md', () => {
  it('has a section for every operation that the history speaks of: all but one', () => {
    const sections = [...history.matchAll(/^## .*\n\n`(\w+)`: /gm)].map(([, id]) => id!);
    const silent = [...placed.keys()].filter((id) => !sections.includes(id));
    expect(silent).toEqual(['extenderRemoveValues']);
    expect(lines).toHaveLength(36);
  });

  it.each(lines.map((one) => [`${one.line} (${one.version}: ${one.what})`, one] as const))(
    'says of line %s where the document has it',
    (_, { where, seen }) => {
      for (const [, pointer] of where.matchAll(/`([^`]+)`/g)) {
        expect({ pointer, node: nodeAt(pointer!) }).not.toEqual({ pointer });
      }
      const named = [...seen.matchAll(/`(extender\.[\w.-]+)`/g)].map(([, id]) => id);
      expect(questions.map(({ id }) => id as string)).toEqual(expect.arrayContaining(named));
    },
  );
});
