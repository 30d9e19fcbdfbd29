import type { FieldValue } from '../core/field-values.js';
import type { Issue, Root } from '../core/root.js';
import type { KeyPart } from '../core/table.js';

/** What an index must hold: a key, its value, and the record from which that follows. */
type Expected = readonly [key: KeyPart | readonly KeyPart[], value: unknown, from: string];

interface AnyTable {
  readonly size: number;
  entries(): IterableIterator<[KeyPart | readonly KeyPart[], unknown]>;
}

/** What the indexes of a world say otherwise than its records. */
export function* checkIndexes(root: Root): Iterable<string> {
  for (const [name, expected] of Object.entries(expectedIndexes(root))) {
    yield* compare(name, root[name as keyof Root] as unknown as AnyTable, expected);
  }
}

function* compare(name: string, table: AnyTable, expected: Iterable<Expected>): Iterable<string> {
  const missing = new Map<string, Expected>();
  for (const entry of expected) {
    const key = JSON.stringify(entry[0]);
    const other = missing.get(key);
    if (other) yield `${name}: ${entry[2]} and ${other[2]} share the entry ${key}.`;
    missing.set(key, entry);
  }
  for (const [entryKey, value] of table.entries()) {
    const key = JSON.stringify(entryKey);
    const wanted = missing.get(key);
    missing.delete(key);
    if (!wanted) yield `${name}: the entry ${key} follows from no record.`;
    else if (wanted[1] !== value) {
      yield `${name}: the entry ${key} is ${String(value)}, but ${wanted[2]} makes it ${String(wanted[1])}.`;
    }
  }
  for (const [key, [, , from]] of missing) yield `${name}: the entry ${key} of ${from} is missing.`;
}

type IndexName =
  | 'accountIdsByName'
  | 'accountIdsByEmail'
  | 'accountIdsByToken'
  | 'members'
  | 'projectIdsByKey'
  | 'screensOfField'
  | 'fieldsByName'
  | 'appFieldIds'
  | 'trash'
  | 'contextsOfField'
  | 'contextOfProject'
  | 'grantsOfUser'
  | 'grantsOfGroup'
  | 'optionOrder'
  | 'optionRanks'
  | 'optionsByValue'
  | 'optionCounts'
  | 'runningTasks'
  | 'issueIdsByKey'
  | 'issuesOfProject'
  | 'subtasks'
  | 'issuesWithField'
  | 'issuesWithOption';

function expectedIndexes(root: Root): Record<IndexName, Iterable<Expected>> {
  const users = [...root.users.values()];
  const fields = [...root.fields.values()];
  const contexts = [...root.contexts.values()];
  const options = [...root.options.values()];
  const issues = [...root.issues.values()];
  const user = (name: string) => `user ${name}`;
  const field = (id: number) => `field ${id}`;
  const option = (id: number) => `option ${id}`;
  const grantsOn = (id: number, contextId: number) => `grants on field ${id}, context ${contextId}`;
  return {
    accountIdsByName: users.map((one) => [one.name.toLowerCase(), one.accountId, user(one.name)]),
    accountIdsByEmail: users.map((one) => [one.email.toLowerCase(), one.accountId, user(one.name)]),
    accountIdsByToken: users.flatMap((one) =>
      one.tokens.map((token): Expected => [token, one.accountId, user(one.name)]),
    ),
    members: users.flatMap((one) =>
      one.groups.map((group): Expected => [[group, one.accountId], true, user(one.name)]),
    ),
    projectIdsByKey: [...root.projects.values()].map((one) => [one.key, one.id, `project ${one.id}`]),
    screensOfField: [...root.screens.values()].flatMap((screen) =>
      screen.tabs.flatMap((tab) =>
        tab.fieldIds.map((id): Expected => [[id, screen.id, tab.id], true, `screen ${screen.id}`]),
      ),
    ),
    fieldsByName: fields.map((one) => [[one.name.toLowerCase(), one.id], true, field(one.id)]),
    appFieldIds: fields.flatMap((one): Expected[] =>
      one.appFieldKey === undefined ? [] : [[one.appFieldKey, one.id, field(one.id)]],
    ),
    trash: fields.flatMap((one): Expected[] =>
      one.trashed ? [[[one.trashed.deleteAt, one.id], true, field(one.id)]] : [],
    ),
    contextsOfField: contexts.map((one) => [[one.fieldId, one.id], true, `context ${one.id}`]),
    contextOfProject: contexts.flatMap((one) =>
      one.projectIds.map((id): Expected => [[one.fieldId, id], one.id, `context ${one.id}`]),
    ),
    grantsOfUser: [...root.grants.entries()].flatMap(([[id, contextId], { users }]) =>
      users.map((name): Expected => [[name.toLowerCase(), id, contextId], true, grantsOn(id, contextId)]),
    ),
    grantsOfGroup: [...root.grants.entries()].flatMap(([[id, contextId], { groups }]) =>
      groups.map((name): Expected => [[name, id, contextId], true, grantsOn(id, contextId)]),
    ),
    // The ranks are kept in two tables and follow from no record: each table is held to the other.
    optionOrder: options.flatMap((one): Expected[] => {
      const rank = root.optionRanks.get(one.id);
      return rank === undefined ? [] : [[[one.contextId, one.parentId, rank, one.id], true, option(one.id)]];
    }),
    optionRanks: options.map((one) => [one.id, root.optionRanks.get(one.id), option(one.id)]),
    optionsByValue: options.map((one) => [
      [one.contextId, one.parentId, one.value.toLowerCase(), one.id],
      true,
      option(one.id),
    ]),
    optionCounts: counts(options.map((one) => one.fieldId)).map(([id, count]) => [id, count, field(id)]),
    runningTasks: [...root.tasks.values()].flatMap((one): Expected[] =>
      one.finished ? [] : [[one.id, true, `task ${one.id}`]],
    ),
    issueIdsByKey: issues.map((one) => [one.key.toUpperCase(), one.id, issueName(one)]),
    issuesOfProject: issues.map((one) => [[one.projectId, one.id], true, issueName(one)]),
    subtasks: issues.flatMap((one): Expected[] =>
      one.parentId === null ? [] : [[[one.parentId, one.id], true, issueName(one)]],
    ),
    issuesWithField: issues.flatMap((one) =>
      Object.keys(one.values).map((id): Expected => [[Number(id), one.id], true, issueName(one)]),
    ),
    issuesWithOption: issues.flatMap((one) =>
      Object.entries(one.values).flatMap(([id, value]) =>
        optionsIn(value).map((optionId): Expected => [[Number(id), optionId, one.id], true, issueName(one)]),
      ),
    ),
  };
}

function issueName(issue: Issue): string {
  return `issue ${issue.key}`;
}

function counts(ids: readonly number[]): [number, number][] {
  const found = new Map<number, number>();
  for (const id of ids) found.set(id, (found.get(id) ?? 0) + 1);
  return [...found];
}

/** The options that a value names, whatever its kind. */
export function optionsIn(value: FieldValue): readonly number[] {
  if ('optionId' in value) return [value.optionId];
  return 'optionIds' in value ? value.optionIds : [];
}
