import { operation } from '@fake-jira/openapi';
import type { Scenario } from '../../jira-cloud/outcomes/scenario.js';
import { editorOperationIds, pathOf, to, type EditorOperationId } from './requests.js';
import { names, scenario, tableOf, type KeyOf } from './scenario.js';
import { context, field, option } from './stage.js';

/** One id of an address that does not fit the others, and the property that the refusal names. */
interface WrongId {
  readonly when: string;
  readonly path: Readonly<Record<string, number>>;
  readonly name: string;
  /** For which operations, beside that they have the variables of `path`. */
  readonly only?: (id: EditorOperationId) => boolean;
}

const ofFirstLevel = (id: EditorOperationId) => !ofChildren(id);
const ofChildren = (id: EditorOperationId) => id.includes('Child');
const ofDefaultContext = (id: EditorOperationId) => operation(id).path.includes('/contexts/default/');

const wrongIds: readonly WrongId[] = [
  { when: 'when there is no such field', path: { customFieldId: field.unknown }, name: 'customFieldId' },
  {
    when: 'when the field is of a type that the app does not edit',
    path: { customFieldId: field.customer },
    name: 'customFieldId',
  },
  {
    when: 'when the field has no default context',
    path: { customFieldId: field.platforms },
    name: 'contextId',
    only: (id) => ofDefaultContext(id) && ofFirstLevel(id),
  },
  { when: 'when there is no such context', path: { contextId: context.unknown }, name: 'contextId' },
  { when: 'when the context is one of another field', path: { contextId: context.places }, name: 'contextId' },
  { when: 'when there is no such option', path: { optionId: option.unknown }, name: 'optionId' },
  { when: 'when the option is one of another context', path: { optionId: option.safariInTest }, name: 'optionId' },
  {
    when: 'when the option is a child',
    path: { customFieldId: field.animals, contextId: context.animals, optionId: option.micki },
    name: 'optionId',
    only: (id) => ofFirstLevel(id) && hasVariable(id, 'optionId'),
  },
  {
    when: 'when the parent is itself a child',
    path: { optionId: option.micki },
    name: 'optionId',
    only: ofChildren,
  },
  {
    when: 'when the field has no child options',
    path: { customFieldId: field.browsers, contextId: context.browsers, optionId: option.firefox },
    name: 'optionId',
    only: ofChildren,
  },
  { when: 'when there is no such child option', path: { childOptionId: option.unknown }, name: 'childOptionId' },
  {
    when: 'when the child option is one of another parent',
    path: { childOptionId: option.rex },
    name: 'childOptionId',
  },
  { when: 'when the child option is its own parent', path: { childOptionId: option.cats }, name: 'childOptionId' },
];

/** A 400 of each operation for each id of its address. */
export const unknownIdOutcomes = tableOf<KeyOf<400>>(
  editorOperationIds
    .filter((id) => hasVariable(id, 'customFieldId'))
    .map((id) => [`${id} 400`, wrongIds.filter((wrong) => concerns(wrong, id)).map((wrong) => refusalOf(wrong, id))]),
);

function concerns({ path, only }: WrongId, id: EditorOperationId): boolean {
  return only ? only(id) : Object.keys(path).every((name) => hasVariable(id, name));
}

function hasVariable(id: EditorOperationId, name: string): boolean {
  return operation(id).path.includes(`{${name}}`);
}

function refusalOf({ when, path, name }: WrongId, id: EditorOperationId): Scenario {
  const wrong = Object.entries(path).map(([variable, value]) => [variable, String(value)] as const);
  return scenario(when, to(id, { path: { ...pathOf(id), ...Object.fromEntries(wrong) } }), names(name));
}
