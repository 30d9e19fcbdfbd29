import type { CustomfieldEditorOperations } from '@fake-jira/openapi';
import type { Handlers } from '../../http/request-context.js';
import type { EditorBehaviour } from './behaviour.js';
import { getDefault, removeDefault, setDefault } from './default-values.js';
import type { Scope } from './option-target.js';
import { changeOption, createOption, listOptions, moveOption, removeOption, sortLevel } from './options.js';

/*
 * The default context and a specific one, options and their children, are one implementation: this table says which
 * operation means which.
 */

const inDefault: Scope = { context: 'default', options: 'first-level' };
const inContext: Scope = { context: 'named', options: 'first-level' };
const belowInDefault: Scope = { context: 'default', options: 'children' };
const belowInContext: Scope = { context: 'named', options: 'children' };

type OptionOperation = Extract<
  keyof CustomfieldEditorOperations,
  | `editor${'List' | 'Sort'}${'' | 'Default'}${'' | 'Child'}Options`
  | `editor${'Create' | 'Update' | 'Delete' | 'Move'}${'' | 'Default'}${'' | 'Child'}Option`
  | `editor${'Get' | 'Set' | 'Delete'}${'' | 'Default'}DefaultValue`
>;

export const optionOperations: Handlers<Pick<CustomfieldEditorOperations, OptionOperation>, EditorBehaviour> = {
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
};
