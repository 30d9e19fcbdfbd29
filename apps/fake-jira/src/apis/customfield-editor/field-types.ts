import { fieldTypes } from '@fake-jira/openapi';
import { answer, type Profile } from '@fake-jira/profile';
import { typeOf, type CustomField } from '@fake-jira/world';

/** What a look at types needs to know. */
export interface TypeView {
  readonly profile: Profile;
}

/** Whether this version of the app edits the options of such fields (`x-field-types`). */
export function isSupportedType(field: CustomField, view: TypeView): boolean {
  return shortName(field, view) !== undefined;
}

/** The name by which the app tells a type apart. */
export function fieldTypeName(field: CustomField, view: TypeView): string {
  const { shortKey, key } = typeOf(field);
  const other = answer(view.profile, 'editor.field-type-names') === 'short-for-all' ? shortKey : key;
  return shortName(field, view) ?? other;
}

function shortName(field: CustomField, { profile }: TypeView): string | undefined {
  const { key, shortKey } = typeOf(field);
  // Where no document has the key of a type, its name is what the key ends in.
  const found = fieldTypes('customfield-editor', profile).find((type) =>
    type.key ? type.key === key : type.name === shortKey,
  );
  return found?.name;
}
