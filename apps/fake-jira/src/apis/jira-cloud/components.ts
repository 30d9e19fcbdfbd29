import {
  createComponent,
  deleteComponent,
  editComponent,
  findUser,
  issuesOfComponent,
  requireComponent,
  requireProject,
  RuleError,
  type Component,
  type ComponentInput,
  type Id,
  type Root,
} from '@fake-jira/world';
import { orderOf } from '../../http/comma-list.js';
import { userOf } from '../../http/request-context.js';
import { created, noContent, ok } from '../../http/response.js';
import { okPage, type JiraHandlers, type View } from './call.js';
import { renderComponentInFull } from './render-component.js';

/** The components of projects. */
export const components = {
  createComponent(call) {
    const { world, body } = call;
    const { id } = world.write((tx) => createComponent(tx, projectOf(body), inputOf(body)));
    return created(rendered(id, { ...call, root: world.root }));
  },

  getComponent: (call) => ok(rendered(call.path.id, call)),

  updateComponent(call) {
    const { world, path, body } = call;
    world.write((tx) => editComponent(tx, path.id, inputOf(body)));
    return ok(rendered(path.id, { ...call, root: world.root }));
  },

  deleteComponent(call) {
    const { world, path, query } = call;
    world.write((tx) => deleteComponent(tx, path.id, query.moveIssuesTo, userOf(call).accountId));
    return noContent();
  },

  getComponentRelatedIssues({ root, path, links }) {
    const { component } = requireComponent(root, path.id);
    return ok({
      self: links.rest(`/component/${component.id}`),
      issueCount: issuesOfComponent(root, component.id).length,
    });
  },

  getProjectComponents(call) {
    const project = requireProject(call.root, call.path.projectIdOrKey);
    return ok(project.components.map((component) => renderComponentInFull(component, project, call)));
  },

  getProjectComponentsPaginated(call) {
    const { root, path, query } = call;
    const project = requireProject(root, path.projectIdOrKey);
    const text = query.query?.toLowerCase() ?? '';
    const found = project.components.filter(({ name, description }) =>
      `${name}\n${description}`.toLowerCase().includes(text),
    );
    return okPage(sorted(root, found, query.orderBy ?? 'name'), call, (component) => ({
      issueCount: issuesOfComponent(root, component.id).length,
      ...renderComponentInFull(component, project, call),
    }));
  },
} satisfies Partial<JiraHandlers>;

function rendered(componentId: Id, view: View) {
  const { project, component } = requireComponent(view.root, componentId);
  return renderComponentInFull(component, project, view);
}

interface Body extends Omit<ComponentInput, 'lead'> {
  readonly project?: string;
  readonly projectId?: number;
  readonly leadAccountId?: string | null;
  readonly leadUserName?: string | null;
}

function inputOf({ name, description, assigneeType, leadAccountId, leadUserName }: Body): ComponentInput {
  return { name, description, assigneeType, lead: leadAccountId === undefined ? leadUserName : leadAccountId };
}

function projectOf({ project, projectId }: Body): Id {
  const given = project ?? projectId;
  if (given === undefined) throw new RuleError('component-project-missing', {});
  return given;
}

/** Components in the order asked for; those that are equal in it by name. */
function sorted(root: Root, found: readonly Component[], orderBy: string): readonly Component[] {
  const { by, direction } = orderOf(orderBy);
  const values: Readonly<Record<string, (component: Component) => string | number>> = {
    name: ({ name }) => name.toLowerCase(),
    description: ({ description }) => description.toLowerCase(),
    lead: ({ lead }) => (lead === undefined ? '' : (findUser(root, lead)?.displayName.toLowerCase() ?? '')),
    issueCount: ({ id }) => issuesOfComponent(root, id).length,
  };
  const value = values[by] ?? (() => '');
  return found.toSorted((a, b) => direction * (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0));
}
