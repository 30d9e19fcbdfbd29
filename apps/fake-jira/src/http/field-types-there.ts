import { perProfile, versions } from '@fake-jira/profile';
import { withoutFieldsOf, type FieldType, type FieldTypeOrigin, type Moment, type Root } from '@fake-jira/world';

/**
 * Whether the Jira of a profile has a type of custom field: one that an app brings is there where the app can be. Forge
 * and Connect are Cloud's, Multi-Level Cascading Select is an app of Data Center.
 */
export const fieldTypesOf = perProfile((profile) => {
  const { jira, protectedFields } = versions(profile);
  const isThere: Readonly<Record<FieldTypeOrigin, boolean>> = {
    jira: true,
    forge: jira.has('cloud'),
    connect: jira.has('cloud'),
    'multi-level-cascading-select': jira.has('data-center'),
    'protected-fields': protectedFields.installed,
  };
  return ({ origin }: FieldType) => isThere[origin];
});

/** A world as the Jira of a profile can have it: without fields of types that it has not. */
export function worldFor(profile: Parameters<typeof fieldTypesOf>[0], root: Root, now: Moment): Root {
  return withoutFieldsOf(root, { now, hasType: fieldTypesOf(profile) });
}
