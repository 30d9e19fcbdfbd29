import { answer, perProfile } from '@fake-jira/profile';

/** What Protected Fields does where one instance differs from another. */
export type ProtectedBehaviour = ReturnType<typeof behaviour>;

/** What the Protected Fields of a profile does where one instance differs from another. */
export const behaviour = perProfile((profile) => ({
  issuesGoById: answer(profile, 'protected.issue-by-id') !== 'no',
  fieldsGoByNumber: answer(profile, 'protected.bare-field-id') === 'accepted',
  /** Whether a field has a value only where a context applies to the issue. */
  fieldsNeedContext: answer(profile, 'protected.field-without-context') === '400',

  nullClears: answer(profile, 'protected.clear-value') === 'clears',
  numbersAsText: answer(profile, 'protected.number-as-text') !== '400',
  /** Whether several users are a list of account ids; else they are one text, with commas. */
  usersAreList: answer(profile, 'protected.multi-user-format') === 'list',
  groupsGoBy: answer(profile, 'protected.group-format') === 'name' ? 'name' : 'id',
  /** Whether the value of a collection that holds one option is a text instead of a list. */
  singleOptionIsText: answer(profile, 'protected.collection-format') === 'string-for-single',

  writesAllOrNone: answer(profile, 'protected.write-atomic') === 'yes',
  emptyWriteIsRefused: answer(profile, 'protected.empty-write') === '400',
  duplicateEntriesAreRefused: answer(profile, 'protected.duplicate-entry') === '400',
  repeatedFieldsAreShownOnce: answer(profile, 'protected.repeated-field-id') === 'once',
  unsetValuesAreLeftOut: answer(profile, 'protected.unset-value') === 'left-out',

  readErrorsAreJson: answer(profile, 'protected.read-error-body') === 'json',
  listsAreSplit: answer(profile, 'protected.comma-separated-field-ids') === 'yes',
  unknownPropertiesAreIgnored: answer(profile, 'protected.unknown-property') === 'ignored',
}));
