import type { Evidence, RecordingName } from '@fake-jira/profile';
import type { JsonObject } from './document/types.js';

/** Who may call an operation. */
export type Access = 'anonymous' | 'user' | 'administrator' | 'administrator-or-app';

/** The wording of an answer to a broken rule. */
export interface ErrorText {
  /** A template with `{…}` for data of the error; null: an answer without a body. */
  readonly text: string | null;
  /** The part of the request that it is about: it stands under the property's name, in the form of the API. */
  readonly property?: string;
  /** Number that tells errors of one status apart. */
  readonly subCode?: number;
  /** More entries of a list of errors, after that of `text`. */
  readonly errors?: readonly MoreErrorText[];
  /**
   * The body's form, where it is not that of `property` or its absence: without entries, that of Jira's own guard, or
   * that of an answer that says it is done.
   */
  readonly form?: 'validation' | 'framework' | 'done';
  readonly evidence?: Evidence;
  /** The recording that has the sentence, where the evidence is `recorded`. */
  readonly source?: RecordingName;
  /** Open question → answer (or answers) under which it is worded so. */
  readonly when?: Readonly<Record<string, unknown>>;
  /** Maps of `x-since`, `x-until`, `x-deployment`, `x-any` under which it is worded so: all of them must hold. */
  readonly conditions?: readonly Readonly<JsonObject>[];
}

/** An entry of a list of errors beside the one that the text is; templates both. */
export interface MoreErrorText {
  readonly name: string;
  readonly message: string;
  readonly value?: string;
}

/** An answer to a broken rule: its status and wording. */
export interface ErrorOutcome extends ErrorText {
  readonly status: number;
  /** Open question whose answer is the status; `status` is that of its default then. */
  readonly statusBy?: string;
}

/** An operation of a document, without its schemas. */
export interface Operation<Id extends string = string> {
  /** The document: `jira-cloud`, … */
  readonly api: string;
  readonly operationId: Id;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH' | 'TRACE';
  /** As in the document: `/rest/api/3/field/{fieldId}`. */
  readonly path: string;
  /** App → version from which it is there, and up to which it was. */
  readonly since?: Readonly<Record<string, string>>;
  readonly until?: Readonly<Record<string, string>>;
  /** Open question → answer (or answers) under which it is there. */
  readonly when?: Readonly<Record<string, unknown>>;
  /** Maps of conditions, one of which holds where it is there (`x-any`). */
  readonly any?: readonly Readonly<JsonObject>[];
  /** Where it exists; both when absent. */
  readonly deployment?: 'cloud' | 'data-center';
  readonly access: Access;
  /** Whether Cloud lets it run without credentials, and answer as its own rules do. */
  readonly runsAnonymously: boolean;
  readonly evidence: Evidence;
  readonly summary: string;
  /** The statuses that the document lists. */
  readonly statuses: readonly number[];
  /** Whether it takes a JSON body. */
  readonly hasBody: boolean;
  readonly bodyRequired: boolean;
  /** Rule code → how this operation answers it; several where open questions or versions choose. */
  readonly errors: Readonly<Record<string, readonly ErrorOutcome[]>>;
}
