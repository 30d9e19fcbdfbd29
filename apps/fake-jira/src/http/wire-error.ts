import { defaultErrors, errorOutcome, type ApiName, type ErrorOutcome, type Operation } from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';
import type { RuleError } from '@fake-jira/world';

/** Codes of mistakes that HTTP sees before the world does, beside those of `RuleViolations`. */
export type HttpErrorCode =
  | 'not-authenticated'
  | 'not-administrator'
  | 'not-administrator-nor-app'
  | 'override-needs-app'
  | 'not-system-administrator'
  | 'context-id-invalid'
  | 'order-key-unknown'
  | 'operation-address-too-new'
  | 'fault-not-found'
  | 'delivery-not-found'
  | 'spec-not-found'
  | 'report-not-found'
  | 'workspace-not-found'
  | 'workspace-not-deletable'
  | 'token-missing'
  | 'app-not-installed'
  | 'search-removed'
  | 'page-token-invalid'
  | 'max-results-out-of-range'
  | 'request-invalid';

/** A mistake in a request that needs no world to be seen. */
export class HttpError extends Error {
  readonly code: HttpErrorCode;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: HttpErrorCode, data: Readonly<Record<string, unknown>> = {}) {
    super(`${code} ${JSON.stringify(data)}`);
    this.name = 'HttpError';
    this.code = code;
    this.data = data;
  }
}

/** A broken rule or a bad request in the form of one API: its status, and its sentence if it has one. */
export interface Refusal {
  readonly status: number;
  readonly text: string | null;
  /** The property of the request that the sentence is about. */
  readonly property: string | undefined;
  /** The number that tells errors of one status apart, where the API has one. */
  readonly subCode?: number | undefined;
  /** What stands beside the sentence, an entry each. */
  readonly entries?: readonly RefusalEntry[] | undefined;
  /** What else is wrong with the request, of the same status. */
  readonly also?: readonly Refusal[] | undefined;
  /** Which of the API's forms of an error it is, where it is not the usual one. */
  readonly form?: ErrorOutcome['form'];
}

/** More that belongs to an error, such as the id of the option in the way. */
export interface RefusalEntry {
  readonly name: string;
  readonly message: string;
  readonly value?: unknown;
}

/**
 * How an operation answers an error: as its own entry in the spec says, else as the document's default does.
 *
 * @throws the error itself where the spec has no response for it, which is a defect of ours
 */
export function refusalOf(api: ApiName, operation: Operation, error: RuleError | HttpError, profile: Profile): Refusal {
  const also = 'also' in error ? error.also.map((one) => refusalOf(api, operation, one, profile)) : [];
  const refusal = refusalOfOne(api, operation, error, profile);
  return also.length === 0 ? refusal : { ...refusal, also: also.filter(({ status }) => status === refusal.status) };
}

/** The texts of a refusal, one for each thing that is wrong. */
export function textsOf({ text, also = [] }: Refusal): string[] {
  return [text, ...also.map((one) => one.text)].filter((one) => one !== null);
}

function refusalOfOne(api: ApiName, operation: Operation, error: RuleError | HttpError, profile: Profile): Refusal {
  const found = errorOutcome(operation, defaultErrors(api), error.code, profile);
  if (!found) throw error;
  const data = error.data as Readonly<Record<string, unknown>>;
  return {
    status: found.status,
    text: found.text === null ? null : fill(found.text, data),
    property: found.property === undefined ? undefined : fill(found.property, data),
    subCode: found.subCode,
    entries: found.errors?.map((entry) => filledEntry(entry, data)),
    form: found.form,
  };
}

function filledEntry({ name, message, value }: RefusalEntry, data: Readonly<Record<string, unknown>>): RefusalEntry {
  const entry = { name: fill(name, data), message: fill(message, data) };
  if (value === undefined) return entry;
  return { ...entry, value: typeof value === 'string' ? filledValue(value, data) : value };
}

/** One placeholder alone is a number where its data is one in digits (`specs/customfield-editor.openapi.yaml`). */
function filledValue(value: string, data: Readonly<Record<string, unknown>>): unknown {
  const filled = fill(value, data);
  return /^\{\w+\}$/.test(value) && /^-?\d+$/.test(filled) ? Number(filled) : filled;
}

/** Fills `{name}` in a text from the data of an error; a list is joined. */
function fill(text: string, data: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = data[name];
    if (Array.isArray(value)) return value.join(', ');
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });
}
