import type { OperationId } from '@fake-jira/openapi';

/*
 * One operation of the app on options stands at up to four addresses: in the default context or a named one, on the
 * first level or below an option.
 */

export const listOperations: readonly OperationId[] = [
  'editorListDefaultOptions',
  'editorListOptions',
  'editorListDefaultChildOptions',
  'editorListChildOptions',
];

export const createOperations: readonly OperationId[] = [
  'editorCreateDefaultOption',
  'editorCreateOption',
  'editorCreateDefaultChildOption',
  'editorCreateChildOption',
];

export const updateOperations: readonly OperationId[] = [
  'editorUpdateDefaultOption',
  'editorUpdateOption',
  'editorUpdateDefaultChildOption',
  'editorUpdateChildOption',
];

export const deleteOperations: readonly OperationId[] = [
  'editorDeleteDefaultOption',
  'editorDeleteOption',
  'editorDeleteDefaultChildOption',
  'editorDeleteChildOption',
];

export const moveOperations: readonly OperationId[] = [
  'editorMoveDefaultOption',
  'editorMoveOption',
  'editorMoveDefaultChildOption',
  'editorMoveChildOption',
];

export const sortOperations: readonly OperationId[] = [
  'editorSortDefaultOptions',
  'editorSortOptions',
  'editorSortDefaultChildOptions',
  'editorSortChildOptions',
];

export const optionOperations: readonly OperationId[] = [
  ...listOperations,
  ...createOperations,
  ...updateOperations,
  ...deleteOperations,
  ...moveOperations,
  ...sortOperations,
];
