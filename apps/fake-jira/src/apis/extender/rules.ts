import { answer, type Profile } from '@fake-jira/profile';
import type {
  BulkFieldRules,
  BulkOptionRules,
  ContextChangeRules,
  FieldRules,
  OptionAdditionRules,
  ReferenceRules,
} from '@fake-jira/world';
import type { Call } from '../../http/call.js';

/** What this Jira wants of fields, whichever API asks. */
export function fieldRules(profile: Profile): FieldRules {
  return { uniqueNames: answer(profile, 'jira.field-name-unique') === 'yes' };
}

/** What this app wants of configuration schemes. */
export function schemeRules(profile: Profile): ContextChangeRules {
  return {
    uniqueNames: answer(profile, 'extender.scheme-name-unique') === 'yes',
    severalGlobals: answer(profile, 'extender.second-global') === 'accepted',
    takenProjects: answer(profile, 'extender.overlap') === 'last-wins' ? 'take-over' : 'refuse',
    addingAgain: 'ignore',
    addingToAll: answer(profile, 'extender.keep-on-global') === 'narrows' ? 'narrows' : 'stays',
  };
}

/** What becomes of names of projects and issue types that are not there. */
export function referenceRules(profile: Profile): ReferenceRules {
  return { unknown: answer(profile, 'extender.unknown-reference') === 'skipped' ? 'skip' : 'refuse' };
}

/** When two values of a level are one, and what becomes of the second. */
export function valueRules(profile: Profile): OptionAdditionRules {
  const duplicates = { refused: 'refuse', skipped: 'skip', added: 'add' } as const;
  return {
    ignoreCase: answer(profile, 'jira.option-value-comparison') === 'ignoring-case',
    duplicates: duplicates[answer(profile, 'extender.duplicate-value')],
  };
}

/** Which values are removed, of those that are named. */
export function valueDeletion(profile: Profile): BulkOptionRules {
  return {
    children: answer(profile, 'extender.delete-parent-option') === 'takes-children' ? 'delete' : 'skip',
    used: answer(profile, 'extender.delete-used-option') === 'clears-values' ? 'clear' : 'skip',
  };
}

/** How fields are named, and which of them are deleted. */
export function fieldReferences(profile: Profile): BulkFieldRules {
  return {
    ambiguousName: answer(profile, 'extender.ambiguous-name') === 'skipped' ? 'skip' : 'delete-all',
    longIds: answer(profile, 'extender.field-id-form') === 'both',
  };
}

/** Whether an addition takes values for the new scheme; where not, they are a property that it does not know. */
export function takesOptionNames(
  adding: 'field' | 'scheme',
  { profile, versions }: Pick<Call, 'profile' | 'versions'>,
) {
  if (!versions.extender.atLeast('4.8')) return false;
  const other = adding === 'field' ? 'add-scheme-only' : 'add-field-only';
  return answer(profile, 'extender.option-names-on') !== other;
}
