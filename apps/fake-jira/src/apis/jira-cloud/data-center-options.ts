import {
  contextsOfField,
  optionsOfLevel,
  requireCustomField,
  requireOptionsSupported,
  RuleError,
  type Context,
  type CustomField,
  type Option,
  type Root,
} from '@fake-jira/world';
import { commaList } from '../../http/comma-list.js';
import { ok } from '../../http/response.js';
import type { JiraHandlers } from './call.js';

export const dataCenterOptions = {
  getCustomFieldOptionsDataCenter({ root, path, query, behaviour }) {
    const field = fieldByNumber(root, path.customFieldId);
    requireOptionsSupported(field);
    const { projectIds, issueTypeIds, useAllContexts, sortByOptionName, maxResults } = query;
    const [projects, issueTypes] = [numbers(projectIds), numbers(issueTypeIds)];
    const isUnnamed = projects.length === 0 && issueTypes.length === 0;
    const every = [...contextsOfField(root, field.id)];
    const contexts =
      useAllContexts || (isUnnamed && behaviour.unnamedOptionsAreAll)
        ? every
        : isUnnamed
          ? every.filter(({ global }) => global)
          : contextsOfProjects(root, every, projects).filter((context) => coversOneOf(context, issueTypes));
    const found = contexts.flatMap(({ id }) => [...optionsOfLevel(root, id)]).filter(hasText(query.query ?? ''));
    if (sortByOptionName) found.sort((one, other) => (one.value < other.value ? -1 : 1));
    const first = behaviour.firstOptionsPage;
    const from = ((query.page ?? first) - first) * maxResults;
    const options = found.slice(Math.max(from, 0), Math.max(from, 0) + maxResults);
    return ok({
      total: found.length,
      options: options.map(({ id, value, disabled }) => ({ id, value, disabled })),
    });
  },
} satisfies Partial<JiraHandlers>;

/** Of this operation alone the number is the field's name: `customfield_10000` is none. */
function fieldByNumber(root: Root, fieldId: string): CustomField {
  if (!/^\d+$/.test(fieldId)) throw new RuleError('field-not-found', { fieldId });
  return requireCustomField(root, Number(fieldId));
}

function numbers(list: string | undefined): readonly number[] {
  return commaList(list).map(Number);
}

function hasText(text: string): (option: Option) => boolean {
  return ({ value }) => value.toLowerCase().includes(text.toLowerCase());
}

/** The contexts that the projects have: of each its own, else the one for all; every context where none is named. */
function contextsOfProjects(root: Root, every: readonly Context[], projects: readonly number[]): readonly Context[] {
  if (projects.length === 0) return every;
  const isOwn = ({ projectIds }: Context) => projects.some((id) => projectIds.includes(id));
  const hasOwn = (id: number) => every.some(({ projectIds }) => projectIds.includes(id));
  const needsGlobal = projects.some((id) => root.projects.has(id) && !hasOwn(id));
  return every.filter((context) => isOwn(context) || (context.global && needsGlobal));
}

function coversOneOf({ issueTypeIds }: Context, issueTypes: readonly number[]): boolean {
  return issueTypeIds.length === 0 || issueTypes.length === 0 || issueTypes.some((id) => issueTypeIds.includes(id));
}
