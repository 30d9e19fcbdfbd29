import { answer, versions, type Profile } from '@fake-jira/profile';

/** The property of Extender that names the option above a new one; before 2.20 ids are texts. */
export function below(profile: Profile, parentId: number): object {
  if (versions(profile).extender.atLeast('2.20')) return { parentId };
  const inAnswers = answer(profile, 'extender.parent-property-before-2.20') === 'parent-id-in-answers';
  return { [inAnswers ? 'parentOptionId' : 'parent_id']: String(parentId) };
}
