import type { VersionedApp } from './apps.js';
import { answer, type Profile } from './profile.js';
import { isQuestionId, question, type QuestionId } from './questions.js';
import type { Condition, VersionMap } from './questions/question.js';
import { versions, type Versions } from './versions.js';

const names = { customfieldEditor: 'Customfield Editor', extender: 'Extender', jira: 'Jira' } as const;

/** Whether a Jira is as a condition says. */
export function meets({ deployment, since = {}, until = {}, answers = {} }: Condition, profile: Profile): boolean {
  const installed = versions(profile);
  return (
    (deployment === undefined || installed.jira.has(deployment)) &&
    Object.entries(since).every(([app, version]) => reached(installed, app, version)) &&
    !Object.entries(until).some(([app, version]) => reached(installed, app, version)) &&
    Object.entries(answers).every(
      ([id, wanted]) => isQuestionId(id) && [wanted].flat().includes(answer(profile, id) as string),
    )
  );
}

function reached(installed: Versions, app: string, version: string): boolean {
  return app === 'jira' ? installed.jira.atLeast(version) : installed[app as VersionedApp].atLeast(version as never);
}

/**
 * Whether the answer to a question makes a difference in a Jira: what it asks about exists there.
 *
 * @example holdsIn('extender.page-size', namedProfile('cloud')); // false
 */
export function holdsIn(id: QuestionId, profile: Profile): boolean {
  const { api, holds } = question(id);
  const { customfieldEditor, extender, protectedFields } = versions(profile);
  const apps: Readonly<Record<string, { readonly installed: boolean }>> = {
    editor: customfieldEditor,
    extender,
    protected: protectedFields,
  };
  return apps[api]?.installed !== false && (holds === undefined || holds.some((one) => meets(one, profile)));
}

/**
 * A condition in words.
 *
 * @example conditionText({ since: { extender: '1.6' }, until: { extender: '4.2' } }); // 'since Extender 1.6, before 4.2'
 */
export function conditionText({ deployment, since = {}, until = {}, answers = {} }: Condition): string {
  const entries = (map: VersionMap) => Object.entries(map) as [VersionedApp | 'jira', string][];
  const before = (app: VersionedApp | 'jira') => (until[app] === undefined ? '' : `, before ${until[app]}`);
  return [
    ...(deployment === undefined ? [] : [`on ${deployment === 'cloud' ? 'Cloud' : 'Data Center'}`]),
    ...entries(since).map(([app, version]) => `since ${names[app]} ${version}${before(app)}`),
    ...entries(until).flatMap(([app, version]) => (since[app] ? [] : [`without ${names[app]} ${version} or later`])),
    ...Object.entries(answers).map(([id, wanted]) => `where ${id} is ${[wanted].flat().join(' or ')}`),
  ].join(' and ');
}
