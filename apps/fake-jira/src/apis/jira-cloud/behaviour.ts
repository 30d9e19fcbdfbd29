import { createHash } from 'node:crypto';
import { answer, cloudMonths, perProfile, versions, type Profile } from '@fake-jira/profile';
import type {
  ContextRules,
  FieldRules,
  FieldSearchRules,
  OptionDeletion,
  OptionRules,
  Project,
} from '@fake-jira/world';
import { fieldTypesOf } from '../../http/field-types-there.js';
import { autoCompletesOf } from './auto-complete.js';
import { avatarsOf } from './avatars.js';
import { clauseNamesOnCloud, clauseNamesOnDataCenter } from './clause-names.js';
import { formsOf } from './forms.js';
import { systemFieldsOf } from './system-fields.js';
import { timestamp } from './timestamp.js';

/** What a Jira does where one differs from another. */
export type JiraBehaviour = ReturnType<typeof behaviour>;

/** What the Jira of a profile does where one differs from another: each decision under a name. */
export const behaviour = perProfile((profile) => {
  const { jira } = versions(profile);
  const isCloud = jira.has('cloud');
  const fieldRules: FieldRules = {
    uniqueNames: answer(profile, 'jira.field-name-unique') === 'yes',
    hasType: fieldTypesOf(profile),
  };
  const withoutType = answer(profile, 'jira.search-without-type');
  const fieldSearchRules: FieldSearchRules = { withoutType: withoutType === '400' ? 'refuse' : withoutType };
  const contextRules: ContextRules = {
    uniqueNames: answer(profile, 'jira.context-name-unique') === 'yes',
    globalStays: jira.cloudSince('2026-04'),
  };
  const optionRules: OptionRules = {
    ignoreCase: answer(profile, 'jira.option-value-comparison') === 'ignoring-case',
  };
  const optionDeletion: OptionDeletion = {
    // "Options with cascading options cannot be deleted without deleting the cascading options first" (003, delete
    // custom field options).
    children: 'refuse',
    used: answer(profile, 'jira.delete-used-option') === '400' ? 'refuse' : 'clear',
  };
  return {
    forms: formsOf(jira),
    autoCompletes: autoCompletesOf(jira),
    avatars: avatarsOf(jira),
    systemFields: systemFieldsOf(jira),
    icons: isCloud
      ? { status: 'statuses/generic.png', ofPriority: (name: string) => `${name.toLowerCase()}_new.svg` }
      : { status: 'status_generic.gif', ofPriority: (name: string) => `${name.toLowerCase()}.svg` },
    /** Whether projects go to a trash when they are deleted. */
    deletedProjectsAreKept: isCloud,
    /** Whether the comments of an issue say where they are. */
    commentsHaveAddress: isCloud,
    /** Most comments of a page unless more are asked for; Data Center tells all (recorded of Server 5). */
    commentsPage: isCloud ? 100 : undefined,
    /** Whether the history that comes with an issue begins with what was changed last. */
    newestChangeFirst: isCloud,
    /** Whether what happens to a comment is told as a change of its issue, too (assumed: of Data Center). */
    commentsChangeIssues: !isCloud,
    /** Whether webhooks that are told of a comment are told of which issue (assumed: by Cloud). */
    commentEventsHaveIssue: isCloud,
    /** Whether addresses of issues in webhooks lack `issue/`, as those that were published of Cloud do. */
    webhookIssuesWithoutPath: jira.deployment === 'cloud',
    clauseNamesOf: isCloud ? clauseNamesOnCloud : clauseNamesOnDataCenter,
    /** Whether issues are searched by every custom field, also by those without a searcher. */
    everyFieldIsSearchable: isCloud,
    /** Whether only sub-tasks have a parent that can be set. */
    offerRules: { parentForAll: isCloud },
    operationsOn: operationsOf(isCloud),
    /** What metadata says of the reporter, who is whoever creates the issue unless it names another. */
    reporter: { isRequired: ({ teamManaged = false }: Project) => !isCloud || teamManaged, hasDefault: isCloud },
    /** Under which names the addresses of people and groups have them. */
    usersBy: isCloud ? 'accountId' : 'username',
    groupsBy: isCloud ? 'groupId' : 'groupname',
    ...identity(profile),

    fieldRules,
    fieldSearchRules,
    contextRules,
    optionRules,
    optionDeletion,
    /** Whether a field begins with a context for everything. */
    newFieldHasContext: answer(profile, 'jira.new-field-context') === 'one-global',
    /** Whether an edit without fields is refused: as was recorded of Server, and of Cloud not. */
    editNeedsSomething: jira.deployment === 'data-center',
    createAppliesDefaults: answer(profile, 'jira.create-applies-defaults') === 'yes',

    /** Most entries of a page, whatever was asked. */
    pageCap: Number(answer(profile, 'jira.max-results-cap')),
    /** Whether Data Center lists the options of every context where nothing is named that a context could apply to. */
    unnamedOptionsAreAll: answer(profile, 'jira.options-of-no-context') === 'all-contexts',
    /** The number of the first page of options that Data Center lists. */
    firstOptionsPage: Number(answer(profile, 'jira.options-first-page')),
    defaultValuesHaveType: answer(profile, 'jira.default-value-type-in-get') === 'present',
    /** Whether `_` in a search of fields is any character. */
    wildcardsInQueries: answer(profile, 'jira.field-query-underscore') === 'any-character',
    /** Whether the list of default values by context has the contexts without one. */
    listsContextsWithoutDefault: answer(profile, 'jira.contexts-without-default') === 'listed',
    /** Whether a screen keeps a tab in any case. */
    lastTabStays: answer(profile, 'jira.last-tab') === '400',
    /** Whether the search that pages by numbers is gone. Where both deployments stand side by side, it is Data Center's. */
    searchIsRemoved: jira.deployment === 'cloud' && jira.cloudSince('2025-10'),
    /** Most issues of a page of the searches: Cloud's with fields, and Data Center as it is set up. */
    searchCap: isCloud ? 100 : 1000,
    /** What a search says that it can tell beside, in the order that was recorded. */
    searchExpandable: isCloud ? 'schema,names' : 'names,schema',
    /** Whether groups are searched in any case unless asked otherwise. */
    groupSearchIgnoresCase: !isCloud,
    /** Whether the create metadata in one piece says that it is deprecated. */
    createMetaIsDeprecated: jira.cloudSince('2024-06'),
    /** Cloud wants to be told which permissions are meant (since 2019); Data Center lists all. */
    permissionsMustBeNamed: isCloud,

    /**
     * Refuses before an operation runs as Cloud's edge does: bare lines, RFC 9457, anonymous callers let in. Where both
     * deployments stand side by side there is no such edge.
     */
    hasEdge: jira.deployment === 'cloud',
    /** Whether an issue type whose id is no number is said to be wrong, instead of not being there. */
    issueTypeIdIsNumber: isCloud,
    issueSentences: isCloud ? 'cloud' : 'data-center',
    unauthenticatedBody: answer(profile, 'jira.unauthenticated-body'),
    unknownAddress: answer(profile, 'jira.unknown-address'),
    listsAreSplit: answer(profile, 'jira.comma-separated-lists') === 'split',
    unknownPropertiesAreIgnored: answer(profile, 'jira.unknown-property') === 'ignored',
    invalidPagingIsZero: answer(profile, 'jira.invalid-start-at') === 'as-zero',
    /** An id that is no number names nothing: it is not said to be wrong. */
    nonNumericIdIsNotFound: answer(profile, 'jira.non-numeric-id') === '404',
  } as const;
});

/** What an edit can do with the system fields of which it is not told by their type (recorded of both deployments). */
function operationsOf(isCloud: boolean): Readonly<Record<string, string[]>> {
  return {
    attachment: isCloud ? ['set', 'copy'] : [],
    issuelinks: isCloud ? ['add', 'copy'] : ['add'],
    comment: ['add', 'edit', 'remove'],
    timetracking: ['set', 'edit'],
  };
}

/** The month that a Cloud without a date is of. */
const newestCloud = cloudMonths.at(-1)!;

interface Identity {
  readonly deploymentType: 'Cloud' | 'Server';
  readonly version: string;
  readonly buildNumber: number;
  /** The day of Cloud; of Data Center one that is made up, like the commit of both. */
  readonly buildDate: string;
  readonly commit: string;
}

/** Clients of Data Center want a day (Atlassian's Java client), and no document has those of the versions. */
const dayOfBuilds = timestamp(Date.UTC(2024, 0, 1));

/** A commit in its form: the same of the same Jira. */
function commitOf(jira: string): string {
  return createHash('sha256').update(jira).digest('hex').slice(0, 40);
}

/** What a Jira says of itself. */
function identity({ jira }: Profile): Identity {
  if (jira.deployment !== 'data-center') {
    // Cloud's version is the same at all times (the published example has it).
    const { date = newestCloud } = jira as { readonly date?: string };
    const buildDate = timestamp(Date.parse(date));
    const version = '1001.0.0-SNAPSHOT';
    return { deploymentType: 'Cloud', version, buildNumber: 100_286, buildDate, commit: commitOf(`Cloud ${date}`) };
  }
  const [major = 0, minor = 0, patch = 0] = jira.version.split('.').map(Number);
  // Data Center counts its builds after its version: 9.12.0 is 9120000.
  const buildNumber = major * 1_000_000 + minor * 10_000 + patch;
  const { version } = jira;
  return { deploymentType: 'Server', version, buildNumber, buildDate: dayOfBuilds, commit: commitOf(version) };
}
