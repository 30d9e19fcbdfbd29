import type { CustomfieldEditorOperations } from '@fake-jira/openapi';
import type { Handlers } from '../../http/call.js';
import { getDefault, removeDefault, setDefault } from './default-values.js';
import type { Scope } from './option-target.js';
import { changeOption, createOption, listOptions, moveOption, removeLegacyOption, removeOption } from './options.js';
import { sortLevel } from './sorting.js';

/*
 * The default context and a specific one, options and their children, and the addresses before 1.2 are one
 * implementation: these tables say which operation means which.
 */

const inDefault: Scope = { context: 'default', options: 'first-level' };
const inContext: Scope = { context: 'named', options: 'first-level' };
const belowInDefault: Scope = { context: 'default', options: 'children' };
const belowInContext: Scope = { context: 'named', options: 'children' };
const legacy: Scope = { ...inDefault, legacy: true };
const legacyBelow: Scope = { ...belowInDefault, legacy: true };

type OptionOperation = Extract<
  keyof CustomfieldEditorOperations,
  | `editor${'List' | 'Sort'}${'' | 'Default'}${'' | 'Child'}Options`
  | `editor${'Create' | 'Update' | 'Delete' | 'Move'}${'' | 'Default'}${'' | 'Child'}Option`
  | `editor${'Get' | 'Set' | 'Delete'}${'' | 'Default'}DefaultValue`
  | `editorLegacyList${'' | 'Child'}Options`
  | `editorLegacy${'Create' | 'Update' | 'Delete' | 'Move'}${'' | 'Child'}Option`
>;

export const optionOperations: Handlers<Pick<CustomfieldEditorOperations, OptionOperation>> = {
  editorListDefaultOptions: listOptions(inDefault),
  editorCreateDefaultOption: createOption(inDefault),
  editorUpdateDefaultOption: changeOption(inDefault),
  editorDeleteDefaultOption: removeOption(inDefault),
  editorMoveDefaultOption: moveOption(inDefault),
  editorSortDefaultOptions: sortLevel(inDefault),
  editorGetDefaultDefaultValue: getDefault(inDefault),
  editorSetDefaultDefaultValue: setDefault(inDefault),
  editorDeleteDefaultDefaultValue: removeDefault(inDefault),

  editorListOptions: listOptions(inContext),
  editorCreateOption: createOption(inContext),
  editorUpdateOption: changeOption(inContext),
  editorDeleteOption: removeOption(inContext),
  editorMoveOption: moveOption(inContext),
  editorSortOptions: sortLevel(inContext),
  editorGetDefaultValue: getDefault(inContext),
  editorSetDefaultValue: setDefault(inContext),
  editorDeleteDefaultValue: removeDefault(inContext),

  editorListDefaultChildOptions: listOptions(belowInDefault),
  editorCreateDefaultChildOption: createOption(belowInDefault),
  editorUpdateDefaultChildOption: changeOption(belowInDefault),
  editorDeleteDefaultChildOption: removeOption(belowInDefault),
  editorMoveDefaultChildOption: moveOption(belowInDefault),
  editorSortDefaultChildOptions: sortLevel(belowInDefault),

  editorListChildOptions: listOptions(belowInContext),
  editorCreateChildOption: createOption(belowInContext),
  editorUpdateChildOption: changeOption(belowInContext),
  editorDeleteChildOption: removeOption(belowInContext),
  editorMoveChildOption: moveOption(belowInContext),
  editorSortChildOptions: sortLevel(belowInContext),

  editorLegacyListOptions: listOptions(legacy),
  editorLegacyCreateOption: createOption(legacy),
  editorLegacyUpdateOption: changeOption(legacy),
  editorLegacyDeleteOption: removeLegacyOption(legacy),
  editorLegacyMoveOption: moveOption(legacy),

  editorLegacyListChildOptions: listOptions(legacyBelow),
  editorLegacyCreateChildOption: createOption(legacyBelow),
  editorLegacyUpdateChildOption: changeOption(legacyBelow),
  editorLegacyDeleteChildOption: removeLegacyOption(legacyBelow),
  editorLegacyMoveChildOption: moveOption(legacyBelow),
};
