import { idNumber, type Id } from '../core/ids.js';
import type { Component, ComponentAssigneeType, Issue, Project, Root } from '../core/root.js';
import { RuleError, together } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';
import { findUser } from '../people/people.js';
import { changeIssue, issuesOfProject, swappedIds } from './issues-of-project.js';
import { addComponents, putComponents, requireProject } from './projects.js';

/** Most characters of the name of a component. */
export const componentNameLimit = 255;

/** What a request says of a component. */
export interface ComponentInput {
  readonly name?: string | undefined;
  readonly description?: string | null | undefined;
  /** Account id or name; `null` and an empty text: nobody. */
  readonly lead?: string | null | undefined;
  readonly assigneeType?: ComponentAssigneeType | undefined;
}

export interface ComponentOfProject {
  readonly project: Project;
  readonly component: Component;
}

/** A component with its project. @throws RuleError `component-not-found` */
export function requireComponent(root: Root, componentId: Id): ComponentOfProject {
  const id = idNumber(componentId);
  const project = root.projects.get(root.projectOfComponent.get(id) ?? 0);
  const component = project?.components.find((one) => one.id === id);
  if (!project || !component) throw new RuleError('component-not-found', { componentId: String(componentId) });
  return { project, component };
}

/** Adds a component. @throws RuleError `project-not-found`, `component-name-…`, `component-lead-unknown` */
export function createComponent(tx: Transaction, projectIdOrKey: Id, input: ComponentInput): Component {
  const project = requireProject(tx.root, projectIdOrKey);
  const checked = checkComponent(tx.root, project, undefined, { ...input, name: input.name ?? '' });
  return addComponents(tx, project.id, [checked])[0] as Component;
}

/** Changes what is given of a component. @throws RuleError `component-not-found` and as {@link createComponent} */
export function editComponent(tx: Transaction, componentId: Id, input: ComponentInput): Component {
  const { project, component: before } = requireComponent(tx.root, componentId);
  const after: Component = { id: before.id, ...checkComponent(tx.root, project, before, input) };
  putComponents(
    tx,
    project,
    project.components.map((one) => (one === before ? after : one)),
  );
  return after;
}

/**
 * Deletes a component. Issues that have it get another one of the project, or none.
 *
 * @param by - account id of who does it, for the history of the issues
 * @throws RuleError `component-not-found`, `component-replacement-invalid`
 */
export function deleteComponent(tx: Transaction, componentId: Id, moveIssuesTo: Id | undefined, by: string): void {
  const { project, component } = requireComponent(tx.root, componentId);
  const to = moveIssuesTo === undefined ? undefined : requireComponent(tx.root, moveIssuesTo);
  if (to && (to.project.id !== project.id || to.component.id === component.id)) {
    throw new RuleError('component-replacement-invalid', { componentId: String(moveIssuesTo) });
  }
  for (const issue of issuesOfComponent(tx.root, component.id)) {
    const components = swappedIds(issue.details?.components ?? [], component.id, to?.component.id);
    changeIssue(tx, issue, { ...issue, details: { ...issue.details, components } }, by);
  }
  putComponents(
    tx,
    project,
    project.components.filter((one) => one.id !== component.id),
  );
}

/** The issues that have a component. */
export function issuesOfComponent(root: Root, componentId: Id): Issue[] {
  const { project, component } = requireComponent(root, componentId);
  return issuesOfProject(root, project).filter(({ details }) => details?.components?.includes(component.id));
}

/** A component as it becomes, without its id. */
function checkComponent(root: Root, project: Project, before: Component | undefined, input: ComponentInput) {
  const [name, lead] = together(
    () => checkName(project, before, input.name),
    () => checkLead(root, input.lead, before?.lead),
  );
  const assigneeType = input.assigneeType ?? before?.assigneeType;
  return {
    name,
    description: (input.description === undefined ? before?.description : input.description) ?? '',
    ...(lead !== undefined && { lead }),
    ...(assigneeType !== undefined && { assigneeType }),
  };
}

function checkName({ components }: Project, before: Component | undefined, given: string | undefined): string {
  if (given === undefined && before) return before.name;
  const name = given?.trim() ?? '';
  if (name === '') throw new RuleError('component-name-empty', {});
  if (name.length > componentNameLimit) {
    throw new RuleError('component-name-too-long', { length: name.length, limit: componentNameLimit });
  }
  const taken = components.some((one) => one.id !== before?.id && one.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new RuleError('component-name-taken', { name });
  return name;
}

function checkLead(root: Root, given: string | null | undefined, before: string | undefined): string | undefined {
  if (given === undefined) return before;
  if (given === null || given === '') return undefined;
  const user = findUser(root, given);
  if (!user) throw new RuleError('component-lead-unknown', { user: given });
  return user.accountId;
}
