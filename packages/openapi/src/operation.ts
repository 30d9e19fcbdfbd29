import type { JsonObject } from './document/types.js';

/** How a thing is known. */
export type Evidence = 'documented' | 'corroborated' | 'inferred' | 'assumed';

/** Who may call an operation. */
export type Access = 'anonymous' | 'user' | 'administrator' | 'administrator-or-app';

/** The wording of an answer to a broken rule. */
export interface ErrorText {
  /** A template with `{…}` for data of the error; null: an answer without a body. */
  readonly text: string | null;
  /** Stands under `errors.<property>` instead of in `errorMessages`. */
  readonly property?: string;
  readonly evidence?: Evidence;
  /** Open question → answer (or answers) under which it is worded so. */
  readonly when?: Readonly<Record<string, unknown>>;
  /** `x-since`, `x-until`, `x-deployment` under which it is worded so. */
  readonly conditions?: Readonly<JsonObject>;
}

/** An answer to a broken rule: its status and wording. */
export interface ErrorOutcome extends ErrorText {
  readonly status: number;
}

/** An operation of a document, without its schemas. */
export interface Operation<Id extends string = string> {
  /** The document: `jira-cloud`, … */
  readonly api: string;
  readonly operationId: Id;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH' | 'TRACE';
  /** As in the document: `/rest/api/3/field/{fieldId}`. */
  readonly path: string;
  /** Where it exists; both when absent. */
  readonly deployment?: 'cloud' | 'data-center';
  readonly access: Access;
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
