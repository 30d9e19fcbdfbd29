import { editIssue, RuleError, transitionIssue, type IssueParts, type RuleViolations } from '../../src/index.js';
import { noon } from '../small-world.js';
import { jqlWorld } from './jql-world.js';

const day = 24 * 60 * 60 * 1000;

/** TEST-1 goes to In Progress (ada), to Done (bob) and back (ada), each a day later; TEST-2 stays as it is. */
function moved() {
  const small = jqlWorld();
  const { world, clock, ada, bob, create, find } = small;
  const { id } = create();
  create();
  const step = (transition: string, by: string) => {
    clock.at += day;
    world.write((tx) => transitionIssue(tx, id, { transition, parts: {}, given: [], by }));
  };
  step('21', ada.accountId);
  step('31', bob.accountId);
  step('21', ada.accountId);
  const edit = (input: IssueParts) => {
    clock.at += day;
    world.write((tx) => editIssue(tx, id, input, { by: bob.accountId, overrideScreen: true }));
  };
  edit({ assignee: { name: 'bob' } });
  edit({ assignee: { name: 'ada' }, details: { fixVersions: [{ value: '1.0' }, { value: '2.0' }] } });
  edit({ details: { fixVersions: [{ value: '3.0' }], priority: { value: 'High' } } });
  return { find, problemsOf: (jql: string) => problems(() => find(jql)) };
}

function problems(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    if (error instanceof RuleError && error.code === 'jql-invalid')
      return (error.data as RuleViolations['jql-invalid']).problems;
    throw error;
  }
  return [];
}

const on = (days: number) => new Date(noon + days * day).toISOString().slice(0, 10);

describe('a search of the history', () => {
  const { find, problemsOf } = moved();
  const cases: [jql: string, found: number[]][] = [
    ['status was "In Progress"', [1]],
    ['status was "To Do"', [2, 1]],
    ['status was not Done', [2]],
    ['status was in (Done, "In Progress")', [1]],
    ['status was not in (Done, "To Do")', []],
    [`status was Done on ${quoted(on(2))}`, [1]],
    [`status was Done on ${quoted(on(4))}`, []],
    [`status was Done before ${quoted(on(2))}`, []],
    [`status was Done after ${quoted(on(2))}`, [1]],
    [`status was "To Do" during (${quoted(on(2))}, ${quoted(on(5))})`, [2]],
    ['status was Done by bob', [1]],
    ['status was Done by ada', []],
    ['status was "In Progress" by currentUser()', [1]],
    ['status was Done by membersOf("jira-users")', [1]],
    ['status changed', [1]],
    ['NOT status changed', [2]],
    ['status changed from Done to "In Progress"', [1]],
    ['status changed from Done to "To Do"', []],
    ['status changed to Done by bob', [1]],
    [`status changed to Done after ${quoted(on(3))}`, []],
    ['assignee was bob', [1]],
    ['assignee was EMPTY', [2, 1]],
    ['assignee was not EMPTY', []],
    ['assignee changed from EMPTY to bob', [1]],
    ['resolution was Done', [1]],
    ['resolution changed to EMPTY', [1]],
    ['priority was Medium', [2, 1]],
    ['priority changed from Medium to High', [1]],
    ['fixVersion was 1.0', [1]],
    ['fixVersion was 3.0', [1]],
    ['fixVersion changed from 2.0', [1]],
    ['fixVersion was not 2.0', [2]],
    ['reporter was bob', []],
    ['status was Done AND assignee = ada', [1]],
  ];
  test.each(cases)('%s', (jql, found) => {
    expect(find(jql)).toEqual(found.map((number) => `TEST-${number}`));
  });

  const wrong: [jql: string, problem: object][] = [
    ['summary was x', { problem: 'no-history', field: 'summary' }],
    ['"My select" changed', { problem: 'no-history', field: 'My select' }],
    ['status was Gone', { problem: 'unknown-value', field: 'status', value: 'Gone' }],
    ['status changed by nobody', { problem: 'unknown-value', field: 'status', value: 'nobody' }],
    ['status changed after soon', { problem: 'not-a-date', field: 'status', value: 'soon' }],
    ['status was Done from "To Do"', { problem: 'wrong-predicate', predicate: 'from', operator: 'was' }],
    [`status changed during "${on(1)}"`, { problem: 'list-needed', field: 'status', operator: 'during', value: on(1) }],
  ];
  test.each(wrong)('%s is refused', (jql, problem) => {
    expect(problemsOf(jql)).toEqual([problem]);
  });
});

function quoted(text: string): string {
  return `"${text}"`;
}
