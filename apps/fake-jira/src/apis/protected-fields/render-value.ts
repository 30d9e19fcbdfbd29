import { answer } from '@fake-jira/profile';
import type { CustomField, PlainFieldValue } from '@fake-jira/world';
import type { Call } from '../../http/call.js';
import { writesOne } from './read-value.js';

/** A value "in readable format" (000:37): as a write has it. */
export function renderValue(
  value: PlainFieldValue,
  field: CustomField,
  { root, profile }: Pick<Call, 'root' | 'profile'>,
): unknown {
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
      return answer(profile, 'protected.multi-user-format') === 'list' ? value.accountIds : value.accountIds.join(',');
    case 'group':
      return answer(profile, 'protected.group-format') === 'name'
        ? value.name
        : (root.groups.get(value.name)?.groupId ?? value.name);
    case 'strings':
      return writesOne(field, profile) ? value.values[0] : value.values;
    default:
      throw new Error(`No protected field has values of the kind ${value.kind}.`);
  }
}
