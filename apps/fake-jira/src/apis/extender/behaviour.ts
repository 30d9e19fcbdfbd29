import { answer, perProfile, versions } from '@fake-jira/profile';
import type {
  BulkFieldRules,
  BulkOptionRules,
  ContextChangeRules,
  FieldIdForm,
  FieldRules,
  OptionAdditionRules,
  OptionRules,
  ReferenceRules,
} from '@fake-jira/world';
import { fieldTypesOf } from '../../http/field-types-there.js';

/** What Extender does in a Jira where one differs from another. */
export type ExtenderBehaviour = ReturnType<typeof behaviour>;

/** What Extender does in the Jira of a profile, where one differs from another: each decision under a name. */
export const behaviour = perProfile((profile) => {
  const { extender } = versions(profile);
  const fieldRules: FieldRules = {
    uniqueNames: answer(profile, 'jira.field-name-unique') === 'yes',
    hasType: fieldTypesOf(profile),
  };
  const fieldIdForm: FieldIdForm = answer(profile, 'extender.field-id-form') === 'both' ? 'both' : 'number';
  const fieldDeletion: BulkFieldRules = {
    idForm: fieldIdForm,
    ambiguousName: answer(profile, 'extender.ambiguous-name') === 'skipped' ? 'skip' : 'delete-all',
  };

  const schemeRules: ContextChangeRules = {
    uniqueNames: answer(profile, 'extender.scheme-name-unique') === 'yes',
    takenGlobal: answer(profile, 'extender.second-global') === 'accepted' ? 'take-over' : 'refuse',
    takenProjects: answer(profile, 'extender.overlap') === 'last-wins' ? 'take-over' : 'refuse',
    addingAgain: 'ignore',
    addingToAll: answer(profile, 'extender.keep-on-global') === 'narrows' ? 'narrows' : 'stays',
  };
  /** What becomes of names of projects and issue types that are not there. */
  const referenceRules: ReferenceRules = {
    unknown: answer(profile, 'extender.unknown-reference') === 'skipped' ? 'skip' : 'refuse',
  };

  const ignoreCase = answer(profile, 'jira.option-value-comparison') === 'ignoring-case';
  const duplicates = answer(profile, 'extender.duplicate-value');
  const valueAddition: OptionAdditionRules = {
    ignoreCase,
    duplicates: ({ refused: 'refuse', skipped: 'skip', added: 'add' } as const)[duplicates],
  };
  const valueChange: OptionRules = { ignoreCase, uniqueIn: duplicates === 'added' ? 'nowhere' : 'level' };
  const valueDeletion: BulkOptionRules = {
    children: answer(profile, 'extender.delete-parent-option') === 'takes-children' ? 'delete' : 'skip',
    used: answer(profile, 'extender.delete-used-option') === 'clears-values' ? 'clear' : 'skip',
  };

  const size = Number(answer(profile, 'extender.page-size'));
  const limit = answer(profile, 'extender.page-limit') === 'page-size' ? size : Infinity;

  return {
    fieldRules,
    fieldIdForm,
    fieldDeletion,
    deletedFieldsHaveIds: answer(profile, 'extender.deleted-label') === 'name-and-id',
    fieldsHaveDescription: answer(profile, 'extender.all-description') === 'present',
    /** How many milliseconds one of `lastValueUpdate` is. */
    lastUpdateUnit: answer(profile, 'extender.last-update-unit') === 'ms' ? 1 : 1000,

    schemeRules,
    referenceRules,
    allIssueTypesForm: answer(profile, 'extender.all-issue-types-form'),
    bulkIsAtomic: answer(profile, 'extender.bulk-atomic') === 'yes',
    /** What an update does that sends no name or no description. */
    absentNameIsDefault: answer(profile, 'extender.update-absent-name') === 'reset-to-default',
    /** What `keepExistingConfigurations=` means. */
    emptyKeepIsTrue: answer(profile, 'extender.keep-empty-value') === 'true',
    /** Whether an empty list clears what is to be kept: 4.2 changed what lists of an update do. */
    emptyListClearsKept: extender.atLeast('4.2') && answer(profile, 'extender.keep-with-empty-list') === 'clears',

    valueAddition,
    valueChange,
    valueDeletion,
    valuesNeedOptions: answer(profile, 'extender.values-without-options') === 'refused',
    childIsEditedAlone: answer(profile, 'extender.child-edit-without-parent') === 'accepted',
    beyondEnd: answer(profile, 'extender.position-beyond-end') === 'refused' ? 'refuse' : 'clamp',
    positionKey: answer(profile, 'extender.position-key'),
    /** In requests the other of the two names. */
    parentInResponsesBefore220:
      answer(profile, 'extender.parent-property-before-2.20') === 'parent-id-in-answers'
        ? 'parent_id'
        : 'parentOptionId',

    additionStatus: answer(profile, 'extender.create-status'),
    /** Entries of a page where none are asked for, and at most; before 4.17 a list is whole. */
    page: extender.atLeast('4.17') ? { size, limit } : { size: Infinity, limit: Infinity },
    typesArePaged: extender.atLeast('4.17') && answer(profile, 'extender.types-paged') === 'yes',
    unknownPropertiesAreIgnored: answer(profile, 'extender.unknown-property') === 'ignored',
    invalidPagingIsDefault: answer(profile, 'extender.invalid-paging') === 'as-default',
  } as const;
});
