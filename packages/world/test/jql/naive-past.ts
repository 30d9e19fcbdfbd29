import fc from 'fast-check';
import { editIssue, transitionIssue, type Issue, type Root } from '../../src/index.js';
import type { jqlWorld } from './jql-world.js';

/*
 * Searches of the history once more: forwards, from the first change to the last.
 */

export type Test = (issue: Issue, root: Root) => boolean;
/** A query as it is written, and what it means. */
export interface Made {
  readonly jql: string;
  readonly test: Test;
}
/** A clause, and what finds what it does not. */
export type Leaf = readonly [made: Made, negated: Made];

const hours = 60 * 60 * 1000;
const statuses = [
  ['To Do', '10000'],
  ['In Progress', '10001'],
  ['Done', '10002'],
] as const;
const people = ['ada', 'bob'] as const;
const days = ['2024-05-06', '2024-05-07', '2024-05-08'] as const;

/** What happens to an issue, half a day after what has happened before. */
export const randomSteps = fc.array(
  fc.record({
    by: fc.constantFrom(...people),
    does: fc.oneof(
      fc.constantFrom('11', '21', '31').map((transition) => ({ transition })),
      fc.option(fc.constantFrom(...people)).map((assignee) => ({ assignee })),
    ),
  }),
  { maxLength: 4 },
);

type Steps = typeof randomSteps extends fc.Arbitrary<infer It> ? It : never;

/** Lets it happen. */
export function takeSteps(small: ReturnType<typeof jqlWorld>, issueId: number, steps: Steps): void {
  for (const { by, does } of steps) {
    small.clock.at += 12 * hours;
    const who = small[by].accountId;
    small.world.write((tx) => {
      if ('transition' in does) {
        transitionIssue(tx, issueId, { transition: does.transition, parts: {}, given: [], by: who });
      } else {
        const assignee = does.assignee && { name: does.assignee };
        editIssue(tx, issueId, { assignee }, { by: who, overrideScreen: true });
      }
    });
  }
}

interface State {
  readonly value: string | null;
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** What a field was, one after the other. */
function states(field: 'status' | 'assignee', issue: Issue, root: Root): State[] {
  const changes = (root.issueChanges.get(issue.id) ?? []).flatMap(({ at, by, fields }) =>
    fields.filter(({ fieldId }) => fieldId === field).map(({ from, to }) => ({ at, by, from, to })),
  );
  const now = field === 'status' ? String(issue.workflow?.status ?? 10_000) : issue.assignee;
  const first = { value: changes[0] ? changes[0].from : now, start: issue.created, by: issue.reporter };
  const all = [first, ...changes.map(({ at, by, to }) => ({ value: to, start: at, by }))];
  return all.map((state, i) => ({ ...state, end: all[i + 1]?.start ?? Infinity }));
}

/** A span of time as a query says it. */
const spans = fc.option(
  fc.oneof(
    fc.tuple(fc.constantFrom('BEFORE', 'AFTER', 'ON'), fc.constantFrom(...days)).map(([word, day]) => {
      const at = Date.parse(day);
      const [start, end] = {
        BEFORE: [-Infinity, at],
        AFTER: [at + 1, Infinity],
        ON: [at, at + 24 * hours],
      }[word] as [number, number];
      return { text: ` ${word} "${day}"`, start, end };
    }),
    fc.constantFrom([days[0], days[1]] as const, [days[1], days[2]] as const).map(([from, to]) => ({
      text: ` DURING ("${from}", "${to}")`,
      start: Date.parse(from),
      end: Date.parse(to) + 1,
    })),
  ),
);
const persons = fc.option(fc.constantFrom(...people));

const isOf = (root: Root, by: string, name: string | null) => name === null || root.accountIdsByName.get(name) === by;
const byText = (name: string | null) => (name === null ? '' : ` BY ${name}`);

const wasStatus = fc
  .tuple(fc.subarray([...statuses], { minLength: 1 }), spans, persons)
  .map(([wanted, span, person]): Leaf => {
    const list = wanted.map(([name]) => `"${name}"`);
    const words = list.length === 1 ? ['was', list[0]] : ['was in', `(${list.join(', ')})`];
    const rest = `${span?.text ?? ''}${byText(person)}`;
    const test: Test = (issue, root) =>
      states('status', issue, root).some(
        ({ value, start, end, by }) =>
          wanted.some(([, id]) => id === value) &&
          isOf(root, by, person) &&
          (!span || (start < span.end && end > span.start)),
      );
    const not = words[0] === 'was' ? 'was not' : 'was not in';
    return [
      { jql: `status ${words.join(' ')}${rest}`, test },
      { jql: `status ${not} ${words[1]}${rest}`, test: (issue, root) => !test(issue, root) },
    ];
  });

const wasAssigned = fc.option(fc.constantFrom(...people)).map((person): Leaf => {
  const test: Test = (issue, root) =>
    states('assignee', issue, root).some(({ value }) =>
      person === null ? value === null : value !== null && isOf(root, value, person),
    );
  return [
    { jql: `assignee was ${person ?? 'EMPTY'}`, test },
    { jql: `assignee was not ${person ?? 'EMPTY'}`, test: (issue, root) => !test(issue, root) },
  ];
});

const changed = fc
  .tuple(fc.option(fc.constantFrom(...statuses)), fc.option(fc.constantFrom(...statuses)), spans, persons)
  .map(([from, to, span, person]): Leaf => {
    const ends = `${from ? ` FROM "${from[0]}"` : ''}${to ? ` TO "${to[0]}"` : ''}`;
    const jql = `status CHANGED${ends}${span?.text ?? ''}${byText(person)}`;
    const test: Test = (issue, root) => {
      const all = states('status', issue, root);
      return all
        .slice(1)
        .some(
          ({ value, start, by }, i) =>
            (!from || all[i]?.value === from[1]) &&
            (!to || value === to[1]) &&
            isOf(root, by, person) &&
            (!span || (start >= span.start && start < span.end)),
        );
    };
    return [
      { jql, test },
      { jql: `NOT ${jql}`, test: (issue, root) => !test(issue, root) },
    ];
  });

/** A clause about what was. */
export const pastQuery: fc.Arbitrary<Leaf> = fc.oneof(wasStatus, wasAssigned, changed);
