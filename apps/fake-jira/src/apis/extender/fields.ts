import type { ExtenderOperations } from '@fake-jira/openapi';
import { answer } from '@fake-jira/profile';
import {
  addOptionValues,
  createField,
  customFieldId,
  deleteFields,
  fieldTypeText,
  findFieldType,
  issueCountOfField,
  liveFields,
  RuleError,
  typeOf,
  type CustomField,
} from '@fake-jira/world';
import { created, ok } from '../../http/answer.js';
import type { Call, Handlers } from '../../http/call.js';
import { addScheme } from './add-scheme.js';
import { byName } from './field-types.js';
import { pageOf } from './paging.js';
import { renderId } from './render-id.js';
import { fieldReferences, fieldRules, takesOptionNames, valueRules } from './rules.js';

type Operations = Pick<ExtenderOperations, 'extenderGetFields' | 'extenderAddField' | 'extenderDeleteFields'>;

export const fields: Handlers<Operations> = {
  extenderGetFields(call) {
    const found = [...liveFields(call.root)].sort(byName(({ name }) => name));
    const { entries, envelope } = pageOf(call, found, (field) => renderField(field, call));
    return ok({ customFields: entries, ...envelope });
  },

  extenderAddField(call) {
    const { world, body, profile } = call;
    const { fieldName: name, fieldDescription: description, fieldTypeKey } = body;
    const optionNames = takesOptionNames('field', call) ? (body.optionNames ?? []) : [];
    const type = findFieldType(fieldTypeKey);
    // World files know types by a short key too, this API does not.
    if (type?.key !== fieldTypeKey) throw new RuleError('field-type-unknown', { type: fieldTypeKey });
    const searcherKey = type.searcherKeys[0];
    const [field, scheme] = world.write((tx) => {
      const made = createField(tx, { name, description, type: type.key, searcherKey }, fieldRules(profile));
      const context = addScheme(tx, made, body, profile);
      if (optionNames.length > 0) addOptionValues(tx, made, context, { values: optionNames }, valueRules(profile));
      return [made, context];
    });
    const added = {
      customFieldId: customFieldId(field.id),
      configSchemeId: renderId(scheme.id, call),
      message: `custom field '${field.name}' created`,
    };
    return answer(profile, 'extender.create-status') === '201' ? created(added) : ok(added);
  },

  extenderDeleteFields({ world, body, profile }) {
    const { deleted, skipped } = world.write((tx) => deleteFields(tx, body.customField, fieldReferences(profile)));
    const withIds = answer(profile, 'extender.deleted-label') === 'name-and-id';
    return ok({
      message: skipped.length === 0 ? 'custom fields deleted' : 'custom fields deleted, some custome fields skipped',
      skipped: [...skipped],
      deleted: deleted.map(({ id, name }) => (withIds ? `${name} (${customFieldId(id)})` : name)),
    });
  },
};

function renderField(field: CustomField, call: Pick<Call, 'root' | 'profile' | 'versions'>) {
  const { root, profile, versions } = call;
  const counted = versions.extender.atLeast('1.65') && versions.jira.atLeast('8.16');
  const described = versions.extender.atLeast('2.20') && answer(profile, 'extender.all-description') === 'present';
  const counts = { issuesWithValue: issueCountOfField(root, field.id), lastValueUpdate: lastUpdateOf(field, call) };
  return {
    // What older versions do not have is not in the schema there.
    ...(counted ? counts : ({} as typeof counts)),
    name: field.name,
    id: renderId(field.id, call),
    type: fieldTypeText(typeOf(field)).name,
    key: field.type,
    ...(described && { description: field.description }),
  };
}

function lastUpdateOf({ lastUsed }: CustomField, { profile }: Pick<Call, 'profile'>): number | 'never' {
  if (lastUsed === undefined) return 'never';
  return answer(profile, 'extender.last-update-unit') === 'ms' ? lastUsed : Math.floor(lastUsed / 1000);
}
