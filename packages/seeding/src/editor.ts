import { editorBases, hasVersion, type TargetFacts } from '@fake-jira/target';

/** Base of Customfield Editor where it can read and write all grants of a field. */
export const editorBase = editorBases[0] as string;

/** Whether the grants of all fields can be read in one list, and one of them be given and taken: since 2.0. */
export function hasGrants({ customfieldEditor }: TargetFacts): boolean {
  return hasVersion(customfieldEditor, '2.0');
}
