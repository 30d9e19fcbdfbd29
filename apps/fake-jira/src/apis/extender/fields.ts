import type { ExtenderOperations } from '@fake-jira/openapi';
import {
  createField,
  customFieldId,
  deleteFields,
  fieldTypes,
  fieldTypeText,
  issueCountOfField,
  liveFields,
  requireFieldByReference,
  requireFieldType,
  screensOfField,
  typeOf,
  type CustomField,
} from '@fake-jira/world';
import { created, ok } from '../../http/response.js';
import type { RequestContext, Handlers } from '../../http/request-context.js';
import type { ExtenderBehaviour } from './behaviour.js';
import { pageOf } from './paging.js';
import { addScheme } from './schemes.js';

type Operations = Pick<
  ExtenderOperations,
  'extenderGetFields' | 'extenderAddField' | 'extenderDeleteFields' | 'extenderGetFieldTypes' | 'extenderGetScreens'
>;

export const fields: Handlers<Operations, ExtenderBehaviour> = {
  extenderGetFields(call) {
    const found = [...liveFields(call.root)].sort(byName(({ name }) => name));
    const { entries, envelope } = pageOf(call, found, (field) => renderField(field, call));
    return ok({ customFields: entries, ...envelope });
  },

  extenderAddField({ world, body, behaviour }) {
    const { fieldName: name, fieldDescription: description, fieldTypeKey } = body;
    const { key: type, searcherKeys } = requireFieldType(fieldTypeKey);
    const [field, scheme] = world.write((tx) => {
      const made = createField(tx, { name, description, type, searcherKey: searcherKeys[0] }, behaviour.fieldRules);
      return [made, addScheme(tx, made, body, behaviour)];
    });
    const added = {
      customFieldId: customFieldId(field.id),
      configSchemeId: scheme.id,
      message: `custom field '${field.name}' created`,
    };
    return behaviour.additionStatus === '201' ? created(added) : ok(added);
  },

  extenderDeleteFields({ world, body, behaviour }) {
    const { deleted, skipped } = world.write((tx) => deleteFields(tx, body.customField, behaviour.fieldDeletion));
    const label = ({ id, name }: CustomField) =>
      behaviour.deletedFieldsHaveIds ? `${name} (${customFieldId(id)})` : name;
    return ok({
      message: skipped.length === 0 ? 'custom fields deleted' : 'custom fields deleted, some custome fields skipped',
      skipped: [...skipped],
      deleted: deleted.map(label),
    });
  },

  extenderGetFieldTypes(call) {
    const known = fieldTypes()
      .map((type) => {
        const { key, shortKey } = type;
        return { ...fieldTypeText(type), descriptorKey: shortKey, key };
      })
      .sort(byName(({ name }) => name));
    if (!call.behaviour.typesArePaged) return ok({ customFieldTypes: known });
    const { entries, envelope } = pageOf(call, known, (type) => type);
    return ok({ customFieldTypes: entries, ...envelope });
  },

  extenderGetScreens(call) {
    const field = requireFieldByReference(call.root, call.path.customFieldId, call.behaviour.fieldIdForm);
    const places = screensOfField(call.root, customFieldId(field.id));
    const { entries, envelope } = pageOf(call, places, ({ screen, tab }) => ({
      tabId: tab.id,
      tabName: tab.name,
      name: screen.name,
      description: screen.description,
      tabPosition: screen.tabs.indexOf(tab),
      id: screen.id,
    }));
    return ok({ screens: entries, ...envelope });
  },
};

/** Compares by a name, letter by letter whatever their case; where names are equal the order stays. */
function byName<Item>(nameOf: (item: Item) => string): (a: Item, b: Item) => number {
  return (a, b) => {
    const [one, other] = [nameOf(a).toLowerCase(), nameOf(b).toLowerCase()];
    return one < other ? -1 : one > other ? 1 : 0;
  };
}

function renderField(
  field: CustomField,
  { root, behaviour }: Pick<RequestContext<unknown, ExtenderBehaviour>, 'root' | 'behaviour'>,
) {
  const { id, name, type: key, description, lastUsed } = field;
  return {
    issuesWithValue: issueCountOfField(root, id),
    lastValueUpdate: lastUsed === undefined ? ('never' as const) : Math.floor(lastUsed / behaviour.lastUpdateUnit),
    name,
    id,
    type: fieldTypeText(typeOf(field)).name,
    key,
    ...(behaviour.fieldsHaveDescription && { description }),
  };
}
