import type { VersionedApp } from './apps.js';
import { isVersionText, newestVersion } from './apps.js';
import { isCloudDate } from './jira-history.js';
import { nearest } from './nearest.js';
import type { JiraProfile, Profile } from './profile.js';
import { isFreeAddress } from './protected-fields.js';
import type { Answers, QuestionId } from './questions.js';
import { isQuestionId, question, questions } from './questions.js';

/** A mistake in a profile: where, and what to do about it. */
export interface ProfileMistake {
  /** Such as `answers["jira.bare-field-id"]`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** What `parseProfile` throws: every mistake at once. */
export class ProfileError extends Error {
  constructor(readonly mistakes: readonly ProfileMistake[]) {
    super(
      [
        'the profile cannot be used:',
        ...mistakes.map(({ path, message }) => `  ${path || '(the whole)'} ${message}`),
      ].join('\n'),
    );
    this.name = 'ProfileError';
  }
}

type Report = (path: string, message: string) => void;
type Fields = Record<string, unknown>;

const members = [
  'name',
  'jira',
  'customfieldEditor',
  'extender',
  'protectedFields',
  'answers',
  'addresses',
  'evidence',
];

/**
 * Reads a profile from what a YAML or JSON file held. What is left out is: no app, no answers. Whether its addresses
 * are those of operations, only who knows the operations can tell: `checkAddresses` of `@fake-jira/openapi`.
 *
 * @param value the parsed file; answers may be numbers (`404`), versions should be in quotes
 * @throws {ProfileError} with every mistake at once, each with its path
 * @example parseProfile({ name: 'our-dc', jira: { deployment: 'data-center', version: '9.12.0' }, extender: '4.16' })
 */
export function parseProfile(value: unknown): Profile {
  const mistakes: ProfileMistake[] = [];
  const report: Report = (path, message) => void mistakes.push({ path, message });
  const profile = isFields(value) ? readProfile(value, report) : undefined;
  if (profile === undefined) report('', `must be an object with name and jira, not ${named(value)}`);
  if (profile === undefined || mistakes.length > 0) throw new ProfileError(mistakes);
  return profile;
}

function readProfile(value: Fields, report: Report): Profile {
  refuseUnknown(value, members, '', report);
  const addresses = readAddresses(value.addresses, report);
  return {
    name: readName(value.name, report),
    jira: readJira(value.jira, report),
    customfieldEditor: readVersion('customfieldEditor', value.customfieldEditor, report),
    extender: readVersion('extender', value.extender, report),
    protectedFields: readProtectedFields(value.protectedFields, report),
    answers: readAnswers(value.answers, report),
    ...(addresses && { addresses }),
    evidence: readEvidence(value.evidence, Object.keys(addresses ?? {}), report),
  };
}

function readName(value: unknown, report: Report): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  report('name', `must be a text, not ${named(value)}`);
  return '';
}

function readJira(value: unknown, report: Report): JiraProfile {
  const fallback: JiraProfile = { deployment: 'any' };
  if (!isFields(value)) {
    report('jira', `must be an object with deployment, not ${named(value)}`);
    return fallback;
  }
  switch (value.deployment) {
    case 'any':
      refuseUnknown(value, ['deployment'], 'jira', report);
      return fallback;
    case 'cloud':
      refuseUnknown(value, ['deployment', 'date'], 'jira', report);
      if (value.date === undefined) return { deployment: 'cloud' };
      if (typeof value.date === 'string' && isCloudDate(value.date)) return { deployment: 'cloud', date: value.date };
      report('jira.date', `must be a month or day such as "2026-05", not ${named(value.date)}`);
      return fallback;
    case 'data-center':
      refuseUnknown(value, ['deployment', 'version'], 'jira', report);
      if (typeof value.version === 'string' && isVersionText(value.version)) {
        return { deployment: 'data-center', version: value.version };
      }
      report('jira.version', `must be a version in quotes such as "9.12.0", not ${named(value.version)}`);
      return fallback;
    default:
      report('jira.deployment', `must be any, cloud or data-center, not ${named(value.deployment)}`);
      return fallback;
  }
}

function readVersion(app: VersionedApp, value: unknown, report: Report): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' && (value === 'before' || isVersionText(value))) return value;
  if (typeof value === 'number' && value >= 0) {
    // YAML reads 2.10 as the number 2.1. With two digits after the point, or none, nothing can have been lost.
    if (/^\d+(\.\d{2,})?$/.test(String(value))) return String(value);
    report(app, `must be in quotes: as a number, ${value} and ${value}0 are the same, as versions they are not`);
    return null;
  }
  report(app, `must be a version such as "${newestVersion(app)}", "before" or null, not ${named(value)}`);
  return null;
}

function readProtectedFields(value: unknown, report: Report): Profile['protectedFields'] {
  if (value === undefined || typeof value === 'boolean') return value ?? false;
  if (!isFields(value)) {
    report('protectedFields', `must be true, false or an object with address, not ${named(value)}`);
    return false;
  }
  refuseUnknown(value, ['address'], 'protectedFields', report);
  if (typeof value.address === 'string' && isFreeAddress(value.address)) return { address: value.address };
  report(
    'protectedFields.address',
    `must be an address below /rest/ that no other API has, such as "/rest/protected-fields/1/values", not ${named(value.address)}`,
  );
  return false;
}

function readAnswers(value: unknown, report: Report): Partial<Answers> {
  const answers: Fields = {};
  for (const [id, given] of entriesByQuestion(value, 'answers', report)) {
    const { answers: possible } = question(id);
    const text = typeof given === 'number' ? String(given) : given;
    if ((possible as readonly unknown[]).includes(text)) answers[id] = text;
    else report(`answers["${id}"]`, `must be one of ${possible.join(', ')}, not ${named(given)}`);
  }
  return answers;
}

const addressForm = /^\/rest(\/([A-Za-z0-9._~-]+|\{\w+\}))+$/;

function readAddresses(value: unknown, report: Report): Profile['addresses'] {
  if (value === undefined || value === null) return undefined;
  if (!isFields(value)) {
    report('addresses', `must be an object with operations as keys, not ${named(value)}`);
    return undefined;
  }
  const addresses: Record<string, string> = {};
  for (const [id, given] of Object.entries(value)) {
    if (typeof given === 'string' && addressForm.test(given)) addresses[id] = given;
    else
      report(
        `addresses["${id}"]`,
        `must be an address such as "/rest/jiracustomfieldeditorplugin/1/maintenance/jobs", not ${named(given)}`,
      );
  }
  return addresses;
}

/** @param operations - those whose address is given, which can have evidence as answers have */
function readEvidence(value: unknown, operations: readonly string[], report: Report): Profile['evidence'] {
  const evidence: Record<string, string> = {};
  for (const [id, given] of entriesByQuestion(value, 'evidence', report, operations)) {
    if (typeof given === 'string') evidence[id] = given;
    else report(`evidence["${id}"]`, `must be a text, not ${named(given)}`);
  }
  return evidence;
}

function entriesByQuestion(
  value: unknown,
  path: string,
  report: Report,
  others: readonly string[] = [],
): [QuestionId, unknown][] {
  if (value === undefined || value === null) return [];
  if (!isFields(value)) {
    report(path, `must be an object with open questions as keys, not ${named(value)}`);
    return [];
  }
  return Object.entries(value).flatMap(([id, given]): [QuestionId, unknown][] => {
    if (isQuestionId(id) || others.includes(id)) return [[id as QuestionId, given]];
    report(
      `${path}["${id}"]`,
      `is no open question${hint(
        id,
        questions.map((one) => one.id),
      )}`,
    );
    return [];
  });
}

function refuseUnknown(value: Fields, known: readonly string[], path: string, report: Report): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) report(path ? `${path}.${key}` : key, `is not known here${hint(key, known)}`);
  }
}

function hint(text: string, candidates: readonly string[]): string {
  const near = nearest(text, candidates);
  return near.length > 0 ? `: did you mean ${near.join(', ')}?` : `; known are ${candidates.join(', ')}`;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function named(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
