import { checkDefault, setDefault } from '../../default-values/default-values.js';
import type { DefaultValue, DefaultValueInput } from '../../core/default-value-kinds.js';
import { typeOf } from '../../fields/fields.js';
import { customFieldId, type Id } from '../../core/ids.js';
import { requireOption } from '../../options/options.js';
import type { Context, CustomField, Root } from '../../core/root.js';
import { RuleError } from '../../core/rule-error.js';
import type { Transaction } from '../../core/transaction.js';

/** The default of a context as options: which of the members apply is a matter of the field's type. */
export interface OptionDefault {
  /** The option; of a cascading select the one of the first level. */
  readonly optionId?: Id | null | undefined;
  readonly childOptionId?: Id | null | undefined;
  /** The options of a list; of a multi-level cascading select the chain from the first level down. */
  readonly optionIds?: readonly Id[] | null | undefined;
}

export interface OptionDefaultRules {
  /** Whether the default of a cascading select can be an option of the first level alone. */
  readonly parentOnly: 'accepted' | 'refuse';
}

/**
 * Sets the default of one context of a field that has options.
 *
 * @throws RuleError `options-not-supported`, `default-value-invalid` (a member that the type does not take, is
 *   missing or breaks the chain), `options-not-found`
 */
export function setOptionDefault(
  tx: Transaction,
  field: CustomField,
  context: Context,
  input: OptionDefault,
  rules: OptionDefaultRules,
): DefaultValue {
  const read = inputFor(field, input, rules);
  if (read.type === 'option.cascading') requireChain(tx.root, context, read.optionIds, members(field)[0] as Member);
  const value = checkDefault(tx.root, context, read);
  setDefault(tx, context, value);
  return value;
}

type Member = keyof OptionDefault;

/** The members that a default of the field's type has, the one that it must have first. */
function members(field: CustomField): readonly Member[] {
  const { defaultValueType, optionLevels } = typeOf(field);
  if (defaultValueType === 'option.single') return ['optionId'];
  if (defaultValueType === 'option.multiple' || optionLevels > 2) return ['optionIds'];
  return ['optionId', 'childOptionId'];
}

function inputFor(field: CustomField, input: OptionDefault, { parentOnly }: OptionDefaultRules): DefaultValueInput {
  const { defaultValueType: type, optionLevels, shortKey } = typeOf(field);
  if (optionLevels === 0) throw new RuleError('options-not-supported', { fieldId: customFieldId(field.id) });
  const taken = members(field);
  for (const name of ['optionId', 'childOptionId', 'optionIds'] as const) {
    if (input[name] != null && !taken.includes(name)) invalid(name, `a field of the type ${shortKey} has none`);
  }
  const { optionId, childOptionId, optionIds } = input;
  if (taken[0] === 'optionIds') {
    if (optionIds == null || optionIds.length === 0) return invalid('optionIds', 'no option is given');
    return { type: type === 'option.multiple' ? type : 'option.cascading', optionIds };
  }
  if (optionId == null) return invalid('optionId', 'no option is given');
  if (type === 'option.single') return { type, optionId };
  if (childOptionId != null) return { type: 'option.cascading', optionIds: [optionId, childOptionId] };
  if (parentOnly === 'refuse') invalid('childOptionId', 'no option is given');
  return { type: 'option.cascading', optionIds: [optionId] };
}

/** Each option must be the child of the one before, the first one a root. */
function requireChain(root: Root, context: Context, optionIds: readonly Id[], first: Member): void {
  let parentId = 0;
  for (const id of optionIds) {
    const property = first === 'optionId' && parentId !== 0 ? 'childOptionId' : first;
    const option = requireOption(root, context.id, id, property);
    if (option.parentId !== parentId) invalid(property, `${id} is not the child of the option before it`);
    parentId = option.id;
  }
}

function invalid(property: Member, reason: string): never {
  throw new RuleError('default-value-invalid', { property, reason });
}
