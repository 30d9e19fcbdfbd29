import { contextsOf, fieldNamed, newField, newOptions, onlyContextOf, optionsAt } from './field-steps.js';
import type { TestJira } from './jira.js';

/** Address of the options of a new field, in its only context. */
export async function newList(jira: TestJira, type = 'select', values: string[] = []): Promise<string> {
  const field = await newField(jira, type);
  const address = optionsAt(field, await onlyContextOf(jira, field));
  if (values.length > 0) await newOptions(jira, address, values);
  return address;
}

/** The address of the options of the first context of a field of the demo world. */
export async function listOf(jira: TestJira, name: string): Promise<string> {
  const field = fieldNamed(jira, name);
  return optionsAt(field, (await contextsOf(jira, field))[0]?.id ?? '');
}
