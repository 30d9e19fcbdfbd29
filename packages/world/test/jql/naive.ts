import fc from 'fast-check';
import type { FieldValue, Issue, Project, Root } from '../../src/index.js';
import { pastQuery, randomSteps, takeSteps, type Leaf, type Made, type Test } from './naive-past.js';
import { noon } from '../small-world.js';
import type { jqlWorld } from './jql-world.js';

/*
 * JQL once more, without indexes and without atoms: each clause asks each issue in words of its own. It knows the
 * clauses that it makes.
 */

type Ids = ReturnType<typeof jqlWorld>['ids'];

const colours = ['red', 'green', 'blue'] as const;
const shades = ['light', 'dark'] as const;
const words = ['fox', 'dog', 'owl'] as const;
const days = ['2024-05-04', '2024-05-06', '2024-05-08'] as const;
const numbers = [1, 2.5, 10] as const;
const compare: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** What an issue of a random world has. */
export const randomIssue = fc.record({
  project: fc.constantFrom('TEST', 'OTHER'),
  select: fc.option(fc.constantFrom(...colours)),
  multi: fc.subarray([...colours]),
  cascade: fc.option(fc.tuple(fc.constantFrom(...colours), fc.option(fc.constantFrom(...shades)))),
  number: fc.option(fc.constantFrom(...numbers)),
  day: fc.option(fc.constantFrom(...days)),
  text: fc.option(fc.subarray([...words], { minLength: 1 })),
  labels: fc.subarray([...words]),
  steps: randomSteps,
});

export type RandomIssue = typeof randomIssue extends fc.Arbitrary<infer It> ? It : never;

/** Puts issues into a world, and lets happen to each what is to happen. */
export function fill(small: ReturnType<typeof jqlWorld>, issues: readonly RandomIssue[]): void {
  const { create } = small;
  for (const { project, select, multi, cascade, number, day, text, labels, steps } of issues) {
    small.clock.at = noon;
    const { id } = create(
      {
        ...(select && { select: { kind: 'option', option: { value: select } } }),
        ...(multi.length > 0 && { multiselect: { kind: 'options', options: multi.map((value) => ({ value })) } }),
        // Only red has shades.
        ...(cascade && {
          cascadingselect: {
            kind: 'cascade',
            options: [cascade[0], ...(cascade[0] === 'red' ? [cascade[1] ?? []].flat() : [])].map((value) => ({
              value,
            })),
          },
        }),
        ...(number !== null && { float: { kind: 'number', number } }),
        ...(day && { datepicker: { kind: 'date', date: day } }),
        ...(text && { textfield: { kind: 'text', text: text.join(' ') } }),
        ...(labels.length > 0 && { labels: { kind: 'labels', labels } }),
      },
      { project },
    );
    takeSteps(small, id, steps);
  }
}

const equal = fc.constantFrom('=', '!=');
const order = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
const likes = fc.constantFrom('~', '!~');

/** One query of those that both know, with NOT pushed down to its clauses as Jira does. */
export function queries(ids: Ids): fc.Arbitrary<Made> {
  const valueOf = (id: number) => (issue: Issue) => issue.values[id];
  const option = (root: Root, id: number) => root.options.get(id)?.value;
  const chain = (value: FieldValue | undefined, root: Root) =>
    value && 'optionIds' in value
      ? value.optionIds.map((id) => option(root, id))
      : value && 'optionId' in value
        ? [option(root, value.optionId)]
        : [];
  const chosen = (id: number) =>
    fc.oneof(
      fc.tuple(equal, fc.constantFrom(...colours)).map(([operator, colour]): Leaf => {
        const has: Test = (issue, root) => chain(valueOf(id)(issue), root).includes(colour);
        const others: Test = (issue, root) => valueOf(id)(issue) !== undefined && !has(issue, root);
        const is: Made = { jql: `cf[${id}] = ${colour}`, test: has };
        const not: Made = { jql: `cf[${id}] != ${colour}`, test: others };
        return operator === '=' ? [is, not] : [not, is];
      }),
      fc.subarray([...colours], { minLength: 1 }).map((list): Leaf => {
        const has: Test = (issue, root) => chain(valueOf(id)(issue), root).some((one) => list.includes(one as never));
        return [
          { jql: `cf[${id}] in (${list.join(', ')})`, test: has },
          {
            jql: `cf[${id}] not in (${list.join(', ')})`,
            test: (issue, root) => valueOf(id)(issue) !== undefined && !has(issue, root),
          },
        ];
      }),
    );
  const empty = fc.constantFrom(...Object.values(ids)).map((id): Leaf => [
    { jql: `cf[${id}] is EMPTY`, test: (issue) => valueOf(id)(issue) === undefined },
    { jql: `cf[${id}] is not EMPTY`, test: (issue) => valueOf(id)(issue) !== undefined },
  ]);
  const shade = fc.constantFrom(...shades).map((name): Leaf => {
    const has: Test = (issue, root) => chain(valueOf(ids.cascadingselect)(issue), root)[1] === name;
    return [
      { jql: `"My cascadingselect" in cascadeOption(red, ${name})`, test: has },
      {
        jql: `"My cascadingselect" not in cascadeOption(red, ${name})`,
        test: (issue, root) => valueOf(ids.cascadingselect)(issue) !== undefined && !has(issue, root),
      },
    ];
  });
  const opposite: Readonly<Record<string, string>> = {
    '=': '!=',
    '!=': '=',
    '<': '>=',
    '<=': '>',
    '>': '<=',
    '>=': '<',
  };
  const compared = <Limit extends number | string>(
    name: string,
    limits: readonly Limit[],
    numberOf: (issue: Issue) => number | undefined,
    scale: (limit: Limit) => number,
  ) =>
    fc.tuple(order, fc.constantFrom(...limits)).map(([operator, limit]): Leaf => {
      const made = (sign: string): Made => ({
        jql: `${name} ${sign} "${limit}"`,
        test(issue) {
          const number = numberOf(issue);
          return number !== undefined && compare[sign]!(number, scale(limit));
        },
      });
      return [made(operator), made(opposite[operator]!)];
    });
  const number = compared(
    '"My float"',
    numbers,
    (issue) => {
      const value = issue.values[ids.float];
      return value?.kind === 'number' ? value.number : undefined;
    },
    (limit) => limit,
  );
  const day = compared(
    '"My datepicker"',
    days,
    (issue) => {
      const value = issue.values[ids.datepicker];
      return value?.kind === 'date' ? Date.parse(value.date) : undefined;
    },
    (limit) => Date.parse(limit),
  );
  const text = fc.tuple(likes, fc.constantFrom(...words)).map(([operator, word]): Leaf => {
    const textOf = (issue: Issue) => {
      const value = issue.values[ids.textfield];
      return value?.kind === 'text' ? value.text : undefined;
    };
    const has: Made = { jql: `"My textfield" ~ ${word}`, test: (issue) => textOf(issue)?.includes(word) ?? false };
    const not: Made = {
      jql: `"My textfield" !~ ${word}`,
      test: (issue) => textOf(issue) !== undefined && !textOf(issue)!.includes(word),
    };
    return operator === '~' ? [has, not] : [not, has];
  });
  const project = fc.constantFrom('TEST', 'OTHER').map((key): Leaf => {
    const keyOf = (issue: Issue, root: Root) => (root.projects.get(issue.projectId) as Project).key;
    return [
      { jql: `project = ${key}`, test: (issue, root) => keyOf(issue, root) === key },
      { jql: `project != ${key}`, test: (issue, root) => keyOf(issue, root) !== key },
    ];
  });

  const { tree } = fc.letrec<{ tree: Leaf; leaf: Leaf; join: Leaf; not: Leaf }>((tie) => ({
    leaf: fc.oneof(
      chosen(ids.select),
      chosen(ids.multiselect),
      chosen(ids.cascadingselect),
      empty,
      shade,
      number,
      day,
      text,
      project,
      pastQuery,
    ),
    join: fc
      .tuple(fc.constantFrom('AND', 'OR'), fc.array(tie('tree'), { minLength: 2, maxLength: 3 }))
      .map(([word, parts]): Leaf => [
        joined(
          word,
          parts.map(([made]) => made),
        ),
        joined(
          word === 'AND' ? 'OR' : 'AND',
          parts.map(([, made]) => made),
        ),
      ]),
    not: tie('tree').map(([made, negated]): Leaf => [
      { jql: `NOT (${made.jql})`, test: negated.test },
      { jql: made.jql, test: made.test },
    ]),
    tree: fc.oneof({ maxDepth: 3, withCrossShrink: true }, tie('leaf'), tie('join'), tie('not')),
  }));
  return tree.map(([made]) => made);
}

function joined(word: string, parts: readonly Made[]): Made {
  return {
    jql: `(${parts.map(({ jql }) => jql).join(` ${word} `)})`,
    test: (issue, root) =>
      word === 'AND' ? parts.every(({ test }) => test(issue, root)) : parts.some(({ test }) => test(issue, root)),
  };
}
