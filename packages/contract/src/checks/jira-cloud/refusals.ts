import { operation, type OperationId } from '@fake-jira/openapi';
import type { Check, CheckBuilders } from '../../check.js';
import { refuses, says } from './errors.js';
import { nothing, requestOf, scratchSubject } from './requests.js';

// What several operations refuse alike.

/** Sentences that the document prints for a field, or a context, that is not there, by operation. */
const fieldNotFound = 'The custom field was not found.';
const contextNotFound = 'The context was not found.';

/** Operations whose 404 has one of these sentences printed in the document. */
const printed: { readonly [Id in OperationId]?: string } = {
  updateCustomField: fieldNotFound,
  getContextsForField: fieldNotFound,
  getDefaultValues: fieldNotFound,
  getProjectContextMapping: fieldNotFound,
  getOptionsForContext: fieldNotFound,
  createCustomFieldOption: fieldNotFound,
  updateCustomFieldOption: fieldNotFound,
  reorderCustomFieldOptions: fieldNotFound,
  deleteCustomFieldOption: fieldNotFound,
  setDefaultValues: contextNotFound,
  updateCustomFieldContext: contextNotFound,
  deleteCustomFieldContext: contextNotFound,
  addIssueTypesToContext: contextNotFound,
  removeIssueTypesFromContext: contextNotFound,
  assignProjectsToCustomFieldContext: contextNotFound,
  removeCustomFieldContextFromProjects: contextNotFound,
};

type Outcome = CheckBuilders['outcome'];

/** 404 for a field that is not there. */
export function refusedField(outcome: Outcome, id: OperationId): Check {
  return outcome(
    id,
    404,
    'when there is no such field',
    async (stage) => {
      const { body } = await stage.admin.ask(id, 404, requestOf(id, nothing(stage)));
      if (printed[id] === fieldNotFound) says(body, fieldNotFound);
      else refuses(body);
    },
    readOnly(id),
  );
}

/** 404 for a context that is not there, or is one of another field. */
export function refusedContext(outcome: Outcome, id: OperationId): Check[] {
  const sentence = printed[id] === contextNotFound ? contextNotFound : undefined;
  const says404 = (body: unknown) => (sentence === undefined ? refuses(body) : says(body, sentence));
  return [
    outcome(id, 404, 'when there is no such context', async (stage) => {
      const subject = await scratchSubject(stage);
      const asked = requestOf(id, { ...subject, contextId: stage.unknownId });
      says404((await stage.admin.ask(id, 404, asked)).body);
    }),
    outcome(id, 404, 'when the context is one of another field', async (stage) => {
      const [subject, other] = [await scratchSubject(stage), await scratchSubject(stage)];
      const asked = requestOf(id, { ...subject, contextId: other.contextId });
      says404((await stage.admin.ask(id, 404, asked)).body);
    }),
  ];
}

/** 400 for a negative startAt, where that is not taken for 0. */
export function refusedStart(outcome: Outcome, id: OperationId, needsField = true): Check {
  return outcome(
    id,
    400,
    'when startAt is negative',
    async (stage) => {
      const subject = needsField ? await scratchSubject(stage) : nothing(stage);
      const asked = requestOf(id, subject);
      const query = { ...asked.query, startAt: -1 };
      refuses((await stage.admin.ask(id, 400, { ...asked, query })).body);
    },
    {
      answers: { 'jira.invalid-start-at': '400' },
      evidence: 'assumed',
      source: 'open question',
      edge: false,
      ...(needsField ? {} : readOnly(id)),
    },
  );
}

function readOnly(id: OperationId) {
  return operation(id).method === 'GET' ? { readOnly: true } : {};
}
