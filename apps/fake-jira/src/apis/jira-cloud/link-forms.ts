import {
  findIssue,
  issueLinkTypes,
  linkIssues,
  RuleError,
  systemFieldsOnScreen,
  type Issue,
  type IssueLinkType,
  type IssueProblem,
  type Project,
  type Root,
  type Transaction,
} from '@fake-jira/world';

type Operation = Readonly<Record<string, unknown>>;

interface Named {
  readonly id?: unknown;
  readonly key?: unknown;
  readonly name?: unknown;
}

interface Updates {
  readonly update?: Readonly<Record<string, readonly Operation[]>> | undefined;
}

/** What a create or an edit says of links, which are no value of the issue, and the rest of it. */
export function withoutLinks<Request extends Updates>(request: Request) {
  const { issuelinks = [], ...update } = request.update ?? {};
  return { issuelinks, rest: request.update ? { ...request, update } : request };
}

/**
 * Links an issue as a create or an edit says under `update.issuelinks`, whose only verb here is `add`.
 *
 * @param by - account id of who does it
 * @throws RuleError `issue-invalid` for a project whose screen does not show the field, for another verb, and for a type
 *   or an issue that is not there
 */
export function addLinks(tx: Transaction, issue: Issue, operations: readonly Operation[], by: string): void {
  if (operations.length === 0) return;
  const project = tx.root.projects.get(issue.projectId) as Project;
  if (!systemFieldsOnScreen(tx.root, project).has('issuelinks')) refuse({ problem: 'not-on-screen' });
  for (const operation of operations) {
    const { add, ...others } = operation;
    const [verb] = Object.keys(others);
    if (verb !== undefined || typeof add !== 'object' || add === null) {
      refuse({ problem: 'unreadable', detail: `the field can be changed with add, not with ${verb ?? 'nothing'}` });
    }
    addLink(tx, issue, add as Readonly<Record<string, Named | undefined>>, by);
  }
}

/** The issue that is edited stands at the end of the link that is not named. */
function addLink(tx: Transaction, issue: Issue, link: Readonly<Record<string, Named | undefined>>, by: string): void {
  const type = typeNamed(link['type'] ?? {});
  const { inwardIssue, outwardIssue } = link;
  if (inwardIssue) linkIssues(tx, type, issueNamed(tx.root, inwardIssue), issue, { by });
  else if (outwardIssue) linkIssues(tx, type, issue, issueNamed(tx.root, outwardIssue), { by });
  else refuse({ problem: 'unreadable', detail: 'an inwardIssue or an outwardIssue is needed' });
}

function typeNamed({ id, name }: Named): IssueLinkType {
  const found = issueLinkTypes.find((type) => (id === undefined ? type.name === name : String(type.id) === text(id)));
  return (
    found ?? refuse({ problem: 'unreadable', detail: `No issue link type with name '${text(name ?? id)}' found.` })
  );
}

function issueNamed(root: Root, { id, key }: Named): Issue {
  const named = text(id ?? key);
  return findIssue(root, named) ?? refuse({ problem: 'unreadable', detail: `The issue '${named}' does not exist.` });
}

function text(given: unknown): string {
  return typeof given === 'string' || typeof given === 'number' ? String(given) : '';
}

function refuse(problem: Pick<IssueProblem, 'problem' | 'detail'>): never {
  throw new RuleError('issue-invalid', { problems: [{ field: 'issuelinks', ...problem }] });
}
