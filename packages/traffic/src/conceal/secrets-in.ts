import { isSecretName, mask, maskedAddress } from '@fake-jira/openapi';
import { isObject } from '../read/json.js';

/** What looks like a credential wherever it stands: a scheme with its value, a JSON Web Token, a token of Atlassian's. */
const credentials = /\b(?:Bearer|Basic|JWT) [\w.~+/=-]{8,}|\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*|\bAT[A-Z]TT[\w=-]{8,}/g;

/** Headers whose values say who somebody is; those with a secret's name besides. */
const headersOfPeople = /^(?:x-ausername|x-aaccountid|x-forwarded-for|x-asessionid|forwarded|from|referer)$/;

/** An address without credentials and secret parameters. */
export function addressWithoutSecrets(url: string): string {
  return textWithoutSecrets(maskedAddress(url.replace(/^(https?:\/\/)[^/?#@]*@/i, '$1')));
}

/** A text without what looks like a credential. */
export function textWithoutSecrets(text: string): string {
  return text.replace(credentials, mask);
}

/** Headers without credentials, cookies and whose they are. */
export function headersWithoutSecrets(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      isSecretName(name) || headersOfPeople.test(name) ? mask : textWithoutSecrets(value),
    ]),
  );
}

/**
 * A body without values under the names of secrets.
 *
 * @param isProtected - whether the values in it are those of protected fields
 */
export function bodyWithoutSecrets(body: unknown, isProtected: boolean): unknown {
  if (Array.isArray(body)) return body.map((entry) => bodyWithoutSecrets(entry, isProtected));
  if (!isObject(body)) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      isSecret(name, value) || (isProtected && mayRepeat(name, value))
        ? masked(value)
        : bodyWithoutSecrets(value, isProtected),
    ]),
  );
}

/** Beside the value of a protected field its refusal can have it: all but what only names the field. */
function mayRepeat(name: string, value: unknown): boolean {
  return name === 'value' || (typeof value === 'string' && name !== 'fieldId' && name !== 'issueKey');
}

/** Marks of pages are no secrets, though they are called tokens. */
function isSecret(name: string, value: unknown): boolean {
  return isSecretName(name) && !/page-?token$/i.test(name) && !isObject(value);
}

/** Something of the same kind, so that the form of an answer stays what it was. */
function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, masked(one)]));
  if (typeof value === 'number') return 0;
  return typeof value === 'string' ? mask : value;
}
