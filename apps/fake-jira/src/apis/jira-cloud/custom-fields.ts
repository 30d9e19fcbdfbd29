import { deleteFieldsById, liveFields, requireAnyOption } from '@fake-jira/world';
import { ok } from '../../http/response.js';
import { HttpError } from '../../http/wire-error.js';
import { commaList } from '../../http/comma-list.js';
import { okPage, type JiraHandlers } from './call.js';
import { fieldsInOrder, fitsFieldSearch, renderFieldDataCenter } from './data-center-fields.js';
import { inForm } from './forms.js';
import { optionParts } from './render-value.js';

export const customFields = {
  getCustomFieldOption(call) {
    const option = requireAnyOption(call.root, call.path.id, 'id');
    return ok(inForm(optionParts(option, call), call.behaviour.forms.customFieldOption));
  },

  getCustomFieldsDataCenter(call) {
    const { root, query, links } = call;
    const found = [...liveFields(root)].filter((field) => fitsFieldSearch(root, field, query));
    return okPage(fieldsInOrder(root, found, query), call, (field) => renderFieldDataCenter(root, field, links));
  },

  deleteCustomFieldsDataCenter({ world, query }) {
    const ids = commaList(query.ids);
    if (ids.length === 0)
      throw new HttpError('request-invalid', { reason: "The 'ids' query parameter must name a field." });
    const { deleted, kept } = world.write((tx) => deleteFieldsById(tx, ids));
    return ok({
      message:
        kept.length === 0
          ? 'All custom fields were deleted.'
          : `${deleted.length} of ${deleted.length + kept.length} custom fields were deleted.`,
      deletedCustomFields: deleted,
      notDeletedCustomFields: Object.fromEntries(kept.map(({ id, reason }) => [id, sentences[reason](id)])),
    });
  },
} satisfies Partial<JiraHandlers>;

const sentences = {
  'not-found': (id: string) => `The custom field '${id}' was not found.`,
  locked: (id: string) => `The custom field '${id}' is locked.`,
};
