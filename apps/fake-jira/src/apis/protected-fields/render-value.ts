import type { CustomField, PlainFieldValue } from '@fake-jira/world';
import { writesOne, type View } from './read-value.js';

/** A value "in readable format" (000:37): as a write has it. */
export function renderValue(value: PlainFieldValue, field: CustomField, { root, behaviour }: View): unknown {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return value.number;
    case 'date':
      return value.date;
    case 'user':
      return value.accountId;
    case 'users':
      return behaviour.usersAreList ? value.accountIds : value.accountIds.join(',');
    case 'group':
      return behaviour.groupsGoBy === 'name' ? value.name : (root.groups.get(value.name)?.groupId ?? value.name);
    case 'strings':
      return writesOne(field, behaviour) ? value.values[0] : value.values;
    default:
      throw new Error(`No protected field has values of the kind ${value.kind}.`);
  }
}
