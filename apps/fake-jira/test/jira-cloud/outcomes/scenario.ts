import type { Operations } from '@fake-jira/openapi';
import type { Response } from 'supertest';
import type { TestJira, TestOptions } from '../../support/jira.js';
import type { FieldOperationId } from './requests.js';

/** An operation and one of the statuses that its spec lists. */
export type OutcomeKey = {
  [Id in FieldOperationId]: `${Id} ${keyof Operations[Id]['responses'] & number}`;
}[FieldOperationId];

/** The outcomes of some operations, each with the scenarios that provoke it. */
export type OutcomeTable<Key extends OutcomeKey = OutcomeKey> = {
  readonly [K in Key]: Scenario | readonly [Scenario, ...Scenario[]];
};

/** The answer to the last request of a scenario, and the Jira that gave it. */
export interface Outcome {
  readonly response: Response;
  readonly jira: TestJira;
}

/** What must hold of an outcome besides its status. */
export type Expectation = (outcome: Outcome) => void | Promise<void>;

/** The requests of a scenario; the last one is answered with the outcome. */
export type Act = (jira: TestJira) => Promise<Response>;

export interface Scenario {
  /** Ends the sentence "createCustomField answers 400 …". */
  readonly when: string;
  readonly act: Act;
  readonly expectations: readonly Expectation[];
  /** In what Jira it happens. Scenarios that name the same object share one. */
  readonly options: TestOptions;
}

const inDemo: TestOptions = {};

/** One way to provoke an outcome in the world `demo`. */
export function scenario(when: string, act: Act, ...expectations: readonly Expectation[]): Scenario {
  return { when, act, expectations, options: inDemo };
}

/** The same in another world, or where an open question has another answer. */
export function under(options: TestOptions, given: Scenario): Scenario {
  return { ...given, options };
}

/** The answer is an error collection with this sentence, to the letter. */
export function says(text: string): Expectation {
  return ({ response }) => expect(response.body).toEqual({ errorMessages: [text], errors: {} });
}

/** The answer is an error collection with one sentence, ours, that speaks of what is wrong. */
export function mentions(what: string): Expectation {
  return ({ response }) => {
    expect(response.body).toEqual({ errorMessages: [expect.any(String)], errors: {} });
    expect((response.body as { errorMessages: string[] }).errorMessages[0]).toContain(what);
  };
}

/** The body has these parts. */
export function has(body: object): Expectation {
  return ({ response }) => expect(response.body).toMatchObject(body);
}

/** The answer leads to a task that is running. */
export function leadsToATask(description: string): Expectation {
  return async ({ response, jira }) => {
    const address = new URL(response.headers.location as string);
    const task = await jira.admin.get(address.pathname);
    expect(task.body).toMatchObject({ status: 'RUNNING', progress: 0, description });
  };
}

/** Another request, made afterwards, is answered with these parts. */
export function afterwards(act: Act, body: object): Expectation {
  return async ({ jira }) => expect((await act(jira)).body).toMatchObject(body);
}
