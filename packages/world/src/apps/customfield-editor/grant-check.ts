import { contextsOfField } from '../../contexts/contexts.js';
import { contextsWithGrants, groupKeys, userKeys, wholeField } from './grants.js';
import { customFieldId } from '../../core/ids.js';
import type { Context, CustomField, Root, User } from '../../core/root.js';
import { RuleError } from '../../core/rule-error.js';

/** Who asks, and whether as an administrator: a caller who may do everything is one without being in a group. */
export interface Asking {
  readonly user: User;
  readonly administrator: boolean;
}

export interface Access {
  /** A grant on the field as a whole: it overrules those on contexts. */
  readonly global: boolean;
  /** Contexts with a grant of their own. */
  readonly contextIds: ReadonlySet<number>;
}

/** What somebody's grants, also those to their groups, allow on a field. */
export function accessOf(root: Root, user: User, administrator: boolean, field: CustomField): Access {
  const contextIds = new Set<number>();
  let global = administrator && root.settings.administratorsHaveDefaultPermission;
  for (const [fieldId, contextId] of grantedPlaces(root, user)) {
    if (fieldId !== field.id) continue;
    if (contextId === wholeField) global = true;
    else contextIds.add(contextId);
  }
  return { global, contextIds };
}

/**
 * Refuses who has no grant: on the context where one is given, else on the field or any context of it.
 *
 * @throws RuleError `field-permission-denied`
 */
export function requireFieldAccess(
  root: Root,
  { user, administrator }: Asking,
  field: CustomField,
  contextId?: number,
): void {
  const { global, contextIds } = accessOf(root, user, administrator, field);
  if (global || (contextId === undefined ? contextIds.size > 0 : contextIds.has(contextId))) return;
  throw denied(field, contextId);
}

/** The fields on which, or on some context of which, somebody has a grant, by number. */
export function grantedFields(root: Root, { user, administrator }: Asking): CustomField[] {
  const all = administrator && root.settings.administratorsHaveDefaultPermission;
  const granted = new Set(all ? [] : [...grantedPlaces(root, user)].map(([fieldId]) => fieldId));
  return [...root.fields.values()].filter((field) => !field.trashed && (all || granted.has(field.id)));
}

export interface ContextAccessRules {
  /** Who sees all contexts of a field on which no context has grants. */
  readonly withoutGrants: 'global-grant-holders' | 'everybody';
  /** Whether who has a grant on some context of a field sees all of them. */
  readonly all?: boolean;
}

/**
 * The contexts of a field that somebody may see, by id.
 *
 * @throws RuleError `field-permission-denied` where there is no grant at all
 */
export function grantedContexts(
  root: Root,
  { user, administrator }: Asking,
  field: CustomField,
  { withoutGrants, all = false }: ContextAccessRules,
): Context[] {
  const contexts = [...contextsOfField(root, field.id)];
  const { global, contextIds } = accessOf(root, user, administrator, field);
  const open = withoutGrants === 'everybody' && contextsWithGrants(root, field.id).length === 0;
  if (global || open) return contexts;
  if (contextIds.size === 0) throw denied(field);
  return all ? contexts : contexts.filter((context) => contextIds.has(context.id));
}

/** Where somebody has a grant, themselves or through a group. */
function* grantedPlaces(root: Root, user: User): Iterable<readonly [fieldId: number, contextId: number]> {
  for (const [, fieldId, contextId] of userKeys(root, user.name)) yield [fieldId, contextId];
  for (const group of user.groups) {
    for (const [, fieldId, contextId] of groupKeys(root, group)) yield [fieldId, contextId];
  }
}

function denied(field: CustomField, contextId?: number): RuleError<'field-permission-denied'> {
  return new RuleError('field-permission-denied', {
    fieldId: customFieldId(field.id),
    contextId: contextId === undefined ? null : String(contextId),
  });
}
