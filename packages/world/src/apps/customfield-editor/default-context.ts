import { contextsOfField, globalContext } from '../../contexts/contexts.js';
import { customFieldId } from '../../core/ids.js';
import type { Context, CustomField, Root } from '../../core/root.js';
import { RuleError } from '../../core/rule-error.js';

export interface DefaultContextRules {
  /** Which context of a field is the default one. */
  readonly which: 'global' | 'lowest-id' | 'first-in-order';
  /** Where the global one is wanted and there is none: whether the first one stands in. */
  readonly withoutGlobal: 'refuse' | 'first';
}

/**
 * The context that addresses call `default`.
 *
 * @throws RuleError `default-context-missing`
 */
export function requireDefaultContext(
  root: Root,
  field: CustomField,
  { which, withoutGlobal }: DefaultContextRules,
): Context {
  const found = which === 'global' ? globalContext(root, field.id) : undefined;
  if (found) return found;
  if (which !== 'global' || withoutGlobal === 'first') {
    // Jira lists contexts by id, so the first in order is the one with the lowest id.
    for (const context of contextsOfField(root, field.id)) return context;
  }
  throw new RuleError('default-context-missing', { fieldId: customFieldId(field.id) });
}
