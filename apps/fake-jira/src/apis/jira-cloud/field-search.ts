import {
  countContexts,
  countProjects,
  countScreens,
  customFieldId,
  fieldKey,
  searchFields,
  searchFieldsOfType,
  type CustomField,
  type Root,
  type SystemField,
} from '@fake-jira/world';
import { commaList } from '../../http/comma-list.js';
import { fromRoot } from '../../http/from-root.js';
import { okPage, okPageWithoutSelf, type JiraHandlers } from './call.js';
import { customFieldSchema } from './render-field.js';
import { renderUserOfIssue } from './render-user.js';
import { timestamp } from './timestamp.js';

export const fieldSearch = {
  getFieldsPaginated: fromRoot((call) => {
    const { type: types, id: ids, query, orderBy, expand } = call.query;
    const { fieldSearchRules, wildcardsInQueries: wildcards } = call.behaviour;
    const found = searchFieldsOfType(call.root, { types, ids, query, wildcards, orderBy }, fieldSearchRules);
    const expanded = new Set(commaList(expand));
    return okPageWithoutSelf(found, call, (field) => renderFound(call.root, field, expanded));
  }),

  getTrashedFieldsPaginated(call) {
    const { root, query, behaviour } = call;
    const found = searchFields(root, {
      ids: query.id,
      query: query.query,
      wildcards: behaviour.wildcardsInQueries,
      orderBy: query.orderBy,
      in: 'trash',
    });
    return okPage(found, call, (field) => {
      const trashed = field.trashed as NonNullable<CustomField['trashed']>;
      const by = root.users.get(trashed.by);
      return {
        ...renderBasics(field),
        key: fieldKey(field),
        trashedDate: timestamp(trashed.at),
        ...(by ? { trashedBy: renderUserOfIssue(by, call) } : {}),
        plannedDeletionDate: timestamp(trashed.deleteAt),
      };
    });
  },
} satisfies Partial<JiraHandlers>;

function renderFound(root: Root, field: CustomField | SystemField, expand: ReadonlySet<string>) {
  if (typeof field.id === 'string') return renderSystem(field as SystemField, expand);
  const custom = field as CustomField;
  const { searcherKey } = custom;
  return {
    ...renderBasics(custom),
    ...(expand.has('key') ? { key: fieldKey(custom) } : {}),
    ...(expand.has('isLocked') ? { isLocked: custom.locked } : {}),
    ...(expand.has('searcherKey') && searcherKey !== null ? { searcherKey } : {}),
    ...(expand.has('screensCount') ? { screensCount: countScreens(root, custom.id) } : {}),
    ...(expand.has('contextsCount') ? { contextsCount: countContexts(root, custom.id) } : {}),
    ...(expand.has('projectsCount') ? { projectsCount: countProjects(root, custom.id) } : {}),
    ...(expand.has('lastUsed') ? { lastUsed: renderLastUsed(custom) } : {}),
  };
}

function renderBasics(field: CustomField) {
  const { name, description } = field;
  return { id: customFieldId(field.id), name, schema: customFieldSchema(field), description };
}

function renderSystem({ id, name, schema = { type: 'string', system: id } }: SystemField, expand: ReadonlySet<string>) {
  return { id, name, schema, ...(expand.has('key') ? { key: id } : {}) };
}

function renderLastUsed({ lastUsed }: CustomField) {
  return lastUsed === undefined
    ? { type: 'NO_INFORMATION' as const }
    : { type: 'TRACKED' as const, value: timestamp(lastUsed) };
}
