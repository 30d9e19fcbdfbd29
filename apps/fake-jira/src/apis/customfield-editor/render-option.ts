import { sequenced, sequenceOf, typeOf, type CustomField, type Option, type Root } from '@fake-jira/world';
import type { Target } from './option-target.js';

export interface RenderedOption {
  optionvalue: string;
  id: number;
  sequence: number;
  disabled: boolean;
  /** Before 1.2 only. */
  childOptions?: RenderedOption[];
}

/** How options are written: since 1.2 each alone, before that with their children. */
export interface OptionForm {
  readonly root: Root;
  readonly field: CustomField;
  readonly legacy: boolean;
}

export function renderOption(option: Option, sequence: number, form: OptionForm): RenderedOption {
  const { id, value, disabled, contextId } = option;
  const rendered = { optionvalue: value, id, sequence, disabled };
  if (!form.legacy || typeOf(form.field).optionLevels < 2) return rendered;
  return { ...rendered, childOptions: renderLevel({ context: { id: contextId }, parentId: id }, form) };
}

/** The options of one level, in their order. */
export function renderLevel(
  { context, parentId }: { readonly context: Pick<Target['context'], 'id'>; readonly parentId: number },
  form: OptionForm,
): RenderedOption[] {
  return [...sequenced(form.root, context.id, parentId)].map(({ option, sequence }) =>
    renderOption(option, sequence, form),
  );
}

/** One option as it stands in a root. */
export function renderOne(option: Option, form: OptionForm): RenderedOption {
  return renderOption(option, sequenceOf(form.root, option), form);
}
