import { answer, type Profile } from './profile.js';
import { isQuestionId, question, type QuestionId } from './questions.js';
import type { Condition, VersionMap } from './questions/question.js';
import { apps, type Versioned } from './apps.js';
import { hasReached, versions } from './versions.js';

function nameOf(product: Versioned): string {
  return product === 'jira' ? 'Jira' : product === 'cloud' ? 'Cloud' : apps[product].name;
}

/** Whether a Jira is as a condition says. */
export function meets({ deployment, since = {}, until = {}, answers = {} }: Condition, profile: Profile): boolean {
  const installed = versions(profile);
  return (
    (deployment === undefined || installed.jira.has(deployment)) &&
    Object.entries(since).every(([product, version]) => hasReached(installed, product, version) === true) &&
    !Object.entries(until).some(([product, version]) => hasReached(installed, product, version) === true) &&
    Object.entries(answers).every(
      ([id, wanted]) => isQuestionId(id) && [wanted].flat().includes(answer(profile, id) as string),
    )
  );
}

/**
 * Whether the answer to a question makes a difference in a Jira: what it asks about exists there.
 *
 * @example holdsIn('extender.page-size', namedProfile('cloud')); // false
 */
export function holdsIn(id: QuestionId, profile: Profile): boolean {
  const { api, holds } = question(id);
  const { customfieldEditor, extender, protectedFields } = versions(profile);
  const byApi: Readonly<Record<string, { readonly installed: boolean }>> = {
    editor: customfieldEditor,
    extender,
    protected: protectedFields,
  };
  return byApi[api]?.installed !== false && (holds === undefined || holds.some((one) => meets(one, profile)));
}

/**
 * A condition in words.
 *
 * @example conditionText({ since: { extender: '1.6' }, until: { extender: '4.2' } }); // 'since Extender 1.6, before 4.2'
 */
export function conditionText({ deployment, since = {}, until = {}, answers = {} }: Condition): string {
  const entries = (map: VersionMap) => Object.entries(map) as [Versioned, string][];
  const before = (app: Versioned) => (until[app] === undefined ? '' : `, before ${until[app]}`);
  return [
    ...(deployment === undefined ? [] : [`on ${deployment === 'cloud' ? 'Cloud' : 'Data Center'}`]),
    ...entries(since).map(([app, version]) => `since ${nameOf(app)} ${version}${before(app)}`),
    ...entries(until).flatMap(([app, version]) => (since[app] ? [] : [`without ${nameOf(app)} ${version} or later`])),
    ...Object.entries(answers).map(([id, wanted]) => `where ${id} is ${[wanted].flat().join(' or ')}`),
  ].join(' and ');
}
