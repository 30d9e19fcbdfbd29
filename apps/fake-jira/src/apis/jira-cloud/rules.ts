import { answer, type Profile } from '@fake-jira/profile';
import type { ContextRules, FieldRules, OptionDeletion, OptionRules } from '@fake-jira/world';

/** What this Jira wants of fields. */
export function fieldRules(profile: Profile): FieldRules {
  return { uniqueNames: answer(profile, 'jira.field-name-unique') === 'yes' };
}

/** What this Jira wants of the contexts of a field. */
export function contextRules(profile: Profile): ContextRules {
  return { uniqueNames: answer(profile, 'jira.context-name-unique') === 'yes' };
}

/** When two options of one level have the same value in this Jira. */
export function optionRules(profile: Profile): OptionRules {
  return { ignoreCase: answer(profile, 'jira.option-value-comparison') === 'ignoring-case' };
}

/** Most entries of a page in this Jira, whatever was asked. */
export function pageCap(profile: Profile): number {
  return Number(answer(profile, 'jira.max-results-cap'));
}

/** What stands in the way of deleting an option in this Jira, and what does not. */
export function optionDeletion(profile: Profile): OptionDeletion {
  // "Options with cascading options cannot be deleted without deleting the cascading options first" (003, delete
  // custom field options).
  return { children: 'refuse', used: answer(profile, 'jira.delete-used-option') === '400' ? 'refuse' : 'clear' };
}
