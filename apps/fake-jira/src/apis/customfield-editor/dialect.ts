import { errorForm, type Operation, type Problem } from '@fake-jira/openapi';
import type { ApiResponse } from '../../http/response.js';
import type { Dialect } from '../../http/dialect.js';
import { behaviour } from './behaviour.js';
import { putsPagingRight } from '../../http/paging.js';
import { HttpError, type HttpErrorCode, type Refusal, type RefusalEntry } from '../../http/wire-error.js';

const api = 'customfield-editor';
/** Below this one its errors have another form. */
const legacyBase = '/rest/jiracustomfieldeditorplugin/1.1';

/** How the app says no. */
export const editorDialect: Dialect = {
  guard({ operation, refusal }, { caller, profile }) {
    if (refusal) throw new HttpError(refusal as HttpErrorCode);
    const guardsSystem = operation.errors['not-system-administrator'] !== undefined;
    if (guardsSystem && caller.user && !caller.systemAdministrator && !behaviour(profile).administratorsAreEnough) {
      throw new HttpError('not-system-administrator');
    }
  },

  refuse(refusal, error, operation) {
    const headers = error.code === 'not-authenticated' ? { 'WWW-Authenticate': 'Basic realm="Jira"' } : undefined;
    return { status: refusal.status, ...(headers && { headers }), ...bodyOf(refusal, error, isLegacy(operation)) };
  },

  refuseTransport(status, message, { base }) {
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
    const { unknownPropertiesAreIgnored, invalidPagingIsDefault } = behaviour(profile);
    if (problem.keyword === 'additionalProperties') return unknownPropertiesAreIgnored;
    return invalidPagingIsDefault && putsPagingRight(problem, values, { startAt: 0, maxResults: 20 });
  },

  invalid(problems) {
    if (problems.some((problem) => problem.in === 'path')) return new HttpError('context-id-invalid');
    return requestInvalid(problems.map((problem) => ({ name: propertyOf(problem), message: `${problem.message}.` })));
  },
};

/** A request whose form is wrong: each entry names a property and says what is wrong with it. */
export function requestInvalid(entries: readonly RefusalEntry[]): HttpError {
  const [first] = entries;
  return new HttpError('request-invalid', { property: first?.name ?? 'body', reason: first?.message ?? '', entries });
}

function isLegacy({ path }: Operation): boolean {
  return path.startsWith(`${legacyBase}/`);
}

/** The body of an error in the form of its version, nothing where the error is a status alone. */
function bodyOf(refusal: Refusal, error: unknown, legacy: boolean): Pick<ApiResponse, 'body'> {
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

function entriesOf({ text, property, entries, also = [] }: Refusal, error: unknown): readonly RefusalEntry[] {
  if (error instanceof HttpError && error.code === 'request-invalid') return error.data.entries as RefusalEntry[];
  const more = also.flatMap((one) => entriesOf(one, undefined));
  return [{ name: property ?? 'body', message: text ?? '' }, ...(entries ?? []), ...more];
}

/** The property that a problem is about: the one at the top, as the examples name it. */
function propertyOf({ in: place, pointer, name }: Problem): string {
  if (place !== 'body') return name ?? place;
  const parts = pointer.split('/').slice(1);
  return parts.find((part) => !/^\d+$/.test(part)) ?? name ?? 'body';
}
