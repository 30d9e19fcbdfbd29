import { findUser, type Component, type ComponentAssigneeType, type Project } from '@fake-jira/world';
import type { View } from './call.js';
import { renderUser } from './render-user.js';

/** A component where an issue names it. */
export function renderComponent({ id, name, description }: Component, { links }: Pick<View, 'links'>) {
  return { self: links.rest(`/component/${id}`), id: String(id), name, ...(description !== '' && { description }) };
}

/** A component in its project, which looks into nobody's rights (recorded of Servers). */
export function renderComponentOfProject(component: Component, view: View) {
  return { ...renderComponent(component, view), isAssigneeTypeValid: false };
}

/** A component with who leads it, and who gets its issues. */
export function renderComponentInFull(component: Component, project: Project, view: View) {
  const { assigneeType = 'PROJECT_DEFAULT' } = component;
  const assignee = assigneeOf(assigneeType, component, project, view);
  const isValid = assigneeType !== 'COMPONENT_LEAD' || assignee !== undefined;
  const real = isValid
    ? { type: assigneeType, assignee }
    : { type: 'PROJECT_DEFAULT' as const, assignee: assigneeOf('PROJECT_DEFAULT', component, project, view) };
  const lead = component.lead === undefined ? undefined : personNamed(component.lead, view);
  return {
    ...renderComponent(component, view),
    ...(lead && { lead }),
    assigneeType,
    ...(assignee && { assignee }),
    realAssigneeType: real.type,
    ...(real.assignee && { realAssignee: real.assignee }),
    isAssigneeTypeValid: isValid,
    project: project.key,
    projectId: project.id,
  };
}

function assigneeOf(type: ComponentAssigneeType, component: Component, project: Project, view: View) {
  const ofProject = project.assigneeType === 'PROJECT_LEAD' ? project.lead : undefined;
  const accountIds = {
    COMPONENT_LEAD: component.lead,
    PROJECT_LEAD: project.lead,
    PROJECT_DEFAULT: ofProject,
    UNASSIGNED: undefined,
  };
  const accountId = accountIds[type];
  return accountId === undefined ? undefined : personNamed(accountId, view);
}

function personNamed(accountId: string, view: View) {
  const user = findUser(view.root, accountId);
  return user && renderUser(user, view);
}
