import type { Profile } from '@fake-jira/profile';
import { documentBase } from '@fake-jira/openapi';
import { profileOf, whyNoGrants, type TargetFacts } from '@fake-jira/target';

/** Base of Customfield Editor where it can read and write all grants of a field. */
export const editorBase = documentBase('customfield-editor') as string;

/** What a target is for seeding: of one that is both deployments, that which it says it is. */
export function profileFor(facts: TargetFacts): Profile {
  const { isBoth: _, ...rest } = facts;
  return profileOf(rest, 'target');
}

/** Whether the grants of all fields can be read in one list, and one of them be given and taken. */
export function hasGrants(facts: TargetFacts): boolean {
  return whyNoGrants(profileFor(facts)) === undefined;
}
