import { appOptionsOf, isSelectable, isVisible } from './app-option-scope.js';
import { idNumber, type Id } from '../core/ids.js';
import { issuesWithOption } from '../issues/issue-values.js';
import { optionsPerFieldLimit } from '../options/options.js';
import { findProject } from '../projects/projects.js';
import type { AppOption, AppOptionAttribute, CustomField, Root, User } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';

/** Most scopes an option may have (Jira's Field API, create issue field option). */
export const scopesPerOptionLimit = 10_000;

const attributeNames: readonly string[] = ['notSelectable', 'defaultValue'] satisfies AppOptionAttribute[];

/** An option of an app's select list as a request gives it. */
export interface AppOptionInput {
  readonly value: string;
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
  /** Absent, or without `scope`: selectable in every project. */
  readonly config?:
    | {
        readonly attributes?: readonly string[] | undefined;
        readonly scope?:
          | {
              readonly global?: { readonly attributes?: readonly string[] | undefined } | null | undefined;
              readonly projects?: readonly Id[] | undefined;
              readonly projects2?:
                readonly { readonly id: Id; readonly attributes?: readonly string[] | undefined }[] | undefined;
            }
          | null
          | undefined;
      }
    | null
    | undefined;
}

/**
 * The field of an app that a key (`app__field`) names; one in the trash counts as not there.
 *
 * @throws RuleError `app-field-not-found`
 */
export function requireAppField(root: Root, fieldKey: string): CustomField {
  const id = root.appFieldIds.get(fieldKey);
  const field = id === undefined ? undefined : root.fields.get(id);
  if (!field || field.trashed) throw new RuleError('app-field-not-found', { fieldKey });
  return field;
}

/** Whether a user is the app that provides the field; it needs no administrator's right for its options. */
export function isOwnApp(user: User, field: CustomField): boolean {
  return user.app !== undefined && field.appFieldKey?.startsWith(`${user.app}__`) === true;
}

/**
 * Adds an option behind those of the field, with the next id.
 *
 * @throws RuleError `app-field-not-found`, `too-many-options-in-field`, `app-option-invalid`, `too-many-scopes`
 */
export function createAppOption(tx: Transaction, fieldKey: string, input: AppOptionInput): AppOption {
  const field = requireAppField(tx.root, fieldKey);
  return addAppOption(tx, field, lastId(tx.root, field) + 1, input);
}

function lastId(root: Root, field: CustomField): number {
  const last = root.appOptions.nextLowerKey([field.id, Infinity]);
  return last?.[0] === field.id ? last[1] : 0;
}

/**
 * Replaces an option, or creates it under the id given.
 *
 * @throws RuleError `app-option-ids-differ`, and as {@link createAppOption}
 */
export function putAppOption(
  tx: Transaction,
  fieldKey: string,
  pathId: Id,
  input: AppOptionInput & { readonly id: Id },
): AppOption {
  const field = requireAppField(tx.root, fieldKey);
  const id = idNumber(pathId);
  if (id !== idNumber(input.id)) {
    throw new RuleError('app-option-ids-differ', { pathId: String(pathId), bodyId: String(input.id) });
  }
  if (!(Number.isSafeInteger(id) && id > 0)) throw invalid('id', `"${pathId}" is not the id of an option`);
  if (!tx.root.appOptions.has([field.id, id])) return addAppOption(tx, field, id, input);
  return saveAppOption(tx, readAppOption(tx.root, field.id, id, input));
}

function addAppOption(tx: Transaction, field: CustomField, id: number, input: AppOptionInput): AppOption {
  // Ids count from 1: while the last is below the limit there is nothing to count.
  const count = lastId(tx.root, field) < optionsPerFieldLimit ? 0 : countAppOptions(tx.root, field.id) + 1;
  if (count > optionsPerFieldLimit) {
    throw new RuleError('too-many-options-in-field', { count, limit: optionsPerFieldLimit });
  }
  return saveAppOption(tx, readAppOption(tx.root, field.id, id, input));
}

function saveAppOption(tx: Transaction, option: AppOption): AppOption {
  tx.put('appOptions', [option.fieldId, option.id], option);
  return option;
}

/**
 * Deletes an option that no issue has.
 *
 * @throws RuleError `app-field-not-found`, `app-option-not-found`, `app-option-in-use`
 */
export function deleteAppOption(tx: Transaction, fieldKey: string, optionId: Id): void {
  const option = getAppOption(tx.root, fieldKey, optionId);
  const issueCount = issuesWithOption(tx.root, option.fieldId, option.id).length;
  if (issueCount > 0) throw new RuleError('app-option-in-use', { optionId: String(optionId), issueCount });
  tx.remove('appOptions', [option.fieldId, option.id]);
}

/** @throws RuleError `app-field-not-found`, `app-option-not-found` */
export function getAppOption(root: Root, fieldKey: string, optionId: Id): AppOption {
  const field = requireAppField(root, fieldKey);
  const option = root.appOptions.get([field.id, idNumber(optionId)]);
  if (!option) throw new RuleError('app-option-not-found', { optionId: String(optionId) });
  return option;
}

/** @throws RuleError `app-field-not-found` */
export function listAppOptions(root: Root, fieldKey: string): AppOption[] {
  return [...appOptionsOf(root, requireAppField(root, fieldKey).id)];
}

export function countAppOptions(root: Root, fieldId: number): number {
  return root.appOptions.forRange([fieldId, 0], [fieldId, Infinity], true);
}

export interface AppOptionSearch {
  /** Only what is available there; a project that does not exist has nothing of its own. */
  readonly projectId?: Id | undefined;
}

/** The options in scope, by id. */
export function visibleAppOptions(root: Root, fieldKey: string, { projectId }: AppOptionSearch = {}): AppOption[] {
  const project = projectId === undefined ? undefined : idNumber(projectId);
  return listAppOptions(root, fieldKey).filter((option) => isVisible(option, project));
}

/** The options that can be chosen: in scope, and there not marked `notSelectable`. */
export function selectableAppOptions(root: Root, fieldKey: string, { projectId }: AppOptionSearch = {}): AppOption[] {
  const project = projectId === undefined ? undefined : idNumber(projectId);
  return listAppOptions(root, fieldKey).filter((option) => isSelectable(option, project));
}

function readAppOption(root: Root, fieldId: number, id: number, input: AppOptionInput): AppOption {
  if (input.value.trim() === '') throw invalid('value', 'it is empty');
  return {
    id,
    fieldId,
    value: input.value,
    properties: input.properties ?? {},
    attributes: readAttributes('config.attributes', input.config?.attributes),
    scope: readScope(root, input),
  };
}

function readScope(root: Root, { config }: AppOptionInput): AppOption['scope'] {
  const scope = config?.scope;
  if (!scope) return { global: [], projects: [] };
  const projects = new Map<number, AppOptionAttribute[]>();
  for (const id of scope.projects ?? []) projects.set(scopeProject(root, 'config.scope.projects', id), []);
  for (const { id, attributes } of scope.projects2 ?? []) {
    const read = readAttributes('config.scope.projects2', attributes);
    projects.set(scopeProject(root, 'config.scope.projects2', id), read);
  }
  const count = projects.size + (scope.global ? 1 : 0);
  if (count > scopesPerOptionLimit) throw new RuleError('too-many-scopes', { count, limit: scopesPerOptionLimit });
  return {
    global: scope.global ? readAttributes('config.scope.global', scope.global.attributes) : null,
    projects: [...projects].map(([id, attributes]) => ({ id, attributes })),
  };
}

function scopeProject(root: Root, property: string, id: Id): number {
  const project = idNumber(id) >= 0 ? findProject(root, idNumber(id)) : undefined;
  if (!project) throw invalid(property, `no project has the id ${id}`);
  return project.id;
}

function readAttributes(property: string, given: readonly string[] = []): AppOptionAttribute[] {
  const unknown = given.find((attribute) => !attributeNames.includes(attribute));
  if (unknown !== undefined) throw invalid(property, `"${unknown}" is not an attribute`);
  return [...new Set(given)] as AppOptionAttribute[];
}

function invalid(property: string, reason: string): RuleError {
  return new RuleError('app-option-invalid', { property, reason });
}
