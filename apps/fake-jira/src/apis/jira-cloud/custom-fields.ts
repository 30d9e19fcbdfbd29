import type { JiraCloudOperations } from '@fake-jira/openapi';
import {
  findField,
  idNumber,
  liveFields,
  removeField,
  RuleError,
  type CustomField,
  type Transaction,
} from '@fake-jira/world';
import { ok } from '../../http/answer.js';
import type { Handlers } from '../../http/call.js';
import { pageOf } from '../../http/paging.js';
import { HttpError } from '../../http/wire-error.js';
import { commaList } from '../../http/comma-list.js';
import { fieldsInOrder, fitsFieldSearch, renderFieldDataCenter } from './data-center-fields.js';
import { pageCap } from './rules.js';

type Operations = Pick<
  JiraCloudOperations,
  'getCustomFieldOption' | 'getCustomFieldsDataCenter' | 'deleteCustomFieldsDataCenter'
>;

export const customFields: Handlers<Operations> = {
  getCustomFieldOption({ root, path, links, versions }) {
    const option = root.options.get(idNumber(path.id));
    if (!option) throw new RuleError('options-not-found', { optionIds: [path.id], argument: 'id' });
    return ok({
      self: links.rest(`/customFieldOption/${option.id}`),
      value: option.value,
      ...(versions.jira.deployment === 'data-center' && { disabled: option.disabled }),
    });
  },

  getCustomFieldsDataCenter({ root, query, links, profile }) {
    const found = [...liveFields(root)].filter((field) => fitsFieldSearch(root, field, query));
    return ok(
      pageOf(fieldsInOrder(root, found, query), query, { links, cap: pageCap(profile) }, (field) =>
        renderFieldDataCenter(root, field, links),
      ),
    );
  },

  deleteCustomFieldsDataCenter({ world, query }) {
    const ids = commaList(query.ids);
    if (ids.length === 0)
      throw new HttpError('request-invalid', { reason: "The 'ids' query parameter must name a field." });
    return ok(world.write((tx) => deleteEach(tx, ids)));
  },
};

/** Data Center deletes at once, and reports what it could not delete. */
function deleteEach(tx: Transaction, ids: readonly string[]) {
  const deleted: string[] = [];
  const notDeleted: Record<string, string> = {};
  for (const id of new Set(ids)) {
    const field = findField(tx.root, id);
    const reason = reasonToKeep(field, id);
    if (field && reason === undefined) {
      removeField(tx, field);
      deleted.push(id);
    } else {
      notDeleted[id] = reason ?? '';
    }
  }
  const all = Object.keys(notDeleted).length === 0;
  return {
    message: all
      ? 'All custom fields were deleted.'
      : `${deleted.length} of ${new Set(ids).size} custom fields were deleted.`,
    deletedCustomFields: deleted,
    notDeletedCustomFields: notDeleted,
  };
}

function reasonToKeep(field: CustomField | undefined, id: string): string | undefined {
  if (!field) return `The custom field '${id}' was not found.`;
  return field.locked ? `The custom field '${id}' is locked.` : undefined;
}
