import { answer, type Profile } from '@fake-jira/profile';
import type { DefaultContextRules, OptionDeletion, OptionRules } from '@fake-jira/world';

/** Which context `default` means in this app, and what there is without one. */
export function defaultContextRules(profile: Profile): DefaultContextRules {
  return {
    which: answer(profile, 'editor.default-context'),
    withoutGlobal: answer(profile, 'editor.default-without-global') === '400' ? 'refuse' : 'first',
  };
}

/** When two options have the same value in this app. */
export function optionRules(profile: Profile): OptionRules {
  const scopes = { 'context-and-parent': 'level', context: 'context', field: 'field' } as const;
  return {
    ignoreCase: answer(profile, 'editor.option-value-comparison') === 'ignoring-case',
    uniqueIn: scopes[answer(profile, 'editor.option-uniqueness-scope')],
  };
}

/** The app takes children along, whether or not issues have the option (the vendor's own tests do). */
export function optionDeletion(profile: Profile): OptionDeletion {
  return {
    children: 'delete',
    used: 'clear',
    sequences: answer(profile, 'editor.sequence-after-delete'),
  };
}
