import { contextFor } from '../contexts/context-mapping.js';
import { rememberAlong } from '../core/memory.js';
import { fieldNumber, typeOf } from './fields.js';
import type { Context, CustomField, IssueType, Project, Root } from '../core/root.js';
import { findSystemField, type SystemField } from './system-fields.js';

/** A field that an issue of some project and type has on its screen. */
export type OfferedField =
  | { readonly system: SystemField; readonly required: boolean }
  | { readonly field: CustomField; readonly context: Context; readonly required: boolean };

export type Operation = 'create' | 'edit';

/**
 * What an issue offers of the system's, in the order in which a Cloud and two Servers were recorded to tell it. Of other
 * system fields the world keeps no values.
 */
const offerable = ['summary', 'issuetype', 'issuerestriction', 'parent', 'components', 'description', 'project']
  .concat('fixVersions', 'versions', 'reporter', 'priority', 'labels', 'timetracking', 'environment')
  .concat('attachment', 'duedate', 'issuelinks', 'comment', 'assignee')
  .map((id) => findSystemField(id) as SystemField);

/** What a screen without any system field shows: one in a world file that names custom fields alone. */
const basics: ReadonlySet<string> = new Set(['summary', 'description', 'labels', 'assignee', 'reporter']);

/** What a Jira offers of an issue, where one differs from another. */
export interface OfferRules {
  /** Whether issues of every type can have a parent, and not sub-tasks alone. */
  readonly parentForAll: boolean;
}

/** Which issue it is that offers fields. */
export interface OfferPlace {
  readonly project: Project;
  readonly issueType: IssueType;
  readonly operation: Operation;
}

/**
 * The fields that an issue of a project and type offers: the system fields of the project's screen, then its custom
 * fields in its order, unless they are in the trash or no context of theirs applies. Protected fields are not among
 * them: Jira shows what is not encrypted, but only the app's own API writes (assumed).
 */
export function offeredFields(root: Root, place: OfferPlace, rules: OfferRules): OfferedField[] {
  return [...offeredSystemFields(root, place, rules), ...offeredCustomFields(root, place.project, place.issueType)];
}

function offeredSystemFields(root: Root, place: OfferPlace, rules: OfferRules): OfferedField[] {
  const shown = systemFieldsOnScreen(root, place.project);
  return offerable.flatMap((system) => {
    const { id } = system;
    return isOnOffer(id, shown, place, rules) ? [{ system, required: isRequired(id, place.issueType) }] : [];
  });
}

function isOnOffer(
  id: string,
  shown: ReadonlySet<string>,
  { project, issueType, operation }: OfferPlace,
  { parentForAll }: OfferRules,
): boolean {
  switch (id) {
    case 'issuetype':
      return true;
    case 'project':
      return operation === 'create';
    case 'parent':
      return issueType.subtask || parentForAll;
    // Whoever may edit an issue here may comment it, whatever its screen.
    case 'comment':
      return operation === 'edit';
    // Of a team-managed project, which has its screens elsewhere.
    case 'issuerestriction':
      return project.teamManaged ?? false;
    default:
      return shown.has(id);
  }
}

/** Whether there is no issue of a type without a field. */
function isRequired(id: string, { subtask }: IssueType): boolean {
  return id === 'summary' || id === 'issuetype' || id === 'project' || (id === 'parent' && subtask);
}

/** The system fields that the screen of a project shows. */
export function systemFieldsOnScreen(root: Root, { screenId }: Project): ReadonlySet<string> {
  return rememberAlong(root, `system fields on screen ${screenId}`, {
    tables: ['screens'],
    search: () => {
      const { tabs = [] } = root.screens.get(screenId) ?? {};
      const shown = new Set(tabs.flatMap(({ fieldIds }) => fieldIds.filter((id) => findSystemField(id))));
      return shown.size === 0 ? basics : shown;
    },
  });
}

export type OfferedCustomField = Extract<OfferedField, { field: CustomField }>;

/** {@link offeredFields} without the system fields. */
export function offeredCustomFields(root: Root, project: Project, issueType: IssueType): OfferedCustomField[] {
  return offered(root, onScreen(root, project, issueType).all);
}

/** Those of {@link offeredCustomFields} that may have a default: few of many, as a rule. */
export function offeredWithDefault(root: Root, project: Project, issueType: IssueType): OfferedCustomField[] {
  return offered(root, onScreen(root, project, issueType).withDefault);
}

/** The context of a field among {@link offeredCustomFields}, without a look at the others. */
export function offeredContext(
  root: Root,
  project: Project,
  issueType: IssueType,
  field: CustomField,
): Context | undefined {
  return isOffered(field) ? onScreen(root, project, issueType).contexts.get(field.id) : undefined;
}

const isOffered = (field: CustomField) => !field.trashed && !typeOf(field).protection;

function offered(root: Root, shown: readonly Shown[]): OfferedCustomField[] {
  return shown.flatMap(({ fieldId, context }) => {
    const field = root.fields.get(fieldId);
    return field && isOffered(field) ? [{ field, context, required: false }] : [];
  });
}

interface Shown {
  readonly fieldId: number;
  readonly context: Context;
}

/** The custom fields of a screen to which a context applies. */
interface OnScreen {
  readonly all: readonly Shown[];
  readonly withDefault: readonly Shown[];
  readonly contexts: ReadonlyMap<number, Context>;
}

/** What a project's screen shows: the same for issue after issue, each of which writes when its fields were used last. */
function onScreen(root: Root, project: Project, issueType: IssueType): OnScreen {
  return rememberAlong(root, `on screen ${project.screenId} ${project.id} ${issueType.id}`, {
    tables: ['screens', 'appFieldIds', 'contexts', 'contextsOfField', 'contextOfProject'],
    search: () => {
      const all = (root.screens.get(project.screenId)?.tabs ?? [])
        .flatMap(({ fieldIds }) => fieldIds.map((id) => fieldNumber(root, id)))
        .filter((id) => id !== undefined)
        .flatMap((fieldId): Shown[] => {
          const context = contextFor(root, fieldId, project.id, issueType.id);
          return context ? [{ fieldId, context }] : [];
        });
      return {
        all,
        withDefault: all.filter(({ fieldId, context }) => context.defaultValue || hasAppOptions(root, fieldId)),
        contexts: new Map(all.map(({ fieldId, context }) => [fieldId, context])),
      };
    },
  });
}

/** Whether options and default of a field are an app's own. Never changes: what depends on it needs not look again. */
function hasAppOptions(root: Root, fieldId: number): boolean {
  const field = root.fields.get(fieldId);
  return field !== undefined && typeOf(field).valueKind === 'app-option';
}
