import { idNumber } from '../core/ids.js';
import type { Issue, Project, Root } from '../core/root.js';
import {
  priorities,
  resolutions,
  statusCategories,
  statuses,
  statusOf,
  usualPriority,
} from '../issues/issue-classes.js';
import { commentsOf } from '../issues/comments.js';
import { findProject } from '../projects/projects.js';
import {
  comparison,
  emptiness,
  equality,
  history,
  idsUnder,
  likeness,
  type Atom,
  type ClauseField,
  type SearchContext,
} from './clause.js';
import { findPeople, zoneOf } from './people.js';
import { dayOfText, momentOfOperand, dayOf } from './time.js';
import { plainText } from '../core/plain-text.js';

type Make = (context: SearchContext, name: string) => ClauseField;

interface Named {
  readonly id: number;
  readonly name: string;
}

/** Those that a text names: by their names in any case, else by their ids. */
export function findNamed(all: Iterable<Named>, text: string): number[] {
  const wanted = text.toLowerCase();
  const listed = [...all];
  const byName = listed.filter(({ name }) => name.toLowerCase() === wanted);
  const found = byName.length > 0 ? byName : listed.filter(({ id }) => id === idNumber(text));
  return found.map(({ id }) => id);
}

const oneOf = (value: Atom | null | undefined): readonly Atom[] =>
  value === null || value === undefined ? [] : [value];

function* partsOfProjects<Part>(root: Root, parts: (project: Project) => readonly Part[]): Iterable<Part> {
  for (const project of root.projects.values()) yield* parts(project);
}

/** `TEST-12` in the order of projects and of numbers. */
export function keyRank(issue: Issue): string {
  const dash = issue.key.lastIndexOf('-');
  return `${issue.key.slice(0, dash)} ${issue.key.slice(dash + 1).padStart(12, '0')}`;
}

const issueKey: Make = ({ root }, name) => ({
  id: 'issuekey',
  name,
  kind: 'issue',
  operators: [...equality, ...comparison],
  orderable: true,
  values: ({ id }) => [id],
  find(text) {
    const id = root.issueIdsByKey.get(text.toUpperCase()) ?? idNumber(text);
    return root.issues.has(id) ? [id] : [];
  },
  rank: (id) => keyRank(root.issues.get(id as number) as Issue),
  issuesWith: (id) => [id as number],
});

const project: Make = ({ root }, name) => ({
  id: 'project',
  name,
  kind: 'project',
  operators: [...equality, ...emptiness],
  orderable: true,
  values: ({ projectId }) => [projectId],
  find(text) {
    const found = findProject(root, text) ?? findProject(root, text.toUpperCase());
    return found ? [found.id] : findNamed(root.projects.values(), text);
  },
  rank: (id) => root.projects.get(id as number)?.name.toLowerCase() ?? '',
  issuesWith: (id) => idsUnder(root.issuesOfProject, id as number),
  *suggestions() {
    for (const { key } of root.projects.values()) yield key;
  },
});

const issueType: Make = ({ root }, name) => ({
  id: 'issuetype',
  name,
  kind: 'issuetype',
  operators: [...equality, ...emptiness],
  orderable: true,
  values: ({ issueTypeId }) => [issueTypeId],
  find: (text) => findNamed(root.issueTypes.values(), text),
  rank: (id) => root.issueTypes.get(id as number)?.name.toLowerCase() ?? '',
  *suggestions() {
    for (const one of root.issueTypes.values()) yield one.name;
  },
});

/** Something that every Jira has a fixed list of: the first is the highest. */
function classed(
  id: string,
  all: readonly Named[],
  valueOf: (issue: Issue) => number | undefined,
  { compared, past, empty = true }: { readonly compared: boolean; readonly past: boolean; readonly empty?: boolean },
): Make {
  return (_, name) => ({
    id,
    name,
    kind: 'class',
    operators: [...equality, ...(empty ? emptiness : []), ...(compared ? comparison : []), ...(past ? history : [])],
    orderable: true,
    values: (issue) => oneOf(valueOf(issue)),
    find: (text) => findNamed(all, text),
    // The highest comes first in the list, and is the greatest.
    rank: (atom) =>
      compared ? all.length - all.findIndex((one) => one.id === atom) : all.findIndex((one) => one.id === atom),
    ...(past && { past: Number }),
    suggestions: () => all.map((one) => one.name),
  });
}

function person(id: string, of: (issue: Issue) => string | null, past: boolean): Make {
  return ({ root }, name) => ({
    id,
    name,
    kind: 'user',
    operators: [...equality, ...emptiness, ...(past ? history : [])],
    orderable: true,
    values: (issue) => oneOf(of(issue)),
    find: (text) => findPeople(root, text),
    ...(past && { past: String }),
    rank: (atom) => root.users.get(String(atom))?.displayName.toLowerCase() ?? '',
    *suggestions() {
      for (const user of root.users.values()) if (user.active) yield user.displayName;
    },
  });
}

function versions(id: 'fixVersions' | 'versions', past: boolean): Make {
  return ({ root }, name) => ({
    id,
    name,
    kind: 'version',
    operators: [...equality, ...emptiness, ...comparison, ...likeness, ...(past ? history : [])],
    orderable: true,
    values: ({ details }) => details?.[id] ?? [],
    find: (text) =>
      findNamed(
        partsOfProjects(root, (one) => one.versions),
        text,
      ),
    ...(past && { past: Number }),
    rank: (atom) => versionRank(root, atom as number),
    texts: ({ details, projectId }) =>
      (details?.[id] ?? []).flatMap(
        (version) => root.projects.get(projectId)?.versions.find((one) => one.id === version)?.name ?? [],
      ),
    *suggestions() {
      for (const one of partsOfProjects(root, (owner) => owner.versions)) yield one.name;
    },
  });
}

/** Where a version stands in its project. */
export function versionRank(root: Root, id: number): number {
  for (const { versions: all } of root.projects.values()) {
    const at = all.findIndex((one) => one.id === id);
    if (at >= 0) return at;
  }
  return -1;
}

const component: Make = ({ root }, name) => ({
  id: 'components',
  name,
  kind: 'component',
  operators: [...equality, ...emptiness],
  orderable: true,
  values: ({ details }) => details?.components ?? [],
  find: (text) =>
    findNamed(
      partsOfProjects(root, (one) => one.components),
      text,
    ),
  rank(atom) {
    for (const one of partsOfProjects(root, (owner) => owner.components))
      if (one.id === atom) return one.name.toLowerCase();
    return '';
  },
  *suggestions() {
    for (const one of partsOfProjects(root, (owner) => owner.components)) yield one.name;
  },
});

const labels: Make = ({ root }, name) => ({
  id: 'labels',
  name,
  kind: 'label',
  operators: [...equality, ...emptiness],
  orderable: true,
  values: (issue) => issue.labels.map((label) => label.toLowerCase()),
  find: (text) => [text.toLowerCase()],
  *suggestions() {
    for (const issue of root.issues.values()) yield* issue.labels;
  },
});

function moment(id: string, of: (issue: Issue) => number | undefined, empty = true): Make {
  return (context, name) => ({
    id,
    name,
    kind: 'moment',
    operators: [...equality, ...(empty ? emptiness : []), ...comparison],
    orderable: true,
    values: (issue) => oneOf(of(issue)),
    find: (text) => oneOf(momentOfOperand(text, context.now, zoneOf(context))),
  });
}

const due: Make = (context, name) => ({
  id: 'duedate',
  name,
  kind: 'day',
  operators: [...equality, ...emptiness, ...comparison],
  orderable: true,
  values: ({ details }) => (details?.duedate == null ? [] : [dayOfText(details.duedate)]),
  find: (text) => dayOfOperand(text, context),
});

/** The day that a text of a query means. */
export function dayOfOperand(text: string, context: SearchContext): readonly Atom[] {
  const at = momentOfOperand(text, context.now, zoneOf(context));
  return at === undefined ? [] : [dayOf(at, zoneOf(context))];
}

function text(id: string, of: (issue: Issue) => string | null, empty = true): Make {
  return (_, name) => ({
    id,
    name,
    kind: 'text',
    operators: [...likeness, ...(empty ? emptiness : [])],
    orderable: true,
    values: (issue) => (of(issue) ? [(of(issue) as string).toLowerCase()] : []),
    find: (value) => [value],
    texts: (issue) => oneOf(of(issue)) as string[],
  });
}

const parent: Make = (context, name) => ({
  ...issueKey(context, name),
  id: 'parent',
  operators: [...equality, ...emptiness],
  values: ({ parentId }) => oneOf(parentId),
  issuesWith: (id) => idsUnder(context.root.subtasks, id as number),
  *suggestions() {
    for (const { key } of context.root.issues.values()) yield key;
  },
});

const comment: Make = ({ root }, name) => ({
  id: 'comment',
  name,
  kind: 'text',
  operators: [...likeness],
  orderable: false,
  values: ({ id }) => (commentsOf(root, id).length > 0 ? [''] : []),
  find: (value) => [value],
  texts: ({ id }) => commentsOf(root, id).map(({ body }) => plainText(body)),
});

const categories = Object.values(statusCategories).map(({ id, name }) => ({ id, name }));
const richText = (content: Parameters<typeof plainText>[0] | null | undefined) => (content ? plainText(content) : null);

/** Each name of a system field in queries, as it is written; names of one field stand together. */
const clauses: readonly (readonly [names: readonly string[], make: Make])[] = [
  [['affectedVersion'], versions('versions', false)],
  [['assignee'], person('assignee', ({ assignee }) => assignee, true)],
  [['comment'], comment],
  [['component'], component],
  [['created', 'createdDate'], moment('created', ({ created }) => created)],
  [['creator'], person('creator', ({ reporter }) => reporter, false)],
  [['description'], text('description', ({ description }) => richText(description))],
  [['due', 'duedate'], due],
  [['environment'], text('environment', ({ details }) => richText(details?.environment))],
  [['fixVersion'], versions('fixVersions', true)],
  [['id', 'issue', 'issuekey', 'key'], issueKey],
  [['issuetype', 'type'], issueType],
  [['labels'], labels],
  [['parent'], parent],
  [
    ['priority'],
    classed('priority', priorities, ({ details }) => details?.priority ?? usualPriority.id, {
      compared: true,
      past: true,
    }),
  ],
  [['project'], project],
  [['reporter'], person('reporter', ({ reporter }) => reporter, true)],
  [
    ['resolution'],
    classed('resolution', resolutions, ({ workflow }) => workflow?.resolution, { compared: true, past: true }),
  ],
  [['resolutiondate', 'resolved'], moment('resolutiondate', ({ workflow }) => workflow?.resolved)],
  [['status'], classed('status', statuses, (issue) => statusOf(issue).id, { compared: false, past: true })],
  [
    ['statusCategory'],
    classed('statusCategory', categories, (issue) => statusOf(issue).category.id, {
      compared: false,
      past: false,
      empty: false,
    }),
  ],
  [
    ['statusCategoryChangedDate'],
    moment('statuscategorychangedate', ({ workflow, created }) => workflow?.categoryChanged ?? created, false),
  ],
  [['summary'], text('summary', ({ summary }) => summary)],
  [['updated', 'updatedDate'], moment('updated', ({ updated }) => updated)],
];

const makers = new Map(clauses.flatMap(([names, make]) => names.map((name) => [name.toLowerCase(), make] as const)));

/** The names under which queries know the fields of the system. */
export const systemClauseNames: readonly string[] = clauses
  .flatMap(([names]) => names)
  .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));

/** A field of the system by a name of it in queries. */
export function systemClause(name: string, context: SearchContext): ClauseField | undefined {
  return makers.get(name.toLowerCase())?.(context, name);
}
