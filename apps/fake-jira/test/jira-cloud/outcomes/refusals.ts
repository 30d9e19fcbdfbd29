import { animals, browsers, context, project, unknownField, withoutSubtasks } from './demo.js';
import { to, type FieldOperationId } from './requests.js';
import { mentions, says, scenario } from './scenario.js';

// What several operations refuse alike.

export const fieldNotFound = says('The custom field was not found.');
export const contextNotFound = says('The context was not found.');
export const shopTaken = says(
  `These projects are already associated with a context of the custom field: ${project.shop}.`,
);
export const subtasksDisabled = says('Sub-tasks are disabled in Jira. At least one of the issue types is a sub-task.');

/** Jiras in which more is a conflict than in the usual one. */
export const subtasksOff = { world: withoutSubtasks };
export const projectTakenIsConflict = { answers: { 'jira.project-taken-status': '409' } } as const;

export const unknownFieldOf = (id: FieldOperationId) =>
  scenario('when there is no such field', to(id, { path: { fieldId: unknownField } }), fieldNotFound);

export const unknownContextOf = (id: FieldOperationId) =>
  scenario(
    'when there is no such context',
    to(id, { path: { fieldId: animals, contextId: context.unknown } }),
    contextNotFound,
  );

export const contextOfAnotherField = (id: FieldOperationId) =>
  scenario(
    'when the context is one of another field',
    to(id, { path: { fieldId: browsers, contextId: context.animals } }),
    contextNotFound,
  );

export const contextWithoutNumberOf = (id: FieldOperationId) =>
  scenario(
    'when the contextId is no number',
    to(id, { path: { fieldId: browsers, contextId: 'default' } }),
    says('The contextId has to be provided.'),
  );

export const negativeStartOf = (id: FieldOperationId) =>
  scenario('when startAt is negative', to(id, { query: 'startAt=-1' }), mentions('startAt'));
