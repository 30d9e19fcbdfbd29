import type { ExtenderOperations } from '@fake-jira/openapi';
import { answer } from '@fake-jira/profile';
import { fieldTypes, fieldTypeText, type FieldType } from '@fake-jira/world';
import { ok } from '../../http/answer.js';
import type { Call, Handlers } from '../../http/call.js';
import { pageOf } from './paging.js';

export const types: Handlers<Pick<ExtenderOperations, 'extenderGetFieldTypes'>> = {
  extenderGetFieldTypes(call) {
    const { profile, versions } = call;
    const paged = versions.extender.atLeast('4.17') && answer(profile, 'extender.types-paged') === 'yes';
    const known = [...fieldTypes()].sort(byName((type) => fieldTypeText(type).name));
    const { entries, envelope } = pageOf(call, known, (type) => renderType(type, call), paged);
    return ok({ customFieldTypes: entries, ...envelope });
  },
};

function renderType(type: FieldType, { versions }: Pick<Call, 'versions'>) {
  const { key } = type;
  const descriptorKey = key.slice(key.indexOf(':') + 1);
  return {
    ...fieldTypeText(type),
    ...(versions.extender.atLeast('2.20') ? { descriptorKey } : ({} as { descriptorKey: string })),
    key,
  };
}

/** Compares by a name, letter by letter whatever their case; where names are equal the order stays. */
export function byName<Item>(nameOf: (item: Item) => string): (a: Item, b: Item) => number {
  return (a, b) => {
    const [one, other] = [nameOf(a).toLowerCase(), nameOf(b).toLowerCase()];
    return one < other ? -1 : one > other ? 1 : 0;
  };
}
