import { idNumber, type Id } from '../core/ids.js';
import type { AppOption, AppOptionAttribute, Root } from '../core/root.js';

/** The options of an app's field, by id. */
export function* appOptionsOf(root: Root, fieldId: number): Iterable<AppOption> {
  for (const [[field], option] of root.appOptions.entries([fieldId, 0])) {
    if (field !== fieldId) return;
    yield option;
  }
}

/**
 * What holds for an option in a project: the attributes of the project's own scope, else of the global one, and those
 * of the option itself. `null`: the project is in none of its scopes.
 */
export function attributesIn(option: AppOption, projectId: number): readonly AppOptionAttribute[] | null {
  const own = option.scope.projects.find((project) => project.id === projectId);
  const scoped = own ? own.attributes : option.scope.global;
  return scoped && [...option.attributes, ...scoped];
}

/** Whether an option is in scope: in a project, or without one, anywhere. */
export function isVisible(option: AppOption, projectId?: number): boolean {
  if (projectId !== undefined) return attributesIn(option, projectId) !== null;
  return option.scope.global !== null || option.scope.projects.length > 0;
}

/** Whether an option can be chosen: in a project, or without one, anywhere. */
export function isSelectable(option: AppOption, projectId?: number): boolean {
  if (projectId !== undefined) return attributesIn(option, projectId)?.includes('notSelectable') === false;
  if (option.attributes.includes('notSelectable')) return false;
  const scopes = [option.scope.global, ...option.scope.projects.map((project) => project.attributes)];
  return scopes.some((scope) => scope?.includes('notSelectable') === false);
}

/** The option that is chosen by itself in a new issue of a project. */
export function defaultAppOption(root: Root, fieldId: number, projectId: number): AppOption | undefined {
  for (const option of appOptionsOf(root, fieldId)) {
    if (attributesIn(option, projectId)?.includes('defaultValue') && isSelectable(option, projectId)) return option;
  }
  return undefined;
}

/** An option by id, or by value: among several of that value, one that the project can choose comes first. */
export function appOptionInProject(
  root: Root,
  fieldId: number,
  projectId: number,
  { id, value }: { readonly id?: Id | undefined; readonly value?: string | undefined },
): AppOption | undefined {
  if (id !== undefined) return root.appOptions.get([fieldId, idNumber(id)]);
  const named = [...appOptionsOf(root, fieldId)].filter((option) => option.value === value);
  return named.find((option) => isSelectable(option, projectId)) ?? named[0];
}
