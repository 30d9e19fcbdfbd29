import type { CustomfieldEditorOperations } from '@fake-jira/openapi';
import {
  scenario as scenarioInDemo,
  under,
  type Act,
  type Expectation,
  type Scenario,
} from '../../jira-cloud/outcomes/scenario.js';
import type { EditorOperationId } from './requests.js';
import { usual } from './stage.js';

/** The statuses that the document names: the others are known from elsewhere. */
type DocumentedStatus = 200 | 204 | 400 | 401 | 403 | 500;

/** An operation and one of the statuses that the document lists for it. */
export type OutcomeKey = {
  [Id in EditorOperationId]: `${Id} ${keyof CustomfieldEditorOperations[Id]['responses'] & DocumentedStatus}`;
}[EditorOperationId];

/** The outcomes of some operations, each with the scenarios that provoke it. */
export type OutcomeTable<Key extends OutcomeKey = OutcomeKey> = { readonly [K in Key]: readonly Scenario[] };

/** The keys of a status. */
export type KeyOf<Status extends DocumentedStatus> = Extract<OutcomeKey, `${string} ${Status}`>;

/** One way to provoke an outcome in the usual world. */
export function scenario(when: string, act: Act, ...expectations: readonly Expectation[]): Scenario {
  return under(usual, scenarioInDemo(when, act, ...expectations));
}

/** The answer has this body, and nothing else in it. */
export function is(body: unknown): Expectation {
  return ({ response }) => expect(response.body).toEqual(body);
}

/** The answer is the validation error of the document, with an entry for each of these and no other. */
export function names(...properties: readonly string[]): Expectation {
  return ({ response }) => {
    expect(response.body).toEqual({
      statusCode: 400,
      subCode: 400000,
      message: 'validation errors',
      errors: expect.any(Array) as unknown[],
    });
    const { errors } = response.body as { errors: { name: string; message: string }[] };
    expect(errors.map(({ name }) => name)).toEqual(properties);
    for (const { message } of errors) expect(message).not.toBe('');
  };
}

/** The refusal of a status without properties: the app's error. */
export function refuses(statusCode: number, subCode: number, message: unknown): Expectation {
  return is({ statusCode, subCode, message });
}

/** A table of outcomes from rows that are generated; that none is missing is for the test to say. */
export function tableOf<Key extends OutcomeKey>(
  rows: readonly (readonly [key: string, scenarios: readonly Scenario[]])[],
): OutcomeTable<Key> {
  return Object.fromEntries(rows) as unknown as OutcomeTable<Key>;
}
