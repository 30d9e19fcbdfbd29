import { evidences, isQuestionId, isVersioned, nearest, question, questions, versionLists } from '@fake-jira/profile';
import { checkRecordings } from './recorded.js';
import { dereference, operationsOf, pointer, walk } from '../document/reading.js';
import type { JsonObject, OpenApiDocument } from '../document/types.js';
import { isObject } from '../document/types.js';
import { checkAppKeys } from './app-keys.js';
import type { Finding } from './finding.js';

const accesses = ['anonymous', 'user', 'administrator', 'administrator-or-app'];

/** Whether our keys hold what they may: questions, answers, apps, versions, deployments, evidence. */
export function checkKeys(document: OpenApiDocument): Finding[] {
  const findings: Finding[] = [];
  walk(document, (node, path) => {
    const report = (check: string, key: string, message: string): void =>
      void findings.push({ check, pointer: pointer(...path, key), message });
    const { 'x-question': asked, 'x-when': when } = node;
    for (const id of asked === undefined ? [] : ([asked].flat() as string[]))
      reportQuestion(id, (message) => report('question', 'x-question', message));
    checkWhen(when, (check, message) => report(check, 'x-when', message));
    const { 'x-any': any } = node;
    if (any !== undefined && !(Array.isArray(any) && any.length > 1 && any.every(isObject)))
      report('condition', 'x-any', 'must be a list of two maps of conditions or more');
    // Texts of errors have it without the x-.
    if (isText(path)) {
      checkWhen(node.when, (check, message) => report(check, 'when', message));
      checkStatusBy(node, (message) => report('question', 'statusBy', message));
    }
    checkVersions(node['x-since'], (message) => report('version', 'x-since', message));
    checkVersions(node['x-until'], (message) => report('version', 'x-until', message));
    for (const entry of [node['x-history'] ?? []].flat()) {
      if (!isObject(entry) || entry.until === undefined || !Object.hasOwn(entry, 'replace'))
        report('version', 'x-history', 'needs entries { until, replace }');
      else checkVersions(entry.until, (message) => report('version', 'x-history', message));
    }
    oneOf(node['x-deployment'], ['cloud', 'data-center'], (message) => report('deployment', 'x-deployment', message));
    oneOf(node['x-evidence'], evidences, (message) => report('evidence', 'x-evidence', message));
    oneOf(node['x-access'], accesses, (message) => report('access', 'x-access', message));
  });
  return [...findings, ...checkRecordings(document), ...checkAppKeys(document)];
}

/** Whether codes of broken rules exist, and defaults have a status that their operations may answer with. */
export function checkErrors(document: OpenApiDocument, ruleCodes?: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  const defaults = isObject(document['x-errors']) ? document['x-errors'] : {};
  checkCodes(defaults, '');
  for (const [code, listed] of Object.entries(defaults)) {
    for (const entry of [listed].flat<unknown[]>()) {
      if (isObject(entry) && typeof entry.status === 'number' && entry.text !== undefined) continue;
      findings.push({
        check: 'error-entry',
        pointer: pointer('x-errors', code),
        message: 'a default needs a status (a number) and a text (or null)',
      });
    }
  }
  for (const { path, method, operation } of operationsOf(document)) {
    for (const [status, listed] of Object.entries(operation.responses ?? {})) {
      const response = safely(document, listed);
      const at = pointer('paths', path, method, 'responses', status);
      const errors = isObject(response['x-errors']) ? response['x-errors'] : {};
      checkCodes(errors, at);
      if (Object.keys(errors).length > 0 && Number(status) < 400) {
        findings.push({
          check: 'error-status',
          pointer: `${at}/x-errors`,
          message: `${status} is no error, so no broken rule can be answered with it`,
        });
      }
    }
    findings.push(...statusFindings(document, operation, pointer('paths', path, method)));
  }
  return findings;

  function checkCodes(errors: JsonObject, at: string): void {
    for (const code of Object.keys(errors)) {
      if (ruleCodes === undefined || ruleCodes.includes(code)) continue;
      const near = nearest(code, ruleCodes);
      findings.push({
        check: 'rule-code',
        pointer: at + pointer('x-errors', code),
        message: `"${code}" is no rule code${near.length > 0 ? `: did you mean ${near.join(', ')}?` : ''}`,
      });
    }
  }
}

/** An operation's own `x-errors` may name codes with a status, like a document's: that status has to be listed. */
function statusFindings(
  document: OpenApiDocument,
  operation: JsonObject & { responses?: Record<string, unknown> },
  at: string,
): Finding[] {
  const own = isObject(operation['x-errors']) ? operation['x-errors'] : {};
  const listed = [...Object.keys(operation.responses ?? {}), ...Object.keys(document['x-transport-outcomes'] ?? {})];
  const entries = Object.entries(own).flatMap(([code, given]) =>
    [given].flat<unknown[]>().map((entry) => [code, entry] as const),
  );
  return entries.flatMap(([code, entry]) => {
    const status = isObject(entry) ? String(entry.status) : 'nothing';
    if (listed.includes(status)) return [];
    return [
      {
        check: 'error-status',
        pointer: at + pointer('x-errors', code),
        message: `the status ${status} of ${code} is not listed in the operation`,
      },
    ];
  });
}

function safely(document: OpenApiDocument, node: JsonObject): JsonObject {
  try {
    return dereference(document, node);
  } catch {
    return {}; // checkReferences reports it
  }
}

function isText(path: readonly (string | number)[]): boolean {
  return path.at(-2) === 'x-errors' || path.at(-3) === 'x-errors';
}

/** Whether the question that answers a status has statuses for answers, and the one that is written is its default. */
function checkStatusBy({ status, statusBy }: JsonObject, report: (message: string) => void): void {
  if (statusBy === undefined) return;
  if (typeof statusBy !== 'string') return report('must be the id of an open question');
  reportQuestion(statusBy, report);
  if (!isQuestionId(statusBy)) return;
  const { answers, default: byDefault } = question(statusBy);
  if (!answers.every((one) => /^[1-5]\d\d$/.test(one))) report(`${statusBy} has answers that are no status`);
  if (String(status) !== byDefault) report(`${statusBy} is answered ${byDefault} by default, not ${String(status)}`);
}

function reportQuestion(id: string, report: (message: string) => void): void {
  if (isQuestionId(id)) return;
  const near = nearest(
    id,
    questions.map((one) => one.id),
  );
  report(
    `"${id}" is no open question of packages/profile${near.length > 0 ? `: did you mean ${near.join(', ')}?` : ''}`,
  );
}

function checkWhen(when: unknown, report: (check: string, message: string) => void): void {
  if (when === undefined) return;
  if (!isObject(when)) return report('answer', 'must be a map of questions to answers');
  for (const [id, wanted] of Object.entries(when)) {
    reportQuestion(id, (message) => report('question', message));
    if (!isQuestionId(id)) continue;
    const { answers } = question(id);
    for (const one of [wanted].flat().map(String)) {
      if (!(answers as readonly string[]).includes(one))
        report('answer', `"${one}" is no answer to ${id}: it has ${answers.join(', ')}`);
    }
  }
}

function checkVersions(value: unknown, report: (message: string) => void): void {
  if (value === undefined) return;
  if (!isObject(value)) return report("must be a map of products to versions such as { extender: '2.20' }");
  for (const [product, version] of Object.entries(value)) {
    if (typeof version !== 'string') report(`the version of ${product} must be in quotes: YAML reads 2.10 as 2.1`);
    else if (!isVersioned(product)) report(`"${product}" has no versions: use ${Object.keys(versionLists).join(', ')}`);
    else if (!versionLists[product].includes(version))
      report(`${version} is not in the list of versions of ${product}`);
  }
}

function oneOf(value: unknown, possible: readonly string[], report: (message: string) => void): void {
  if (value !== undefined && !possible.includes(value as string))
    report(`${JSON.stringify(value)} must be one of ${possible.join(', ')}`);
}
