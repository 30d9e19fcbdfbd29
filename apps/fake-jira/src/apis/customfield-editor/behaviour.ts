import { fieldTypes as editedTypes } from '@fake-jira/openapi';
import { answer, perProfile, placeVersion, versions, type Profile } from '@fake-jira/profile';
import {
  fieldTypes,
  type ContextAccessRules,
  type ContextEditRules,
  type DefaultContextRules,
  type EditingRules,
  type GrantRules,
  type JobState,
  type MoveRules,
  type NotEditable,
  type OptionDefaultRules,
  type OptionDeletion,
  type OptionRules,
  type TruncateScheduleRules,
} from '@fake-jira/world';

/** What Customfield Editor does in a Jira where one differs from another. */
export type EditorBehaviour = ReturnType<typeof behaviour>;

/** What Customfield Editor does in the Jira of a profile, where one differs from another: each decision under a name. */
export const behaviour = perProfile((profile) => {
  const { customfieldEditor: version } = versions(profile);
  const pagingTrigger = answer(profile, 'editor.paging-trigger');
  return {
    ...ofFields(profile),
    ...ofContexts(profile),
    ...ofOptions(profile),
    ...ofMaintenance(profile),

    /** Which parameters make a page of a list of fields, where not every one is a page. */
    pageTriggers: !version.atLeast('2.0')
      ? []
      : ['startAt', 'maxResults', ...(pagingTrigger === 'any-parameter' ? ['orderBy', 'filter'] : [])],
    unknownOrderKeysAreRefused: answer(profile, 'editor.unknown-order-key') === '400',
    administratorsAreEnough: version.atLeast('1.3') || answer(profile, 'editor.admin-before-1.3') === 'administrators',
    unknownPropertiesAreIgnored: answer(profile, 'editor.unknown-property') === 'ignored',
    invalidPagingIsDefault: answer(profile, 'editor.invalid-paging') === 'as-default',
  } as const;
});

function ofFields(profile: Profile) {
  const { customfieldEditor: version } = versions(profile);
  const names = typeNames(profile);
  // In 1.2.x it is known what becomes of other types (Swagger of 1.2.1).
  const acceptsAll = version.atLeast('1.3') && answer(profile, 'editor.unsupported-type') === 'accepted';
  const editing: EditingRules = { types: acceptsAll ? 'all' : new Set(names.keys()) };
  const shortForAll = answer(profile, 'editor.field-type-names') === 'short-for-all';
  // Since 2.0 names that mean nobody are refused (001:481, 001:1385).
  const before20 = answer(profile, 'editor.unknown-principal-before-2.0') === 'stored' ? 'store' : 'ignore';
  const grantRules: GrantRules = { unknown: version.atLeast('2.0') ? 'refuse' : before20 };
  const grantChange: GrantRules = {
    unknown: answer(profile, 'editor.patch-unknown-principal') === '400' ? 'refuse' : 'ignore',
  };
  return {
    editing,
    /** By which name the app tells a type apart, by full key. */
    typeNames: new Map(
      fieldTypes().map(({ key, shortKey }) => [key, names.get(key) ?? (shortForAll ? shortKey : key)] as const),
    ),
    expandedFieldIdIsText: answer(profile, 'editor.expanded-field-id') === 'string',
    grantRules,
    grantChange,
    contextOfGlobalGrantIsRefused: answer(profile, 'editor.patch-global-with-context') === '400',
    omittedGrants: answer(profile, 'editor.omitted-context-permissions'),
    usersHaveAvatars: answer(profile, 'editor.avatar') === 'present',
  } as const;
}

/** The types whose options this version of the app edits, with their names (`x-field-types`). */
function typeNames(profile: Profile): ReadonlyMap<string, string> {
  const edited = editedTypes('customfield-editor', profile);
  return new Map(
    fieldTypes().flatMap(({ key, shortKey }) => {
      // Where no document has the key of a type, its name is what the key ends in.
      const found = edited.find((type) => (type.key ? type.key === key : type.name === shortKey));
      return found ? [[key, found.name]] : [];
    }),
  );
}

function ofContexts(profile: Profile) {
  const { customfieldEditor: version } = versions(profile);
  const contradictions = { '400': 'refuse', 'list-wins': 'list-wins', 'flag-wins': 'flag-wins' } as const;
  const contextRules: ContextEditRules = {
    contradiction: contradictions[answer(profile, 'editor.context-contradiction')],
    // A rule of Jira's, whichever API asks.
    uniqueNames: answer(profile, 'jira.context-name-unique') === 'yes',
  };
  // Grants on contexts came with 1.2.1 (001:1776).
  const contextAccess: ContextAccessRules = version.atLeast('1.2.1')
    ? { withoutGrants: answer(profile, 'editor.contexts-without-context-grants') }
    : { withoutGrants: 'global-grant-holders', all: true };
  const defaultContext: DefaultContextRules = {
    which: answer(profile, 'editor.default-context'),
    withoutGlobal: answer(profile, 'editor.default-without-global') === '400' ? 'refuse' : 'first',
  };
  return {
    contextRules,
    contextAccess,
    defaultContext,
    /** What contexts show where nothing can be expanded. */
    listedContextsExpand:
      answer(profile, 'editor.list-context-containers') === 'present' ? ['projects', 'issueTypes'] : [],
  };
}

function ofOptions(profile: Profile) {
  const { customfieldEditor: version } = versions(profile);
  const scopes = { 'context-and-parent': 'level', context: 'context', field: 'field' } as const;
  const optionRules: OptionRules = {
    ignoreCase: answer(profile, 'editor.option-value-comparison') === 'ignoring-case',
    uniqueIn: scopes[answer(profile, 'editor.option-uniqueness-scope')],
  };
  const optionDeletion: OptionDeletion = {
    // Whether or not issues have the option (the vendor's own tests do it).
    children: 'delete',
    used: 'clear',
    sequences: answer(profile, 'editor.sequence-after-delete'),
  };
  const optionMove: MoveRules = { toNowhere: answer(profile, 'editor.move-edge') === '400' ? 'refuse' : 'ignore' };
  const optionDefault: OptionDefaultRules = {
    parentOnly: answer(profile, 'editor.default-parent-only') === '400' ? 'refuse' : 'accepted',
  };
  // In 1.2.x operations that a type does not have answer so themselves (Swagger of 1.2.1: the 406 of moving and of
  // child options).
  const ownRefusals = version.atLeast('1.2') && !version.atLeast('1.3');
  const refusedTypes: { readonly children: NotEditable; readonly move: NotEditable } = ownRefusals
    ? { children: 'cascading-not-supported', move: 'options-not-supported' }
    : { children: 'field-type-not-supported', move: 'field-type-not-supported' };
  return {
    optionRules,
    optionDeletion,
    optionMove,
    optionDefault,
    refusedTypes,
    /** Since 1.2 a new option always stands at the end (001:2249). */
    newOptionsTakeSequence: !version.atLeast('1.2'),
    deleteSettingCounts: version.atLeast('2.4'),
    defaultsHaveNulls: answer(profile, 'editor.default-null-members') === 'null',
    defaultDeletionNeedsLicence: answer(profile, 'editor.unlicensed-default-delete') === 'refused',
  } as const;
}

function ofMaintenance(profile: Profile) {
  const { customfieldEditor: version } = versions(profile);
  const truncateRules: TruncateScheduleRules = {
    activeWithoutCron: answer(profile, 'editor.truncate-schedule') === '400' ? 'refuse' : 'keeps-the-old',
    inactive: answer(profile, 'editor.truncate-schedule-inactive'),
    year: answer(profile, 'editor.truncate-schedule-fields') === '400' ? 'refuse' : 'accepted',
  };
  return {
    truncateRules,
    loggedEvents: answer(profile, 'editor.event-log-events'),
    succeededStatus: answer(profile, 'editor.job-finished-status'),
    hasJob: (name: JobState['name']) => name !== 'JobCleanupPermissions' || version.atLeast('2.15'),
    /** Whether a migration came with this version or an earlier one. */
    hasMigrated(forVersion: string) {
      const place = placeVersion('customfieldEditor', forVersion);
      return place === 'before' || version.atLeast(place);
    },
  } as const;
}
