import { membersOfGroup, findGroup } from '../people/people.js';
import { findIssue } from '../issues/issue-check.js';
import { issueLinkTypes, linksOf } from '../issues/issue-links.js';
import { findProject } from '../projects/projects.js';
import type { ProjectVersion, Root } from '../core/root.js';
import type { Atom, AtomKind, ClauseField, SearchContext } from './clause.js';
import { withoutChild, optionsBelow, optionsNamed } from './option-atoms.js';
import { zoneOf } from './people.js';
import type { JqlProblem } from './problems.js';
import { dayOf, edgeOf, type Span } from './time.js';

interface JqlFunction {
  readonly name: string;
  /** The clauses that take what it gives. */
  readonly gives: AtomKind;
  /** Whether it gives a list, which `in` takes and `=` does not. */
  readonly list: boolean;
  readonly args: readonly [least: number, most: number];
  /** @returns the argument that is wrong, where one is */
  readonly call: (
    args: readonly string[],
    context: SearchContext,
    clause: ClauseField,
  ) => readonly Atom[] | { readonly wrong: string };
}

const one = (atom: Atom | undefined): readonly Atom[] => (atom === undefined ? [] : [atom]);

function edge(which: 'start' | 'end', span: Span): JqlFunction {
  const name = `${which}Of${span.charAt(0).toUpperCase()}${span.slice(1)}`;
  return {
    name,
    gives: 'moment',
    list: false,
    args: [0, 1],
    call([step = ''], context) {
      const at = edgeOf(which, span, step, context.now, zoneOf(context));
      return at === undefined ? { wrong: step } : [at];
    },
  };
}

/** Versions of the named projects, or of all, as far as they are wanted. */
function versions(
  name: string,
  list: boolean,
  pick: (all: readonly ProjectVersion[]) => readonly ProjectVersion[],
): JqlFunction {
  return {
    name,
    gives: 'version',
    list,
    args: list ? [0, Infinity] : [0, 1],
    call(args, { root }) {
      const found: Atom[] = [];
      const projects = args.length === 0 ? [...root.projects.values()] : args.map((arg) => projectNamed(root, arg));
      const missing = projects.indexOf(undefined);
      if (missing >= 0) return { wrong: args[missing] ?? '' };
      for (const project of projects) found.push(...pick(project?.versions ?? []).map(({ id }) => id));
      return found;
    },
  };
}

function projectNamed(root: Root, text: string) {
  const wanted = text.toLowerCase();
  return (
    findProject(root, text) ??
    findProject(root, text.toUpperCase()) ??
    [...root.projects.values()].find(({ name }) => name.toLowerCase() === wanted)
  );
}

const live = ({ archived }: ProjectVersion) => !archived;
const issueTypes = (name: string, subtask: boolean): JqlFunction => ({
  name,
  gives: 'issuetype',
  list: true,
  args: [0, 0],
  call: (_, { root }) => [...root.issueTypes.values()].filter((type) => type.subtask === subtask).map(({ id }) => id),
});

const functions: readonly JqlFunction[] = [
  {
    name: 'cascadeOption',
    gives: 'option',
    list: true,
    args: [1, 2],
    call([parent = '', child], { root }, clause) {
      const field = root.fields.get(Number(clause.id.slice('customfield_'.length)));
      const parents = field ? optionsNamed(root, field, parent).filter(({ parentId }) => parentId === 0) : [];
      if (parents.length === 0) return { wrong: parent };
      if (child === undefined) return parents.map(({ id }) => id);
      if (child.toLowerCase() === 'none') return parents.map(({ id }) => withoutChild(id));
      const children = optionsBelow(root, parents, child);
      return children.length === 0 ? { wrong: child } : children.map(({ id }) => id);
    },
  },
  { name: 'currentUser', gives: 'user', list: false, args: [0, 0], call: (_, { user }) => one(user?.accountId) },
  versions('earliestUnreleasedVersion', false, (all) => all.filter((it) => live(it) && !it.released).slice(0, 1)),
  edge('end', 'day'),
  edge('end', 'month'),
  edge('end', 'week'),
  edge('end', 'year'),
  {
    name: 'inactiveUsers',
    gives: 'user',
    list: true,
    args: [0, 0],
    call: (_, { root }) => [...root.users.values()].filter(({ active }) => !active).map(({ accountId }) => accountId),
  },
  versions('latestReleasedVersion', false, (all) => all.filter((it) => live(it) && it.released).slice(-1)),
  {
    name: 'linkedIssues',
    gives: 'issue',
    list: true,
    args: [1, Infinity],
    call([key = '', ...names], { root }) {
      const issue = findIssue(root, key);
      if (!issue) return { wrong: key };
      const known = issueLinkTypes.flatMap(({ inward, outward }) => [inward, outward]);
      const missing = names.find((name) => !known.includes(name.toLowerCase()));
      if (missing !== undefined) return { wrong: missing };
      const wanted = new Set(names.length === 0 ? known : names.map((name) => name.toLowerCase()));
      return linksOf(root, issue.id).flatMap(({ typeId, fromId, toId }) => {
        const type = issueLinkTypes.find(({ id }) => id === typeId);
        const [description, other] = fromId === issue.id ? [type?.outward, toId] : [type?.inward, fromId];
        return description !== undefined && wanted.has(description) ? [other] : [];
      });
    },
  },
  {
    name: 'membersOf',
    gives: 'user',
    list: true,
    args: [1, 1],
    call([name = ''], { root }) {
      const group = findGroup(root, name);
      return group ? membersOfGroup(root, group.name).map(({ accountId }) => accountId) : { wrong: name };
    },
  },
  { name: 'now', gives: 'moment', list: false, args: [0, 0], call: (_, { now }) => [now] },
  {
    name: 'projectsLeadByUser',
    gives: 'project',
    list: true,
    args: [0, 1],
    call([name], { root, user }) {
      const lead = name === undefined ? user?.accountId : (root.accountIdsByName.get(name.toLowerCase()) ?? name);
      return [...root.projects.values()].filter((project) => project.lead === lead).map(({ id }) => id);
    },
  },
  versions('releasedVersions', true, (all) => all.filter((it) => live(it) && it.released)),
  issueTypes('standardIssueTypes', false),
  issueTypes('standardWorkTypes', false),
  edge('start', 'day'),
  edge('start', 'month'),
  edge('start', 'week'),
  edge('start', 'year'),
  issueTypes('subTaskIssueTypes', true),
  issueTypes('subWorkTypes', true),
  versions('unreleasedVersions', true, (all) => all.filter((it) => live(it) && !it.released)),
];

const byName = new Map(functions.map((each) => [each.name.toLowerCase(), each]));

/** The functions that queries can call, by name. */
export const jqlFunctions: readonly Pick<JqlFunction, 'name' | 'gives' | 'list' | 'args'>[] = functions;

export type Called = { readonly list: boolean; readonly atoms: readonly Atom[] } | { readonly problem: JqlProblem };

/** What a function gives for a clause. */
export function callFunction(
  name: string,
  args: readonly string[],
  clause: ClauseField,
  context: SearchContext,
): Called {
  const known = byName.get(name.toLowerCase());
  if (!known) return { problem: { problem: 'unknown-function', name } };
  const { gives, list, args: range, call } = known;
  const isDay = gives === 'moment' && clause.kind === 'day';
  if (clause.kind !== gives && !isDay) {
    return { problem: { problem: 'function-not-for-field', field: clause.name, name: known.name } };
  }
  const [least, most] = range;
  if (args.length < least || args.length > most) {
    const expected = args.length < least ? least : most;
    return { problem: { problem: 'function-arguments', name: known.name, expected, given: args.length } };
  }
  const given = call(args, context, clause);
  if ('wrong' in given) return { problem: { problem: 'function-argument', name: known.name, value: given.wrong } };
  return { list, atoms: isDay ? given.map((at) => dayOf(at as number, zoneOf(context))) : given };
}
