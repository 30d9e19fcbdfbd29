import { fieldPath, newContext, newField, onlyContextOf, projectIdOf, read, type Page } from './field-steps.js';
import type { TestJira } from './jira.js';

/** Address of the contexts of a field, or of one of them. */
export const contextPath = (fieldId: string, contextId?: string) =>
  `${fieldPath}/${fieldId}/context${contextId === undefined ? '' : `/${contextId}`}`;

export type Mapping = Record<string, string | boolean>;

export async function mappings(
  jira: TestJira,
  fieldId: string,
  kind: 'projectmapping' | 'issuetypemapping',
  query = '',
) {
  return (await read<Page<Mapping>>(jira.admin, `${contextPath(fieldId)}/${kind}?${query}`)).values;
}

/** A select list with a global context, one for TEST, and the ids of both. */
export async function fieldWithTwoContexts(jira: TestJira) {
  const field = await newField(jira);
  const global = await onlyContextOf(jira, field);
  const own = await newContext(jira, field, { name: 'Only TEST', projectIds: [projectIdOf(jira, 'TEST')] });
  return { field, global, own };
}
