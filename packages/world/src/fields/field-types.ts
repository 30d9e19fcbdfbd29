import type { DefaultValueType } from '../core/default-value-kinds.js';
import type { FieldValueKind } from '../core/field-values.js';
import type { FieldType } from './field-type.js';
import { protectedFieldTypes } from './protected-field-types.js';
import { RuleError } from '../core/rule-error.js';

/** The module of Jira that brings the built-in custom field types and searchers. */
export const builtInModule = 'com.atlassian.jira.plugin.system.customfieldtypes';

type Row = [
  shortKey: string,
  type: string,
  items: string | null,
  searchers: string[],
  valueKind: FieldValueKind,
  defaultValueType: DefaultValueType,
  optionLevels?: number,
];

// Schema types and searchers: Jira's Field API, create custom field, `type` and `searcherKey`
// (its table of keys has slipped by rows; corroborated by public clients).
const builtIn: Row[] = [
  ['cascadingselect', 'option-with-child', null, ['cascadingselectsearcher'], 'cascade', 'option.cascading', 2],
  ['datepicker', 'date', null, ['daterange'], 'date', 'datepicker'],
  ['datetime', 'datetime', null, ['datetimerange'], 'datetime', 'datetimepicker'],
  ['float', 'number', null, ['exactnumber', 'numberrange'], 'number', 'float'],
  ['grouppicker', 'group', null, ['grouppickersearcher'], 'group', 'grouppicker.single'],
  ['importid', 'number', null, ['exactnumber', 'numberrange'], 'number', 'float'],
  ['labels', 'array', 'string', ['labelsearcher'], 'labels', 'labels'],
  ['multicheckboxes', 'array', 'option', ['multiselectsearcher'], 'options', 'option.multiple', 1],
  ['multigrouppicker', 'array', 'group', ['multiselectsearcher'], 'groups', 'grouppicker.multiple'],
  ['multiselect', 'array', 'option', ['multiselectsearcher'], 'options', 'option.multiple', 1],
  ['multiuserpicker', 'array', 'user', ['userpickergroupsearcher'], 'users', 'multi.user.select'],
  ['multiversion', 'array', 'version', ['versionsearcher'], 'versions', 'version.multiple'],
  ['project', 'project', null, ['projectsearcher'], 'project', 'project'],
  ['radiobuttons', 'option', null, ['multiselectsearcher'], 'option', 'option.single', 1],
  ['readonlyfield', 'string', null, ['textsearcher'], 'text', 'readonly'],
  ['select', 'option', null, ['multiselectsearcher'], 'option', 'option.single', 1],
  ['textarea', 'string', null, ['textsearcher'], 'rich-text', 'textarea'],
  ['textfield', 'string', null, ['textsearcher'], 'text', 'textfield'],
  ['url', 'string', null, ['exacttextsearcher'], 'text', 'url'],
  ['userpicker', 'user', null, ['userpickergroupsearcher'], 'user', 'single.user.select'],
  ['version', 'version', null, ['versionsearcher'], 'version', 'version.single'],
];

// Types of Forge apps. Their real keys name the app; ours are the names of their kinds of default value.
const forge: Row[] = [
  ['forge.string', 'string', null, [], 'text', 'forge.string'],
  ['forge.string.list', 'array', 'string', [], 'strings', 'forge.string.list'],
  ['forge.object', 'object', null, [], 'object', 'forge.object'],
  ['forge.datetime', 'datetime', null, [], 'datetime', 'forge.datetime'],
  ['forge.group', 'group', null, [], 'group', 'forge.group'],
  ['forge.group.list', 'array', 'group', [], 'groups', 'forge.group.list'],
  ['forge.number', 'number', null, [], 'number', 'forge.number'],
  ['forge.user', 'user', null, [], 'user', 'forge.user'],
  ['forge.user.list', 'array', 'user', [], 'users', 'forge.user.list'],
];

// The type of the app Multi-Level Cascading Select, by its public code; its levels have no end.
const multiLevelModule = 'com.sourcesense.jira.plugin.cascadingselect';
const multiLevelCascading: FieldType = {
  key: `${multiLevelModule}:multi-level-cascading-select`,
  shortKey: 'multi-level-cascading-select',
  origin: 'multi-level-cascading-select',
  schema: { type: 'option-with-child' },
  searcherKeys: [`${multiLevelModule}:multi-level-cascading-select-searcher`],
  valueKind: 'cascade',
  defaultValueType: 'option.cascading',
  optionLevels: Infinity,
};

/** Whether a type is the cascading select list of any depth, which an app brings that has a licence of its own. */
export function isMultiLevel(type: FieldType): boolean {
  return type.optionLevels === Infinity;
}

function fromRow(module: string | null) {
  return ([shortKey, type, items, searchers, valueKind, defaultValueType, optionLevels = 0]: Row): FieldType => ({
    key: module === null ? shortKey : `${module}:${shortKey}`,
    shortKey,
    origin: module === null ? 'forge' : 'jira',
    schema: items === null ? { type } : { type, items },
    searcherKeys: searchers.map((searcher) => `${builtInModule}:${searcher}`),
    valueKind,
    defaultValueType,
    optionLevels,
  });
}

/** The select list that a Connect app provides (`jiraIssueFields`), with options of the app. */
const appSelect: FieldType = {
  key: 'com.atlassian.plugins.atlassian-connect-plugin:single_select',
  shortKey: 'single_select',
  origin: 'connect',
  schema: { type: 'option' },
  searcherKeys: [],
  valueKind: 'app-option',
  defaultValueType: null,
  optionLevels: 0,
};

const types: readonly FieldType[] = [
  ...builtIn.map(fromRow(builtInModule)),
  ...forge.map(fromRow(null)),
  appSelect,
  multiLevelCascading,
  ...protectedFieldTypes,
];
const byKey = new Map(
  types.flatMap((type) => [
    [type.key, type],
    [type.shortKey, type],
  ]),
);

/** Every type of custom field that the world knows. */
export function fieldTypes(): readonly FieldType[] {
  return types;
}

/** A type by its full key or the part after the colon. */
export function findFieldType(key: string): FieldType | undefined {
  return byKey.get(key);
}

/** A type by its full key alone. @throws RuleError `field-type-unknown` */
export function requireFieldType(key: string): FieldType {
  const type = byKey.get(key);
  if (type?.key !== key) throw new RuleError('field-type-unknown', { type: key });
  return type;
}

/** The type of a field that exists; its key was checked when the field was made. */
export function fieldType(key: string): FieldType {
  const type = byKey.get(key);
  if (!type) throw new Error(`No field type has the key "${key}".`);
  return type;
}
