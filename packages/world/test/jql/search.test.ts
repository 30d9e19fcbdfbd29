import { RuleError, type JqlProblem } from '../../src/index.js';
import { jqlWorld } from './jql-world.js';

const option = (value: string) => ({ kind: 'option', option: { value } }) as const;

describe('a clause about a custom field', () => {
  const { create, find, ids } = jqlWorld();
  create({
    select: option('red'),
    float: { kind: 'number', number: 3 },
    labels: { kind: 'labels', labels: ['Hot', 'x'] },
  });
  create({
    select: option('green'),
    float: { kind: 'number', number: 10 },
    textfield: { kind: 'text', text: 'A quick fox' },
  });
  create({
    cascadingselect: { kind: 'cascade', options: [{ value: 'red' }] },
    userpicker: { kind: 'user', user: { name: 'bob' } },
  });
  create({
    cascadingselect: { kind: 'cascade', options: [{ value: 'red' }, { value: 'dark' }] },
    datepicker: { kind: 'date', date: '2024-05-06' },
    multiversion: { kind: 'versions', versions: [{ value: '2.0' }] },
  });
  const cases: [jql: string, found: number[]][] = [
    [`cf[${ids.select}] = red`, [1]],
    ['"My select" = RED', [1]],
    ['"my select[Type]" in (red, green) ORDER BY key', [1, 2]],
    ['"My select" != red', [2]],
    ['"My select" not in (blue)', [2, 1]],
    ['NOT "My select" = red', [2]],
    ['"My select" is empty', [4, 3]],
    ['"My select" is not NULL ORDER BY cf[' + ids.select + '] DESC', [2, 1]],
    ['"My select" in (red, EMPTY) ORDER BY key', [1, 3, 4]],
    ['"My float" > 3', [2]],
    ['"My float" >= 3 AND "My float" < 10', [1]],
    ['"My float" = 3 OR "My float" = 10', [2, 1]],
    ['"My labels" = hot', [1]],
    ['"My labels" is not empty', [1]],
    ['"My textfield" ~ fox', [2]],
    ['"My textfield" ~ "qui*"', [2]],
    ['"My textfield" ~ "\\"quick fox\\""', [2]],
    ['"My textfield" ~ "\\"fox quick\\""', []],
    ['"My textfield" !~ fox', []],
    ['text ~ "fox quick"', [2]],
    ['"My cascadingselect" = red', [4, 3]],
    ['"My cascadingselect" in cascadeOption(red)', [4, 3]],
    ['"My cascadingselect" in cascadeOption(red, dark)', [4]],
    ['"My cascadingselect" in cascadeOption(red, none)', [3]],
    ['"My userpicker" in membersOf("jira-users")', [3]],
    ['"My userpicker" = currentUser()', []],
    ['"My datepicker" = startOfDay()', [4]],
    ['"My datepicker" <= 2024/05/05'.replace('2024/05/05', '"2024/05/05"'), []],
    ['"My datepicker" > -1w', [4]],
    ['"My multiversion" in releasedVersions()', [4]],
    ['"My multiversion" in unreleasedVersions(TEST)', []],
    ['"My multiversion" > 1.0', [4]],
    ['key in (TEST-1, TEST-2) AND NOT (key = TEST-2)', [1]],
    ['created >= startOfDay() && project = test ORDER BY id asc', [1, 2, 3, 4]],
    ['created < startOfDay(-1)', []],
    ['', [4, 3, 2, 1]],
    ['ORDER BY "My float" ASC', [1, 2, 3, 4]],
    ['ORDER BY "My float" DESC, key DESC', [4, 3, 2, 1]],
    ['statusCategory = "To Do" and priority >= Medium and resolution is empty and issueKey <= TEST-1', [1]],
  ];
  test.each(cases)('%s', (jql, found) => {
    expect(find(jql)).toEqual(found.map((number) => `TEST-${number}`));
  });
});

function problemsOf(jql: string): readonly JqlProblem[] {
  const { find } = jqlWorld();
  try {
    find(jql);
  } catch (error) {
    if (error instanceof RuleError && error.code === 'jql-invalid') {
      return (error as RuleError<'jql-invalid'>).data.problems;
    }
    throw error;
  }
  return [];
}

describe('a query that is wrong', () => {
  const at = (character: number, line = 1) => ({ line, character });
  const cases: [jql: string, ...problems: JqlProblem[]][] = [
    ['Nope = 1', { problem: 'unknown-field', field: 'Nope' }],
    [
      'project = VULN AND Nope = 1',
      { problem: 'unknown-value', field: 'project', value: 'VULN' },
      { problem: 'unknown-field', field: 'Nope' },
    ],
    ['"My select" = pink', { problem: 'unknown-option', field: 'My select', value: 'pink' }],
    ['"My textfield" = x', { problem: 'operator-not-supported', field: 'My textfield', operator: '=' }],
    ['"My float" = x', { problem: 'not-a-number', field: 'My float', value: 'x' }],
    ['created > soon', { problem: 'not-a-date', field: 'created', value: 'soon' }],
    ['key = TEST-99', { problem: 'unknown-issue', field: 'key', value: 'TEST-99' }],
    ['assignee in nobody()', { problem: 'unknown-function', name: 'nobody' }],
    ['"My float" = now()', { problem: 'function-not-for-field', field: 'My float', name: 'now' }],
    ['reporter in membersOf(x)', { problem: 'function-argument', name: 'membersOf', value: 'x' }],
    ['reporter is bob', { problem: 'only-empty', operator: 'is' }],
    ['project = (TEST)', { problem: 'list-not-supported', field: 'project', operator: '=', value: '(TEST)' }],
    ['project in TEST', { problem: 'list-needed', field: 'project', operator: 'in', value: 'TEST' }],
    ['ORDER BY text', { problem: 'not-sortable', field: 'text' }],
    ['invalid query', { problem: 'expected', what: 'operator', text: 'query', at: at(9) }],
    ['project', { problem: 'expected', what: 'operator', text: null, at: at(8) }],
    ['project = ', { problem: 'expected', what: 'operand', text: null, at: at(11) }],
    ['project = OR', { problem: 'expected', what: 'operand', text: 'OR', at: at(11) }],
    ['project = End', { problem: 'reserved-word', text: 'End', at: at(11) }],
    ['a =\n"b', { problem: 'unfinished-string', text: 'b', at: at(1, 2) }],
    ['a = b@c', { problem: 'reserved-character', text: '@', at: at(6) }],
    ['a = "\\x"', { problem: 'illegal-escape', text: '\\x', at: at(6) }],
    ['(a = b', { problem: 'expected', what: ')', text: null, at: at(7) }],
    ['a = b c = d', { problem: 'expected', what: 'logical', text: 'c', at: at(7) }],
    ['ORDER key', { problem: 'expected', what: 'by', text: 'key', at: at(7) }],
    ['('.repeat(2_000), { problem: 'expected', what: 'end', text: '(', at: at(202) }],
  ];
  test.each(cases)('%s', (jql, ...problems) => {
    expect(problemsOf(jql)).toEqual(problems);
  });
});

test('a name of several fields finds what one of them finds', () => {
  const { create, find, world, ids } = jqlWorld();
  world.write((tx) =>
    tx.put('fields', ids.multiselect, { ...tx.root.fields.get(ids.multiselect)!, name: 'My select' }),
  );
  create({ select: option('red') });
  create({ multiselect: { kind: 'options', options: [{ value: 'red' }] } });
  expect(find('"My select" = red')).toEqual(['TEST-2', 'TEST-1']);
});
