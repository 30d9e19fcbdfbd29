import {
  requireContext,
  requireDefaultContext,
  requireFieldAccess,
  requireOptionOfLevel,
  requireOptionsSupported,
  requireParentOption,
  type Context,
  type CustomField,
  type Id,
  type NotEditable,
  type Option,
} from '@fake-jira/world';
import type { RequestContext } from '../../http/request-context.js';
import type { EditorBehaviour } from './behaviour.js';
import { askingOf, servedField } from './callers-field.js';

/** Which options an operation is about; what its address names follows from it. */
export interface Scope {
  /** The default context, or the one in the address. */
  readonly context: 'default' | 'named';
  /** Options without a parent, or those below the option in the address. */
  readonly options: 'first-level' | 'children';
}

/** The parts of an address below `/user`. */
export interface OptionPath {
  readonly customFieldId: Id;
  readonly contextId?: number;
  /** Of children the parent. */
  readonly optionId?: number;
  readonly childOptionId?: number;
}

/** A call of an operation on options, of one context or the default one, of one level or the next. */
export type OptionCall = Pick<RequestContext<unknown, EditorBehaviour>, 'world' | 'root' | 'caller' | 'behaviour'> & {
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
  scope: Pick<Scope, 'context'>,
  refusal?: NotEditable,
): Pick<Target, 'field' | 'context'> {
  const { root, path, behaviour } = call;
  const field = servedField(call, path.customFieldId, refusal);
  requireOptionsSupported(field);
  const asking = askingOf(call);
  requireFieldAccess(root, asking, field);
  const context =
    scope.context === 'default'
      ? requireDefaultContext(root, field, behaviour.defaultContext)
      : requireContext(root, field.id, path.contextId as number);
  requireFieldAccess(root, asking, field, context.id);
  return { field, context };
}

/** {@link contextTarget} with the level that the address names. */
export function levelTarget(call: OptionCall, scope: Scope, operation?: 'move' | 'sort'): Target {
  const target = contextTarget(call, scope, typeRefusal(call, scope, operation));
  if (scope.options === 'first-level') return { ...target, parentId: 0 };
  const { root, path } = call;
  const parent = requireParentOption(root, target.field, target.context.id, path.optionId as number, 'optionId');
  return { ...target, parentId: parent.id };
}

/** The option that the address names on its level; one of another parent is not there. */
export function optionOf({ root, path }: OptionCall, { context, parentId }: Target, { options }: Scope): Option {
  const name = options === 'children' ? 'childOptionId' : 'optionId';
  return requireOptionOfLevel(root, context.id, parentId, path[name] as number, name);
}

function typeRefusal({ behaviour }: OptionCall, { options }: Scope, operation?: 'move' | 'sort') {
  const { children, move } = behaviour.refusedTypes;
  if (operation === 'sort') return undefined;
  return options === 'children' ? children : operation && move;
}
