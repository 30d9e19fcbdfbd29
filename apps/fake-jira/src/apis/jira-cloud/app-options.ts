import type { JiraCloudOperations } from '@fake-jira/openapi';
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
import { noContent, ok, seeOther } from '../../http/answer.js';
import { userOf, type Call, type Handlers } from '../../http/call.js';
import { pageOf } from '../../http/paging.js';
import { HttpError } from '../../http/wire-error.js';
import { checkOverrides } from './overrides.js';
import { renderAppOption } from './render-app-option.js';
import { pageCap } from './rules.js';

type Operations = Pick<
  JiraCloudOperations,
  | 'getAllIssueFieldOptions'
  | 'createIssueFieldOption'
  | 'getSelectableIssueFieldOptions'
  | 'getVisibleIssueFieldOptions'
  | 'deleteIssueFieldOption'
  | 'getIssueFieldOption'
  | 'updateIssueFieldOption'
  | 'replaceIssueFieldOption'
>;

export const appOptions: Handlers<Operations> = {
  getAllIssueFieldOptions(call) {
    requireAdministratorOrApp(call);
    const { root, path, query, links, profile } = call;
    return ok(pageOf(listAppOptions(root, path.fieldKey), query, { links, cap: pageCap(profile) }, renderAppOption));
  },

  createIssueFieldOption(call) {
    requireAdministratorOrApp(call);
    const { world, path, body } = call;
    return ok(renderAppOption(world.write((tx) => createAppOption(tx, path.fieldKey, readOption(body)))));
  },

  getSelectableIssueFieldOptions({ root, path, query, links, profile }) {
    const options = selectableAppOptions(root, path.fieldKey, { projectId: query.projectId });
    return ok(pageOf(options, query, { links, cap: pageCap(profile) }, renderAppOption));
  },

  getVisibleIssueFieldOptions({ root, path, query, links, profile }) {
    const options = visibleAppOptions(root, path.fieldKey, { projectId: query.projectId });
    return ok(pageOf(options, query, { links, cap: pageCap(profile) }, renderAppOption));
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
};

/** The app that provides a field needs no administrator's right for its options. */
function requireAdministratorOrApp({
  root,
  caller,
  path,
}: Pick<Call, 'root' | 'caller'> & { path: { fieldKey: string } }): void {
  if (caller.administrator) return;
  const field = findField(root, path.fieldKey);
  if (field && caller.user && isOwnApp(caller.user, field)) return;
  throw new HttpError('not-administrator-nor-app');
}

type OptionBody =
  Call<Operations['createIssueFieldOption']>['body'] | Call<Operations['updateIssueFieldOption']>['body'];

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
