import { answer } from '@fake-jira/profile';
import { optionsOfLevel, typeOf, type CustomField, type Option } from '@fake-jira/world';
import type { Call } from '../../http/call.js';
import { renderId } from './render-id.js';

export type ValueView = Pick<Call, 'root' | 'profile' | 'versions'> & { readonly field: CustomField };

/** A value as the types know it: in the form of the newest version, and with the key that the default answer gives. */
export interface RenderedValue {
  id: number;
  name: string;
  position?: number;
  postion?: number;
  disabled: boolean;
  childOptions?: (RenderedValue & { parentId: number })[];
}

/**
 * An option of the first level, with those below it where the type of its field has several levels.
 *
 * @param position - its place on its level, from 1
 */
export function renderValue(option: Option, position: number, view: ValueView): RenderedValue {
  const levels = typeOf(view.field).optionLevels;
  return {
    ...renderOne(option, position, view),
    ...(levels > 1 && { childOptions: childrenOf(option, view, levels - 1) }),
  };
}

function childrenOf(parent: Option, view: ValueView, levels: number): (RenderedValue & { parentId: number })[] {
  return [...optionsOfLevel(view.root, parent.contextId, parent.id)].map((option, i) => ({
    ...parentPropertyOf(parent, view),
    ...renderOne(option, i + 1, view),
    ...(levels > 1 && { childOptions: childrenOf(option, view, levels - 1) }),
  }));
}

function renderOne({ id, value, disabled }: Option, position: number, view: ValueView): RenderedValue {
  const { versions, profile } = view;
  const since220 = versions.extender.atLeast('2.20');
  const written = { disabled: since220 ? disabled : (String(disabled) as never) };
  return {
    id: renderId(id, view),
    name: value,
    ...(since220 && { [answer(profile, 'extender.position-key')]: position }),
    ...(versions.extender.atLeast('1.1.1') ? written : ({} as typeof written)),
  };
}

/** Before 2.20 the parent has another name, and is a text. */
function parentPropertyOf({ id }: Option, { versions, profile }: ValueView): { parentId: number } {
  if (versions.extender.atLeast('2.20')) return { parentId: id };
  const inAnswers = answer(profile, 'extender.parent-property-before-2.20') === 'parent-id-in-answers';
  return { [inAnswers ? 'parent_id' : 'parentOptionId']: String(id) } as never;
}
