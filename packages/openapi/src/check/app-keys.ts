import { pointer, walk } from '../document/reading.js';
import type { JsonObject, OpenApiDocument } from '../document/types.js';
import { isObject } from '../document/types.js';
import type { Finding } from './finding.js';

/** Whether the keys of the apps' documents hold what they may: bases, types, values, patterns and forms of errors. */
export function checkAppKeys(document: OpenApiDocument): Finding[] {
  const findings: Finding[] = [];
  const report = (at: string, message: string): void => void findings.push({ check: 'app-key', pointer: at, message });

  checkBases(document, report);
  const form = document['x-error-form'];
  if (form !== undefined && !(isObject(form) && typeof form.message === 'string' && typeof form.subCode === 'number'))
    report('/x-error-form', 'needs a message (a text) and a subCode (a number)');
  const types = document['x-field-types'];
  if (types !== undefined && !(isObject(types) && areNamed(types.supported)))
    report('/x-field-types', 'needs `supported`, a list of entries with a name');

  walk(document, (node, path) => {
    const at = pointer(...path);
    if (path.at(-1) !== 'properties') checkSchema(node, at, report);
    if (path.at(-1) === 'x-errors') checkTexts(node, at, report);
  });
  return findings;
}

type Report = (at: string, message: string) => void;

function checkBases(document: OpenApiDocument, report: Report): void {
  const listed = document['x-bases'];
  if (listed === undefined) return;
  if (!Array.isArray(listed)) return report('/x-bases', 'must be a list');
  const errors = isObject(document['x-errors']) ? document['x-errors'] : {};
  (listed as unknown[]).forEach((one, index) => {
    const at = pointer('x-bases', index);
    if (!isObject(one) || typeof one.base !== 'string' || !/^\/.*[^/]$/.test(one.base))
      return report(at, 'needs a base that begins with / and does not end with it');
    if (!['all', 'legacy', 'nothing'].includes(one.serves as string))
      report(`${at}/serves`, `${JSON.stringify(one.serves)} must be one of all, legacy, nothing`);
    if ((one.serves === 'nothing') !== (one.answer !== undefined))
      report(at, 'has an answer if, and only if, it serves nothing');
    const { answer } = one;
    if (answer !== undefined && !(isText(answer) && Object.hasOwn(errors, answer)))
      report(`${at}/answer`, `${JSON.stringify(answer)} is no code of the document's x-errors`);
  });
}

function checkSchema(node: JsonObject, at: string, report: Report): void {
  const { 'x-values': values, 'x-pattern': pattern, 'x-behaviour': behaviour } = node;
  if (values !== undefined && !(Array.isArray(values) && values.length > 0 && values.map(plain).every(isText)))
    report(`${at}/x-values`, 'must be a list of texts, or of { value } with conditions');
  if (pattern !== undefined && !isPattern(plain(pattern)))
    report(`${at}/x-pattern`, 'must be a regular expression, or { value } with conditions');
  if (
    behaviour !== undefined &&
    !(Array.isArray(behaviour) && behaviour.every((one) => isObject(one) && isText(one.what)))
  )
    report(`${at}/x-behaviour`, 'must be a list of entries with `what`');
}

function checkTexts(errors: JsonObject, at: string, report: Report): void {
  for (const [code, listed] of Object.entries(errors)) {
    for (const text of [listed].flat<unknown[]>()) {
      if (!isObject(text)) continue;
      const where = at + pointer(code);
      if (text.subCode !== undefined && typeof text.subCode !== 'number') report(where, 'subCode must be a number');
      if (text.form !== undefined && !['validation', 'framework', 'done'].includes(text.form as string))
        report(where, 'form must be validation, framework or done');
      if (text.errors !== undefined && !(areNamed(text.errors) && text.errors.every(({ message }) => isText(message))))
        report(where, 'errors must be a list of { name, message, value }');
      if (text.errors !== undefined && text.property === undefined) report(where, 'errors need a property');
    }
  }
}

function plain(value: unknown): unknown {
  return isObject(value) ? value.value : value;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isPattern(value: unknown): boolean {
  if (!isText(value)) return false;
  try {
    return new RegExp(value, 'u').source !== '';
  } catch {
    return false;
  }
}

function areNamed(value: unknown): value is JsonObject[] {
  return Array.isArray(value) && value.every((one) => isObject(one) && isText(one.name));
}
