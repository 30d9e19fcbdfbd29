import type { JqlProblem } from './jql-problem.js';

/** An option of a value that is none of the context that applies. */
export interface UnknownOption {
  readonly namedBy: 'id' | 'value';
  /** What it was to be: the value, one of several, or a part of a cascade. */
  readonly as: 'option' | 'options' | 'cascade';
  /** Those that there are on the level. */
  readonly allowed: readonly { readonly id: number; readonly value: string }[];
}

/** One mistake in the fields of an issue. `field` is the id as in addresses; null: the issue as a whole. */
export interface IssueProblem {
  readonly field: string | null;
  readonly problem:
    | 'required'
    | 'not-on-screen'
    | 'too-long'
    | 'unreadable'
    /** It names no option, neither by id nor by value; in a cascade, no option of the first level. */
    | 'option-unnamed'
    /** The text stands where an object names an option. */
    | 'option-as-text'
    | 'parent-option-unnamed'
    | 'line-break'
    | 'label-with-space'
    | 'unknown-option'
    | 'disabled-option'
    | 'unknown-user'
    /** It names no user, under none of the properties that do. */
    | 'user-unnamed'
    | 'unknown-group'
    | 'unknown-project'
    | 'unknown-version'
    | 'unknown-component'
    | 'unknown-priority'
    | 'unknown-resolution'
    /** Its id or its name, as `detail` says, is no text. */
    | 'priority-not-text'
    | 'unknown-issue-type'
    | 'unknown-parent'
    /** It is in another project. */
    | 'parent-elsewhere'
    | 'parent-required'
    | 'parent-not-allowed'
    | 'subtasks-disabled'
    | 'not-a-date'
    | 'not-a-duration'
    | 'not-selectable';
  /** What was given, or what is wrong with it, for the sentence. */
  readonly detail?: string;
  /** The name of a custom field. */
  readonly fieldName?: string;
  /** Of an option that is unknown: how it was named, as what of the field, and those that there are. */
  readonly option?: UnknownOption;
}

/**
 * The rules of Jira that a caller can break, by code, with what each API needs to word its answer.
 *
 * The world raises them; it knows no status and no sentence. Each API's document in `specs/` maps a
 * code to a status and a text (`x-errors`).
 */
export interface RuleViolations {
  // Fields
  'field-not-found': { fieldId: string };
  /** A bare number or any other text where `customfield_10000` was expected. */
  'field-id-invalid': { fieldId: string };
  'field-not-custom': { fieldId: string };
  'field-locked': { fieldId: string };
  'field-name-empty': object;
  'field-name-taken': { name: string };
  'field-name-too-long': { length: number; limit: number };
  'field-description-too-long': { length: number; limit: number };
  'field-type-unknown': { type: string };
  'searcher-not-for-type': { searcherKey: string; type: string };
  'field-already-in-trash': { fieldId: string };
  'field-not-in-trash': { fieldId: string };
  'field-delete-running': { fieldId: string; taskId: string };

  // Contexts
  'context-not-found': { contextId: string };
  'context-name-empty': object;
  'context-name-too-long': { length: number; limit: number };
  'context-name-taken': { name: string; contextId: string };
  /** The field would have two contexts that apply to all projects. */
  'context-second-global': { contextId: string };
  'global-context-stays': { contextId: string };
  'projects-not-found': { projectIds: string[] };
  'issue-types-not-found': { issueTypeIds: string[] };
  'projects-taken': { projectIds: string[] };
  'projects-not-in-context': { projectIds: string[] };
  'issue-types-taken': { issueTypeIds: string[] };
  'issue-types-not-in-context': { issueTypeIds: string[] };
  'duplicate-projects': { projectIds: string[] };
  'duplicate-issue-types': { issueTypeIds: string[] };
  'duplicate-mappings': { projectId: string; issueTypeId: string };
  'subtasks-disabled': { issueTypeIds: string[] };

  // Options
  'options-not-supported': { fieldId: string };
  /** `argument` named them: `after`, `childOptionId`. */
  'options-not-found': { optionIds: string[]; argument: string };
  'option-value-empty': object;
  'option-value-too-long': { length: number; limit: number };
  'option-value-taken': { value: string; existingOptionId: string };
  'duplicate-options': { optionIds: string[] };
  'too-many-options-in-request': { count: number; limit: number };
  'too-many-options-in-field': { count: number; limit: number };
  /** Children asked for on a field, or below a parent, that cannot have them. */
  'cascading-not-supported': { fieldId: string };
  'option-has-children': { optionId: string };
  'option-in-use': { optionId: string; issueCount: number };
  'after-and-position': object;
  'neither-after-nor-position': object;
  /** Options of one move must share one parent, and `after` must stand among them without being one of them. */
  'options-not-siblings': { optionIds: string[] };

  // Default values
  'default-value-types-differ': object;
  'default-value-type-unknown': { type: string };
  'default-value-type-not-for-field': { type: string; fieldId: string };
  'default-value-invalid': { property: string; reason: string };
  'duplicate-contexts': { contextIds: string[] };
  'users-not-found': { accountIds: string[] };
  'groups-not-found': { groupIds: string[] };
  'versions-not-found': { versionIds: string[] };

  // App options
  'app-field-not-found': { fieldKey: string };
  'app-option-not-found': { optionId: string };
  'app-option-invalid': { property: string; reason: string };
  'app-option-ids-differ': { pathId: string; bodyId: string };
  'app-option-in-use': { optionId: string; issueCount: number };
  'too-many-scopes': { count: number; limit: number };

  /** An edit names nothing to edit. */
  'issue-edit-empty': object;

  // Customfield Editor
  /** `contextId` null: no grant on the field at all. */
  'field-permission-denied': { fieldId: string; contextId: string | null };
  /** A change of a grant names a user and a group, or neither. */
  'one-principal-needed': object;
  /** Only administrators may delete options. */
  'delete-setting-active': object;
  'field-type-not-supported': { fieldId: string; type: string };
  /** No context is the default one. */
  'default-context-missing': { fieldId: string };
  /** A context global and with projects, or neither. */
  'context-contradiction': object;
  /** The default value is read-only: the app of the field's type has no licence. */
  'multi-level-not-licensed': { fieldId: string };
  'locale-unknown': { locale: string };

  // Extender
  /** Lists that describe several contexts entry by entry must have one length. */
  'context-lists-unequal': { issueTypes: number; projects: number; options: number };
  'option-position-beyond-end': { position: number; count: number };

  // Tasks
  'task-not-found': { taskId: string };
  'task-not-yours': { taskId: string };
  'task-not-cancellable': { taskId: string };

  // Maintenance
  'maintenance-operation-unknown': { name: string };
  'cron-expression-missing': object;
  'cron-expression-invalid': { cronExpression: string; reason: string };

  // Protected Fields. None of these holds a value or a token: errors end up in logs.
  'token-unknown': object;
  'token-without-scope': { scope: string };
  'token-without-project': { project: string };
  'field-not-protected': { fieldId: string };
  'field-not-in-issue': { fieldId: string; issue: string };
  'protected-value-invalid': { fieldId: string; problem: string };
  'collection-invalid': { fieldId: string; reason: string };

  // Screens
  'field-configuration-not-found': { id: string };
  'screen-not-found': { screenId: string };
  'screen-name-empty': object;
  'screen-name-taken': { name: string };
  /** A scheme has the screen. */
  'screen-in-use': { screenId: string };
  'tab-not-found': { tabId: string };
  'tab-name-empty': object;
  'tab-name-taken': { name: string };
  'tab-is-last': { tabId: string };
  'tab-place-invalid': { place: number; count: number };
  'field-already-on-screen': { fieldId: string };
  'field-not-on-tab': { fieldId: string };

  // Surroundings
  'project-not-found': { project: string };
  'issue-type-not-found': { issueTypeId: string };
  'user-not-found': { user: string };
  'group-not-found': { group: string };

  // Projects
  'project-key-invalid': { key: string; limit: number };
  /** By the project that has it, or had it. */
  'project-key-taken': { project: string };
  'project-name-empty': object;
  'project-name-too-long': { length: number; limit: number };
  'project-name-taken': { name: string };
  'project-lead-invalid': { user: string };
  'project-type-unknown': { type: string };
  /** Nothing of it can be changed, and it cannot be archived again. */
  'project-archived': { project: string };
  'project-not-archived': { project: string };

  // Versions
  'version-not-found': { versionId: string };
  'version-project-missing': object;
  'version-name-empty': object;
  'version-name-too-long': { length: number; limit: number };
  'version-name-taken': { name: string };
  'version-start-date-invalid': { date: string };
  'version-release-date-invalid': { date: string };
  /** It begins after it is released. */
  'version-dates-reversed': { startDate: string; releaseDate: string };
  /** To take the place of another: it is that one, or one of another project. */
  'version-replacement-invalid': { versionId: string };

  // Components
  'component-not-found': { componentId: string };
  'component-project-missing': object;
  'component-name-empty': object;
  'component-name-too-long': { length: number; limit: number };
  'component-name-taken': { name: string };
  'component-lead-unknown': { user: string };
  /** To take the place of another: it is that one, or one of another project. */
  'component-replacement-invalid': { componentId: string };

  // Issues
  'issue-not-found': { issue: string };
  /** Nobody has signed in, and no project is open to everybody. */
  'issue-create-anonymous': object;
  'priority-not-found': { id: string };
  'status-not-found': { id: string };
  'resolution-not-found': { id: string };
  'issue-delete-anonymous': object;
  /** To somebody who has not signed in. */
  'issue-not-visible': object;
  /** Every mistake of a create or an edit at once. */
  'issue-invalid': { problems: readonly IssueProblem[] };
  'issue-has-subtasks': { issue: string };

  // Comments and links
  'comment-not-found': { commentId: string };
  'comment-empty': object;
  'comment-invalid': object;
  'comment-too-long': { length: number; limit: number };
  'link-not-found': { linkId: string };
  'link-type-not-found': { by: 'id' | 'name'; value: string };
  'link-to-itself': object;

  // Webhooks
  'webhook-not-found': { id: string };
  'webhook-invalid': { reason: string };

  'transition-missing': object;
  'transition-unknown': { transitionId: string };
  'status-category-not-found': { id: string };
  /** A query that would find everything. */
  'jql-unbounded': object;
  /** Everything that is wrong with a query at once. */
  'jql-invalid': { problems: readonly JqlProblem[] };
}

export type RuleCode = keyof RuleViolations;

/**
 * A broken rule of Jira's. Thrown inside a write, it leaves the world as it was.
 *
 * @example
 * throw new RuleError('option-value-taken', { value: 'red', existingOptionId: '10001' });
 */
export class RuleError<Code extends RuleCode = RuleCode> extends Error {
  readonly code: Code;
  readonly data: RuleViolations[Code];
  /** What else is wrong with what was asked, as far as it was looked at together. */
  readonly also: readonly RuleError[];

  constructor(code: Code, data: RuleViolations[Code], also: readonly RuleError[] = []) {
    super(`${code} ${JSON.stringify(data)}`);
    this.name = 'RuleError';
    this.code = code;
    this.data = data;
    this.also = also;
  }
}

/**
 * Looks at several parts of what is asked, so that all that are wrong are told at once.
 *
 * @param parts - each works one out, or throws; none changes anything
 * @throws RuleError the first, with the others in `also`
 * @example const [name, projectIds] = together(() => checkName(given), () => resolveProjects(root, ids));
 */
export function together<Parts extends readonly unknown[]>(
  ...parts: { readonly [At in keyof Parts]: () => Parts[At] }
): Parts {
  const broken: RuleError[] = [];
  const worked = parts.map((part) => {
    try {
      return part();
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      broken.push(error as RuleError);
      return undefined;
    }
  });
  const [first, ...others] = broken;
  if (first) throw others.length === 0 ? first : new RuleError(first.code, first.data, [...first.also, ...others]);
  return worked as unknown as Parts;
}
