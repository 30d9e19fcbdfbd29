import {
  createAppOption,
  deleteAppOption,
  findField,
  getAppOption,
  isOwnApp,
  listAppOptions,
  putAppOption,
  selectableAppOptions,
  startReplacingAppOption,
  visibleAppOptions,
  type AppOptionInput,
} from '@fake-jira/world';
import type { JiraCloudOperations } from '@fake-jira/openapi';
import { noContent, ok, seeOther } from '../../http/response.js';
import { userOf, type RequestContext } from '../../http/request-context.js';
import { HttpError } from '../../http/wire-error.js';
import { okPage, type JiraHandlers } from './call.js';
import { checkOverrides } from './overrides.js';
import { renderAppOption } from './render-app-option.js';

export const appOptions = {
  getAllIssueFieldOptions(call) {
    requireAdministratorOrApp(call);
    return okPage(listAppOptions(call.root, call.path.fieldKey), call, renderAppOption);
  },

  createIssueFieldOption(call) {
    requireAdministratorOrApp(call);
    const { world, path, body } = call;
    return ok(renderAppOption(world.write((tx) => createAppOption(tx, path.fieldKey, readOption(body)))));
  },

  getSelectableIssueFieldOptions(call) {
    const { projectId } = call.query;
    return okPage(selectableAppOptions(call.root, call.path.fieldKey, { projectId }), call, renderAppOption);
  },

  getVisibleIssueFieldOptions(call) {
    const { projectId } = call.query;
    return okPage(visibleAppOptions(call.root, call.path.fieldKey, { projectId }), call, renderAppOption);
  },

  deleteIssueFieldOption(call) {
    requireAdministratorOrApp(call);
    const { world, path } = call;
    world.write((tx) => deleteAppOption(tx, path.fieldKey, path.optionId));
    return noContent();
  },

  getIssueFieldOption(call) {
    requireAdministratorOrApp(call);
    return ok(renderAppOption(getAppOption(call.root, call.path.fieldKey, call.path.optionId)));
  },

  updateIssueFieldOption(call) {
    requireAdministratorOrApp(call);
    const { world, path, body } = call;
    const option = world.write((tx) =>
      putAppOption(tx, path.fieldKey, path.optionId, { ...readOption(body), id: body.id }),
    );
    return ok(renderAppOption(option));
  },

  replaceIssueFieldOption(call) {
    requireAdministratorOrApp(call);
    const { world, path, query, links } = call;
    checkOverrides(query, call);
    const task = world.write((tx) => startReplacingAppOption(tx, path.fieldKey, { ...path, ...query }, userOf(call)));
    return seeOther(links.rest(`/task/${task.id}`));
  },
} satisfies Partial<JiraHandlers>;

/** The app that provides a field needs no administrator's right for its options. */
function requireAdministratorOrApp({
  root,
  caller,
  path,
}: Pick<RequestContext, 'root' | 'caller'> & { path: { fieldKey: string } }): void {
  if (caller.administrator) return;
  const field = findField(root, path.fieldKey);
  if (field && caller.user && isOwnApp(caller.user, field)) return;
  throw new HttpError('not-administrator-nor-app');
}

type OptionBody = RequestContext<JiraCloudOperations['createIssueFieldOption' | 'updateIssueFieldOption']>['body'];

/** An option as a request has it; a project scope without an id names no project. */
function readOption({ value, properties, config }: OptionBody): AppOptionInput {
  const scope = config?.scope;
  return {
    value,
    properties,
    config: config && {
      attributes: config.attributes,
      scope: scope && {
        ...scope,
        projects2: scope.projects2?.map((project) => ({ id: project.id ?? '', attributes: project.attributes })),
      },
    },
  };
}
