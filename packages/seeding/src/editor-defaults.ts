import type { Caller } from '@fake-jira/target';
import { findFieldType } from '@fake-jira/world';
import type { DefaultState } from './field-state.js';
import { editorBase } from './editor.js';

interface OptionJson {
  readonly id: number;
  readonly optionvalue: string;
}

interface DefaultJson {
  readonly defaultOption?: OptionJson | null;
  readonly defaultChildOption?: OptionJson | null;
  readonly defaultOptions?: readonly OptionJson[] | null;
}

/**
 * The default value of a context as Customfield Editor shows it to who has a grant.
 *
 * @param type - full key of the field's type
 * @returns `null`: none; `undefined`: it is not shown to the caller
 */
export async function readEditorDefault(
  caller: Caller,
  fieldNumber: number,
  contextId: string,
  type: string,
): Promise<DefaultState | null | undefined> {
  const path = `${editorBase}/user/customfields/${fieldNumber}/contexts/${contextId}/options/default`;
  const answer = await caller.send({ method: 'GET', path });
  // Without a grant 403; the app does not deal with some types, and says so with 400.
  if (answer.status !== 200) return undefined;
  const { defaultOption, defaultChildOption, defaultOptions } = answer.body as DefaultJson;
  const kind = findFieldType(type)?.defaultValueType;
  if (!kind) return undefined;
  // A multi-level chain has an option of no id in place of one that was deleted.
  const list = (defaultOptions ?? []).filter(({ id }) => id > 0).map(({ optionvalue }) => optionvalue);
  if (list.length > 0) return { type: kind, value: list };
  if (!defaultOption) return null;
  if (kind === 'option.single') return { type: kind, value: defaultOption.optionvalue };
  const chain = [defaultOption, ...(defaultChildOption ? [defaultChildOption] : [])];
  return { type: kind, value: chain.map(({ optionvalue }) => optionvalue) };
}
