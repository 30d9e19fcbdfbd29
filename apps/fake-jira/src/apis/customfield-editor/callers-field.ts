import {
  requireCustomField,
  requireEditable,
  type Asking,
  type CustomField,
  type Id,
  type NotEditable,
} from '@fake-jira/world';
import { userOf, type RequestContext } from '../../http/request-context.js';
import type { EditorBehaviour } from './behaviour.js';

/** Who asks, as the world wants to know it. */
export function askingOf(call: Pick<RequestContext, 'caller'>): Asking {
  return { user: userOf(call), administrator: call.caller.administrator };
}

/**
 * The field that an address names, if the app deals with its type.
 *
 * @param refusal - what a field of another type is refused with
 * @throws RuleError `field-not-found`, and `refusal`
 */
export function servedField(
  { root, behaviour }: Pick<RequestContext<unknown, EditorBehaviour>, 'root' | 'behaviour'>,
  id: Id,
  refusal?: NotEditable,
): CustomField {
  const field = requireCustomField(root, id);
  requireEditable(field, behaviour.editing, refusal);
  return field;
}
