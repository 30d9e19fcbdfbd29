import { errorForm, type Operation, type Problem } from '@fake-jira/openapi';
import { answer } from '@fake-jira/profile';
import { RuleError, type RuleCode } from '@fake-jira/world';
import type { Answer } from '../../http/answer.js';
import type { Dialect, RequestValues } from '../../http/api.js';
import { HttpError, type HttpErrorCode, type Refusal, type RefusalEntry } from '../../http/wire-error.js';

const api = 'customfield-editor';
/** Below this one its errors have another form. */
const legacyBase = '/rest/jiracustomfieldeditorplugin/1.1';

/** How the app says no. */
export const editorStyle: Dialect = {
  guard({ operation, refusal }, { caller, profile, versions }) {
    if (refusal) throw new HttpError(refusal as HttpErrorCode);
    const guardsSystem = operation.errors['not-system-administrator'] !== undefined;
    if (
      guardsSystem &&
      caller.user &&
      !caller.systemAdministrator &&
      !versions.customfieldEditor.atLeast('1.3') &&
      answer(profile, 'editor.admin-before-1.3') === 'system-administrators'
    ) {
      throw new HttpError('not-system-administrator');
    }
  },

  refuse(refusal, error, operation) {
    const headers = error.code === 'not-authenticated' ? { 'WWW-Authenticate': 'Basic realm="Jira"' } : undefined;
    return { status: refusal.status, ...(headers && { headers }), ...bodyOf(refusal, error, isLegacy(operation)) };
  },

  refuseTransport(status, message, base) {
    const legacy = base === legacyBase;
    // What transport adds has a body only where one could not be read (`x-transport-outcomes`).
    if (status === 400) {
      const refusal = { status, text: message, property: 'body' };
      return { status, ...bodyOf(refusal, undefined, legacy) };
    }
    if (status < 500 || legacy) return { status };
    return { status, body: restError({ status, text: message, property: undefined }) };
  },

  splitsLists: () => false,

  tolerates(problem, values, profile) {
    if (problem.keyword === 'additionalProperties') return answer(profile, 'editor.unknown-property') === 'ignored';
    return isPaging(problem) && answer(profile, 'editor.invalid-paging') === 'as-default' && asDefault(problem, values);
  },

  invalid(problems, _profile, operation) {
    if (problems.some((problem) => problem.in === 'path')) {
      // Before 1.2 everything that is not there is one and the same (Swagger of 1.1).
      return isLegacy(operation)
        ? new RuleError('options-not-found', { optionIds: [] })
        : new HttpError('context-id-invalid');
    }
    return requestInvalid(problems.map((problem) => ({ name: propertyOf(problem), message: `${problem.message}.` })));
  },
};

/** A request whose form is wrong: each entry names a property and says what is wrong with it. */
export function requestInvalid(entries: readonly RefusalEntry[]): HttpError {
  const [first] = entries;
  return new HttpError('request-invalid', { property: first?.name ?? 'body', reason: first?.message ?? '', entries });
}

/** In which property of a body, or variable of an address, something is named that does not exist. */
const properties = new WeakMap<object, string>();

/**
 * Runs what reads options out of a body or an address. One that is not there is refused as the spec says, with an
 * entry for what names it, which the spec, having one entry for all of them, cannot tell.
 *
 * @param propertyOf - given the ids that are not there
 */
export function namingOptions<Result>(propertyOf: (ids: readonly string[]) => string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof RuleError && (error.code as RuleCode) === 'options-not-found') {
      const { optionIds } = error.data as RuleError<'options-not-found'>['data'];
      properties.set(error, propertyOf(optionIds));
    }
    throw error;
  }
}

function isLegacy({ path }: Operation): boolean {
  return path.startsWith(`${legacyBase}/`);
}

/** The body of an error in the form of its version, nothing where the error is a status alone. */
function bodyOf(refusal: Refusal, error: unknown, legacy: boolean): Pick<Answer, 'body'> {
  const { status, text, property, form } = refusal;
  if (text === null) return {};
  if (legacy) return { body: { errors: entriesOf(refusal, error) } };
  if (form === 'framework') return { body: { message: text, 'status-code': status } };
  if (form === 'validation') return { body: { ...restError(refusal), errors: [] } };
  if (property === undefined) return { body: restError(refusal) };
  return {
    body: { ...restError({ ...refusal, text: errorForm(api)?.message ?? '' }), errors: entriesOf(refusal, error) },
  };
}

function restError({ status, text, subCode }: Refusal) {
  return { statusCode: status, subCode: subCode ?? status * 1000, message: text };
}

function entriesOf({ text, property, entries }: Refusal, error: unknown): readonly RefusalEntry[] {
  if (error instanceof HttpError && error.code === 'request-invalid') return error.data.entries as RefusalEntry[];
  const name = (error instanceof RuleError && properties.get(error)) || property;
  return [{ name: name ?? 'body', message: text ?? '' }, ...(entries ?? [])];
}

/** The property that a problem is about: the one at the top, as the examples name it. */
function propertyOf({ in: place, pointer, name }: Problem): string {
  if (place !== 'body') return name ?? place;
  const parts = pointer.split('/').slice(1);
  return parts.find((part) => !/^\d+$/.test(part)) ?? name ?? 'body';
}

function isPaging({ in: place, name }: Problem): boolean {
  return place === 'query' && (name === 'startAt' || name === 'maxResults');
}

function asDefault({ name }: Problem, { query }: RequestValues): boolean {
  query[name as string] = name === 'startAt' ? 0 : 20;
  return true;
}
