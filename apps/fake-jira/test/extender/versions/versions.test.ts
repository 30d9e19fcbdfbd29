import { readFileSync } from 'node:fs';
import { operations } from '@fake-jira/openapi';
import { appVersions, type Answers } from '@fake-jira/profile';
import { testJira } from '../../support/jira.js';
import { to, type ExtenderOperationId } from '../requests.js';
import { changes, type Side } from './table.js';

const versions: readonly string[] = appVersions.extender;

function sideAt(place: number): Side {
  const extender = versions[place] ?? 'before';
  return { jira: testJira({ extender }), under: (answers: Partial<Answers>) => testJira({ extender, answers }) };
}

/** The lines of the history, as docs/extender-version-history.md lists them: line, version and operation. */
function documented(): [number, string, string][] {
  const file = new URL('../../../../../docs/extender-version-history.md', import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n## ')
    .flatMap((section) => {
      const operationId = /^`(\w+)`:/m.exec(section)?.[1] ?? '';
      return [...section.matchAll(/^\| +(\d+) \| +([\d.]+) /gm)].map(
        ([, line, version = '']): [number, string, string] => [Number(line), version, operationId],
      );
    });
}

it('every line of the history stands in the table once for each operation that it speaks of', () => {
  const inOrder = (rows: [number, string, string][]) => rows.map((row) => row.join(' ')).sort();
  const tested = changes.map(({ line, version, operationId }): [number, string, string] => [
    line,
    version,
    operationId,
  ]);
  expect(inOrder(tested)).toEqual(inOrder(documented()));
  expect(new Set(tested.map(([, version]) => version))).toEqual(new Set(versions));
});

describe.each(changes)('line $line, $version, $operationId: $what', ({ version, before, since }) => {
  it('is not so before', () => before(sideAt(versions.indexOf(version) - 1)));
  it('is so at that version', () => since(sideAt(versions.indexOf(version))));
});

/** The operations that each version has more than the one before it. */
const added: Readonly<Record<string, readonly ExtenderOperationId[]>> = {
  before: [
    'extenderGetFields',
    'extenderGetConfigSchemes',
    'extenderGetValues',
    'extenderAddValues',
    'extenderRemoveValues',
  ],
  '1.5': ['extenderDeleteFields'],
  '1.6': ['extenderAddField', 'extenderAddConfigScheme', 'extenderUpdateConfigScheme', 'extenderGetFieldTypes'],
  '1.7.3': ['extenderRemoveConfigScheme'],
  '2.20': ['extenderEditValue'],
  '4.4': ['extenderUpdateAllConfigSchemes'],
  '4.8': ['extenderClearConfigSchemes', 'extenderAddConfigSchemes'],
  '5.4': ['extenderGetScreens'],
  '5.6': ['extenderSortValues', 'extenderSortChildValues'],
};

it.each(['before', ...versions])('Extender %s has the operations of its version, and no others', async (extender) => {
  const until = ['before', ...versions].slice(0, versions.indexOf(extender) + 2);
  const there = until.flatMap((version) => added[version] ?? []);
  for (const { operationId } of operations('extender')) {
    const { status } = await to(testJira({ extender }), operationId as ExtenderOperationId);
    // A field with options is refused before 4.8: they are no property that it knows.
    const expected = there.includes(operationId as ExtenderOperationId) ? [200, 400] : [404];
    expect({ operationId, status, expected: expected.includes(status) }).toEqual({
      operationId,
      status,
      expected: true,
    });
  }
});

it('a version between two entries behaves as the older one', async () => {
  expect((await to(testJira({ extender: '4.16' }), 'extenderGetFields')).body).not.toHaveProperty('total');
  expect((await to(testJira({ extender: '5.5' }), 'extenderSortValues')).status).toBe(404);
});

describe('issuesWithValue and lastValueUpdate', () => {
  const keysIn = async (extender: string, version: string) => {
    const jira = testJira({ extender, jira: { deployment: 'data-center', version } });
    const { body } = await to(jira, 'extenderGetFields');
    return Object.keys((body as { customFields: object[] }).customFields[0] ?? {});
  };
  const both = ['issuesWithValue', 'lastValueUpdate'];

  it('are there in Jira 8.16, and not before', async () => {
    for (const extender of ['1.65', '5.6']) {
      expect(await keysIn(extender, '8.15.1')).toEqual(expect.not.arrayContaining(both));
      expect(await keysIn(extender, '8.16.0')).toEqual(expect.arrayContaining(both));
      expect(await keysIn(extender, '10.3.0')).toEqual(expect.arrayContaining(both));
    }
  });

  it('are not there before 1.65 of the app, whichever Jira it is', async () => {
    expect(await keysIn('1.6', '9.12.0')).toEqual(expect.not.arrayContaining(both));
  });
});
