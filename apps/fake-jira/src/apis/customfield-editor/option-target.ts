import {
  levelOf,
  requireContext,
  requireDefaultContext,
  requireFieldAccess,
  requireOption,
  requireOptionsSupported,
  RuleError,
  typeOf,
  type Context,
  type CustomField,
  type Id,
  type Option,
} from '@fake-jira/world';
import type { Call } from '../../http/call.js';
import { askingOf, servedField, type TypeRefusal } from './callers-field.js';
import { defaultContextRules } from './rules.js';
import { namingOptions } from './style.js';

/** Which options an operation is about; what its address names follows from it. */
export interface Scope {
  /** The default context, or the one in the address. */
  readonly context: 'default' | 'named';
  /** Options without a parent, or those below the option in the address. */
  readonly options: 'first-level' | 'children';
  /** Before 1.2 the addresses were others, and so were the forms of options and deleted ids. */
  readonly legacy?: boolean;
}

/** The parts of an address below `/user`, in whichever version. */
export interface OptionPath {
  readonly customFieldId: Id;
  readonly contextId?: number;
  readonly optionId?: number;
  readonly childOptionId?: number;
  /** Before 1.2 the name of what is `optionId` since. */
  readonly parentOptionId?: number;
}

/** A call of an operation on options, of one context or the default one, of one level or the next. */
export type OptionCall = Pick<Call, 'world' | 'root' | 'caller' | 'profile' | 'versions'> & {
  readonly path: OptionPath;
};

/** What an operation on options works with, once the caller may. */
export interface Target {
  readonly field: CustomField;
  readonly context: Context;
  /** 0 on the first level. */
  readonly parentId: number;
}

/**
 * The field and the context of an address, where the caller has a grant.
 *
 * @throws RuleError `field-not-found`, `field-type-not-supported`, `field-permission-denied`,
 *   `default-context-missing`, `context-not-found`
 */
export function contextTarget(
  call: OptionCall,
  scope: Pick<Scope, 'context' | 'legacy'>,
  refusal?: TypeRefusal,
): Pick<Target, 'field' | 'context'> {
  const { root, path, profile } = call;
  const field = servedField(call, scope.legacy ? legacyFieldId(path.customFieldId) : path.customFieldId, refusal);
  requireOptionsSupported(field);
  const asking = askingOf(call);
  requireFieldAccess(root, asking, field);
  const context =
    scope.context === 'default'
      ? requireDefaultContext(root, field, defaultContextRules(profile))
      : requireContext(root, field.id, path.contextId as number);
  requireFieldAccess(root, asking, field, context.id);
  return { field, context };
}

/** {@link contextTarget} with the level that the address names. */
export function levelTarget(call: OptionCall, scope: Scope, refusal?: TypeRefusal): Target {
  const target = contextTarget(call, scope, refusal);
  if (scope.options === 'first-level') return { ...target, parentId: 0 };
  requireChildren(target.field);
  const { path, root } = call;
  const parent = requireOption(root, target.context.id, (path.parentOptionId ?? path.optionId) as number);
  requireChildren(target.field, levelOf(root, parent));
  return { ...target, parentId: parent.id };
}

/** The option that the address names on its level; one of another parent is not there. */
export function optionOf(
  { root, path }: Pick<OptionCall, 'root' | 'path'>,
  { context, parentId }: Target,
  scope: Scope,
): Option {
  const name = scope.options === 'children' ? 'childOptionId' : 'optionId';
  const id = path[name] as number;
  return namingOptions(
    () => name,
    () => {
      const option = requireOption(root, context.id, id);
      if (option.parentId !== parentId) throw new RuleError('options-not-found', { optionIds: [String(id)] });
      return option;
    },
  );
}

/**
 * What a field of another type is refused with. Before 1.3 operations that a type does not have answer so
 * themselves (Swagger of 1.2.1: the 406 of moving and of child options).
 */
export function typeRefusal(
  { versions }: Pick<Call, 'versions'>,
  scope: Scope,
  operation: 'move' | 'sort' | 'other',
): TypeRefusal {
  if (versions.customfieldEditor.atLeast('1.3') || operation === 'sort' || scope.legacy)
    return 'field-type-not-supported';
  if (scope.options === 'children') return 'cascading-not-supported';
  return operation === 'move' ? 'options-not-supported' : 'field-type-not-supported';
}

/** @throws RuleError `cascading-not-supported` where options of this level have none below them */
function requireChildren(field: CustomField, level = 1): void {
  if (typeOf(field).optionLevels > level) return;
  throw new RuleError('cascading-not-supported', { fieldId: String(field.id) });
}

/** Before 1.2 a field was named as Jira names it (Swagger of 1.1). */
function legacyFieldId(id: Id): string {
  if (!/^customfield_\d+$/.test(String(id))) throw new RuleError('field-id-invalid', { fieldId: String(id) });
  return String(id);
}
