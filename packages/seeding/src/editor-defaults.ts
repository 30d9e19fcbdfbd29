import { TargetError, type Caller } from '@fake-jira/target';
import { findFieldType } from '@fake-jira/world';
import { idIn } from './cloud-defaults.js';
import type { ContextState, DefaultState, FieldState } from './field-state.js';
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

function addressOf(fieldNumber: string, contextId: string): string {
  return `${editorBase}/user/customfields/${fieldNumber}/contexts/${contextId}/options/default`;
}

/**
 * The default value of a context as Customfield Editor shows it to who has a grant.
 *
 * @param type - full key of the field's type
 * @returns `null`: none; `undefined`: it is not shown to the caller
 */
export async function readEditorDefault(
  caller: Caller,
  fieldNumber: string,
  contextId: string,
  type: string,
): Promise<DefaultState | null | undefined> {
  const answer = await caller.send({ method: 'GET', path: addressOf(fieldNumber, contextId) });
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

/** Sets the default value of a context, or with `null` takes it away. The caller needs a grant. */
export async function writeEditorDefault(
  caller: Caller,
  field: FieldState,
  context: ContextState,
  value: DefaultState | null,
): Promise<void> {
  const path = addressOf(field.id.replace('customfield_', ''), context.id);
  if (value === null) await caller.ask('DELETE', path);
  else await caller.ask('PUT', path, { body: bodyOf(context, value, field.type) });
}

function bodyOf({ options }: ContextState, { type, value }: DefaultState, fieldType: string): object {
  const texts = value as readonly string[];
  if (type === 'option.single') return { optionId: Number(idIn(options, value as string)) };
  if (type === 'option.multiple') return { optionIds: texts.map((text) => Number(idIn(options, text))) };
  if (type !== 'option.cascading')
    throw new TargetError(`Customfield Editor sets no default values of the type ${type}.`);
  let level = options;
  const chain = texts.map((text) => {
    const id = Number(idIn(level, text));
    level = level.find((option) => option.value === text)?.children ?? [];
    return id;
  });
  if ((findFieldType(fieldType)?.optionLevels ?? 0) > 2) return { optionIds: chain };
  return { optionId: chain[0], ...(chain.length > 1 ? { childOptionId: chain[1] } : {}) };
}
