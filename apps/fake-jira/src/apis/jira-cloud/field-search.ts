import type { JiraCloudOperations } from '@fake-jira/openapi';
import { answer } from '@fake-jira/profile';
import {
  countContexts,
  countProjects,
  countScreens,
  customFieldId,
  fieldKey,
  RuleError,
  searchFields,
  systemFields,
  type CustomField,
  type Root,
  type SystemField,
} from '@fake-jira/world';
import { ok } from '../../http/answer.js';
import type { Handlers } from '../../http/call.js';
import { commaList } from '../../http/comma-list.js';
import { pageOf } from '../../http/paging.js';
import { customFieldSchema } from './render-field.js';
import { renderUser } from './render-user.js';
import { pageCap } from './rules.js';
import { timestamp } from './timestamp.js';

type Operations = Pick<JiraCloudOperations, 'getFieldsPaginated' | 'getTrashedFieldsPaginated'>;

export const fieldSearch: Handlers<Operations> = {
  getFieldsPaginated({ root, query, links, profile }) {
    const { type, id, query: part, orderBy } = query;
    // "Only custom fields can be queried, `type` must be set to `custom`" (003, get fields paginated).
    const withoutType = answer(profile, 'jira.search-without-type');
    if (type?.includes('system') || (!type && withoutType === '400')) {
      throw new RuleError('field-not-custom', { fieldId: 'type' });
    }
    const custom = searchFields(root, { ids: id, query: part, orderBy, in: 'use' });
    const all = !type && withoutType === 'all' && !id && part === undefined;
    const found = all ? [...systemFields(), ...custom] : custom;
    const expand = new Set(commaList(query.expand));
    return ok(pageOf(found, query, { links, cap: pageCap(profile) }, (field) => renderFound(root, field, expand)));
  },

  getTrashedFieldsPaginated(call) {
    const { root, query, links, profile } = call;
    const found = searchFields(root, { ids: query.id, query: query.query, orderBy: query.orderBy, in: 'trash' });
    return ok(
      pageOf(found, query, { links, cap: pageCap(profile) }, (field) => {
        const trashed = field.trashed as NonNullable<CustomField['trashed']>;
        const by = root.users.get(trashed.by);
        return {
          ...renderBasics(field),
          key: fieldKey(field),
          trashedDate: timestamp(trashed.at),
          ...(by ? { trashedBy: renderUser(by, call) } : {}),
          plannedDeletionDate: timestamp(trashed.deleteAt),
        };
      }),
    );
  },
};

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

function renderSystem({ id, name, schema }: SystemField, expand: ReadonlySet<string>) {
  return { id, name, schema, ...(expand.has('key') ? { key: id } : {}) };
}

function renderLastUsed({ lastUsed }: CustomField) {
  return lastUsed === undefined
    ? { type: 'NO_INFORMATION' as const }
    : { type: 'TRACKED' as const, value: timestamp(lastUsed) };
}
