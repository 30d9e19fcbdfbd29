import type { OperationId } from '@fake-jira/openapi';
import { appVersions, isQuestionId, type Answers } from '@fake-jira/profile';
import { testJira } from '../../support/jira.js';
import { sideOf, type Side } from './change.js';
import { historyLines } from './history.js';
import { changes, notObservable } from './table.js';
import { world } from './world.js';

const versions: readonly string[] = appVersions.customfieldEditor;

/** The version of a history line in the list of versions: 2.10.0 is 2.10. */
function placeOf(version: string): number {
  return versions.indexOf(versions.includes(version) ? version : version.replace(/\.0$/, ''));
}

function sideAt(place: number, operationId: OperationId): Side {
  const customfieldEditor = versions[place] ?? 'before';
  return sideOf((answers: Partial<Answers>) => testJira({ world, customfieldEditor, answers }), operationId);
}

const rows = changes.flatMap(({ lines, ...change }) =>
  Object.entries(lines).map(([line, operationId]) => ({ line: Number(line), operationId, ...change })),
);

it('every line of every version history stands in the table once, or in the list of what no request can show', () => {
  const tested = rows.map(({ line, version, operationId }) => [line, version, operationId]);
  const operationOf = (line: number) => historyLines().find((one) => one.line === line)?.operationId;
  const untested = Object.entries(notObservable).map(([line, { version }]) => [
    Number(line),
    version,
    operationOf(Number(line)),
  ]);
  const documented = historyLines().map(({ line, version, operationId }) => [line, version, operationId]);
  expect([...tested, ...untested].sort(([a], [b]) => Number(a) - Number(b))).toEqual(documented);
  expect(documented).not.toEqual([]);
});

it('the table names the open question of each line whose earlier behaviour is unknown', () => {
  const unknown = historyLines().flatMap(({ line, seen }) => {
    const [, id] = /earlier behaviour unknown[^`]*`([^`]+)`/.exec(seen) ?? [];
    return id === undefined || line in notObservable ? [] : [[line, id]];
  });
  const named = rows.flatMap(({ line, unknownBefore }) => (unknownBefore === undefined ? [] : [[line, unknownBefore]]));
  expect(named.sort(([a], [b]) => Number(a) - Number(b))).toEqual(unknown);
  for (const [, id] of named) expect(isQuestionId(id as string)).toBe(true);
});

describe.each(rows)('line $line, $version, $operationId: $what', ({ version, operationId, before, since }) => {
  it('is not so before', () => before(sideAt(placeOf(version) - 1, operationId)));
  it('is so at that version', () => since(sideAt(placeOf(version), operationId)));
});
