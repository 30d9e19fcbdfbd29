import { whyNoGrants, type TargetFacts } from '@fake-jira/target';
import {
  builtInModule,
  contextsOfField,
  defaultValueKind,
  fieldKey,
  findGroup,
  grantsOn,
  isEditable,
  namedEntries,
  optionsOfLevel,
  isProtected,
  typeOf,
  wholeField,
  type Context,
  type CustomField,
  type DefaultValue,
  type Root,
} from '@fake-jira/world';
import { editorBase, hasGrants, profileFor } from './editor.js';
import {
  countOptions,
  hasSomebody,
  type ContextState,
  type DefaultState,
  type FieldState,
  type OptionState,
} from './field-state.js';

/** What of a world file no documented operation of the target can make. */
export interface LeftOut {
  readonly what: string;
  readonly why: string;
}

/** What a world file wants of a target. */
export interface Wanted {
  readonly fields: readonly FieldState[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * The custom fields of a world as they can be made at a target, and what of it is left out there. Users in default
 * values stand by account id: {@link withUsers} names them as the target does.
 */
export function wantedFields(root: Root, facts: TargetFacts): Wanted {
  const leftOut: LeftOut[] = [];
  const cloud = facts.deployment === 'cloud';
  const fields: FieldState[] = [];
  for (const field of root.fields.values()) {
    const what = `field "${field.name}"`;
    if (field.locked) leftOut.push({ what, why: 'no operation locks a field' });
    else if (field.ofProject !== undefined)
      leftOut.push({ what, why: 'it is of a team-managed project, for which no operation makes a field' });
    else if (field.appFieldKey !== undefined) leftOut.push({ what, why: `the app ${fieldKey(field)} provides it` });
    else if (field.trashed && !cloud) leftOut.push({ what, why: 'it is in the trash, and Data Center has none' });
    else if (isProtected(field) && !facts.protectedFields)
      leftOut.push({ what, why: 'it is one of the app Protected Fields, which was not found' });
    else {
      if (field.collection) leftOut.push({ what: `options of ${what}`, why: 'no operation configures a collection' });
      fields.push(wantedField(root, field, facts, leftOut));
    }
  }
  for (const [count, one, many] of [
    [root.issues.size, 'issue', 'issues'],
    [root.screens.size, 'screen', 'screens'],
  ] as const) {
    if (count > 0)
      leftOut.push({ what: `${count} ${count === 1 ? one : many}`, why: 'apply makes custom fields only' });
  }
  return { fields, leftOut };
}

function wantedField(root: Root, field: CustomField, facts: TargetFacts, leftOut: LeftOut[]): FieldState {
  const contexts: ContextState[] = [];
  for (const context of contextsOfField(root, field.id)) {
    const what = `context "${context.name}" of "${field.name}"`;
    if (!context.global && context.projectIds.length === 0) {
      leftOut.push({ what, why: 'no operation makes a context for no project' });
    } else contexts.push(wantedContext(root, field, context, facts, leftOut));
  }
  // Its table of searchers has only those (003, create custom field).
  const foreignSearcher =
    facts.deployment === 'cloud' && field.searcherKey !== null && !field.searcherKey.startsWith(`${builtInModule}:`);
  if (foreignSearcher) {
    leftOut.push({ what: `searcher of "${field.name}"`, why: "Jira's Field API takes the built-in ones only" });
  }
  const grants = grantsOn(root, field.id, wholeField);
  const reason = reasonAgainstGrants(field, facts);
  const granted = [grants, ...contexts.map(({ grants }) => grants)].some(hasSomebody);
  if (reason !== undefined && granted) leftOut.push({ what: `grants on "${field.name}"`, why: reason });
  return {
    id: '',
    name: field.name,
    type: field.type,
    description: field.description,
    searcher: foreignSearcher ? undefined : field.searcherKey,
    locked: false,
    trashed: field.trashed !== undefined,
    grants: reason === undefined ? grants : null,
    contexts: reason === undefined ? contexts : contexts.map((context) => ({ ...context, grants: null })),
  };
}

function reasonAgainstGrants(field: CustomField, facts: TargetFacts): string | undefined {
  return whyNoGrants(profileFor(facts)) ?? reasonOfType(field);
}

function reasonOfType(field: CustomField): string | undefined {
  return isEditable(field) ? undefined : `Customfield Editor does not edit a ${typeOf(field).shortKey}`;
}

function wantedContext(
  root: Root,
  field: CustomField,
  context: Context,
  facts: TargetFacts,
  leftOut: LeftOut[],
): ContextState {
  const what = `of context "${context.name}" of "${field.name}"`;
  const levels = facts.deployment === 'cloud' ? Infinity : 2;
  const all = optionsBelow(root, context, 0, Infinity);
  const options = levels === Infinity ? all : optionsBelow(root, context, 0, levels);
  const lost = countOptions(all) - countOptions(options);
  if (lost > 0) leftOut.push({ what: `${lost} options ${what}`, why: 'Extender knows two levels' });
  const { defaultValue } = context;
  const reason = defaultValue && reasonAgainstDefault(field, defaultValue, facts);
  if (reason !== undefined) leftOut.push({ what: `default value ${what}`, why: reason });
  return {
    id: '',
    name: context.name,
    description: context.description,
    global: context.global,
    projects: context.projectIds.map((id) => root.projects.get(id)?.key ?? ''),
    issueTypes: context.issueTypeIds.map((id) => root.issueTypes.get(id)?.name ?? ''),
    options,
    // Where it cannot be set it is not compared either.
    default: canSetDefault(field, facts)
      ? reason === undefined && defaultValue
        ? defaultOf(root, defaultValue)
        : reason === undefined
          ? null
          : undefined
      : undefined,
    grants: grantsOn(root, field.id, context.id),
  };
}

/** Whether the target has an operation that sets default values of such a field. */
function canSetDefault(field: CustomField, facts: TargetFacts): boolean {
  const { defaultValueType, optionLevels } = typeOf(field);
  if (defaultValueType === null) return false;
  return facts.deployment === 'cloud' || (hasGrants(facts) && optionLevels > 0);
}

function reasonAgainstDefault(field: CustomField, value: DefaultValue, facts: TargetFacts): string | undefined {
  const { optionLevels, shortKey } = typeOf(field);
  if (value.type === 'option.cascading' && (value.optionIds.length > 2 || optionLevels > 2)) {
    if (facts.deployment === 'cloud' && value.optionIds.length > 2) return 'Jira knows two levels of a default';
    if (facts.deployment !== 'cloud' && value.optionIds.length > 2) return 'Extender knows two levels';
  }
  if (canSetDefault(field, facts)) return undefined;
  if (optionLevels === 0) return `no operation of Data Center sets that of a ${shortKey}`;
  return `only Customfield Editor 2.0 or later sets it (${editorBase})`;
}

function optionsBelow(root: Root, context: Context, parentId: number, levels: number): OptionState[] {
  if (levels === 0) return [];
  return [...optionsOfLevel(root, context.id, parentId)].map(({ id, value, disabled }) => ({
    id: '',
    value,
    disabled,
    children: optionsBelow(root, context, id, levels - 1),
  }));
}

/** A default value by names; users by account id. */
function defaultOf(root: Root, given: DefaultValue): DefaultState | null {
  const { type } = given;
  if ('useCurrent' in given && given.useCurrent) return { type, value: 'now' };
  const { entry, list } = defaultValueKind(type);
  const entries = namedEntries(given, {
    option: (id) => root.options.get(id)?.value,
    project: (id) => root.projects.get(id)?.key,
    version: (id) => versionName(root, id),
    user: (accountId) => accountId,
    group: (id) => findGroup(root, id)?.name,
  });
  return entry === 'option' && entries.length === 0 ? null : { type, value: list ? entries : entries[0] };
}

function versionName(root: Root, versionId: number): string | undefined {
  for (const { key, versions } of root.projects.values()) {
    const version = versions.find(({ id }) => id === versionId);
    if (version) return `${key}/${version.name}`;
  }
  return undefined;
}

/** The account ids that default values name. */
export function usersInDefaults(fields: readonly FieldState[]): Set<string> {
  const found = new Set<string>();
  for (const { contexts } of fields) {
    for (const { default: value } of contexts)
      if (value && isAboutUsers(value)) usersOf(value).forEach((id) => found.add(id));
  }
  return found;
}

/** Fields with the users of their default values as the target names them. */
export function withUsers(fields: readonly FieldState[], nameAtTarget: (accountId: string) => string): FieldState[] {
  const rename = (state: DefaultState): DefaultState => ({
    ...state,
    value: Array.isArray(state.value) ? usersOf(state).map(nameAtTarget) : nameAtTarget(state.value as string),
  });
  return fields.map((field) => ({
    ...field,
    contexts: field.contexts.map((context) =>
      context.default && isAboutUsers(context.default) ? { ...context, default: rename(context.default) } : context,
    ),
  }));
}

/** Whether a default value names people. */
export function isAboutUsers({ type }: DefaultState): boolean {
  return defaultValueKind(type).entry === 'user';
}

function usersOf({ value }: DefaultState): string[] {
  return [value].flat() as string[];
}
