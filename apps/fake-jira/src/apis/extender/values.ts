import type { ExtenderOperations } from '@fake-jira/openapi';
import {
  addOptionValues,
  deleteOptions,
  optionsOfLevel,
  positionOf,
  requireContextById,
  requireOption,
  requireOptionOfLevel,
  requireOptionsSupported,
  requireParentOption,
  setOptionPosition,
  sortOptions,
  typeOf,
  updateOptions,
  type Context,
  type Option,
  type Root,
  type SortOrder,
} from '@fake-jira/world';
import { ok } from '../../http/response.js';
import type { RequestContext, Handlers } from '../../http/request-context.js';
import type { ExtenderBehaviour } from './behaviour.js';
import { pageOf } from './paging.js';

type Operations = Pick<
  ExtenderOperations,
  | 'extenderGetValues'
  | 'extenderAddValues'
  | 'extenderEditValue'
  | 'extenderRemoveValues'
  | 'extenderSortValues'
  | 'extenderSortChildValues'
>;

/** Alphabetical, in the language that a server starts with: no document says by whose alphabet. */
const alphabetical: SortOrder = { descending: false, locale: 'en-US', strength: 'TERTIARY' };

export const values: Handlers<Operations, ExtenderBehaviour> = {
  extenderGetValues(call) {
    const { root, path, behaviour } = call;
    const [field, context] = requireContextById(root, path.configSchemeId);
    if (behaviour.valuesNeedOptions) requireOptionsSupported(field);
    const placed = [...optionsOfLevel(root, context.id)].map((option, i) => [option, i + 1] as const);
    const view = { root, behaviour, levels: typeOf(field).optionLevels };
    const { entries, envelope } = pageOf(call, placed, ([option, position]) => renderValue(option, position, view));
    return ok({ schemeOptions: entries, ...envelope });
  },

  extenderAddValues({ root, world, path, body, behaviour }) {
    const [field, context] = requireContextById(root, path.configSchemeId);
    const addition = { values: body.optionName, parentId: body.parentId };
    const added = world.write((tx) => addOptionValues(tx, field, context, addition, behaviour.valueAddition));
    const names = added.map(({ value }) => `'${value}'`).join(', ');
    return ok({ message: `values ${names} added to ${context.id} config scheme id`, status: 'done' });
  },

  extenderEditValue(call) {
    const { root, world, path, body, behaviour } = call;
    const [field, context] = requireContextById(root, path.configSchemeId);
    requireOptionsSupported(field);
    const option = valueToEdit(call, context);
    const edited = world.write((tx) => {
      const change = { id: option.id, value: body.name, disabled: body.disabled };
      const [changed = option] = updateOptions(tx, field.id, context.id, [change], behaviour.valueChange);
      if (body.position !== undefined) setOptionPosition(tx, changed, body.position, behaviour);
      return changed;
    });
    return ok({ message: `option '${edited.id}' changed (${stateOf(world.root, edited)})`, status: 'done' });
  },

  extenderRemoveValues({ world, body, behaviour }) {
    const { deleted, skipped } = world.write((tx) => deleteOptions(tx, body.optionId, behaviour.valueDeletion));
    return ok({
      message: skipped.length === 0 ? 'all options deleted' : 'options deleted, some options skipped',
      skipped: [...skipped],
      deleted: deleted.map(({ id }) => String(id)),
    });
  },

  extenderSortValues({ root, world, path }) {
    const [field, context] = requireContextById(root, path.configSchemeId);
    requireOptionsSupported(field);
    world.write((tx) => sortOptions(tx, context, 0, alphabetical));
    return ok({ message: 'done' });
  },

  extenderSortChildValues({ root, world, path }) {
    const [field, context] = requireContextById(root, path.configSchemeId);
    requireOptionsSupported(field);
    const parent = requireParentOption(root, field, context.id, path.parentOptionId);
    world.write((tx) => sortOptions(tx, context, parent.id, alphabetical));
    return ok({ message: 'done' });
  },
};

interface EditCall extends Pick<RequestContext<unknown, ExtenderBehaviour>, 'root' | 'behaviour'> {
  readonly path: { readonly optionId: number };
  readonly body: { readonly parentId?: number };
}

/** The option that is to be changed: below the parent that is given, or on the first level where none may be missing. */
function valueToEdit({ root, path, body, behaviour }: EditCall, context: Context): Option {
  if (body.parentId === undefined && behaviour.childIsEditedAlone)
    return requireOption(root, context.id, path.optionId);
  const parentId = body.parentId === undefined ? 0 : requireOption(root, context.id, body.parentId).id;
  return requireOptionOfLevel(root, context.id, parentId, path.optionId);
}

function stateOf(root: Root, option: Option): string {
  const state = option.disabled ? 'disabled' : 'enabled';
  return `state: ${state}, name: ${option.value}, position: ${positionOf(root, option)}`;
}

interface ValueView extends Pick<RequestContext<unknown, ExtenderBehaviour>, 'root' | 'behaviour'> {
  /** Of the field: how deep its values stand. */
  readonly levels: number;
}

interface RenderedValue {
  id: number;
  name: string;
  position?: number;
  postion?: number;
  disabled: boolean;
  childOptions?: RenderedChild[];
}

type RenderedChild = RenderedValue & { parentId: number };

/**
 * A value, with those below it where the field has more levels; its properties in the order of the example (002:157).
 *
 * @param position - its place on its level, from 1
 */
function renderValue(
  { id, value: name, disabled, contextId }: Option,
  position: number,
  view: ValueView,
): RenderedValue {
  const rendered = { id, name, [view.behaviour.positionKey]: position, disabled };
  return { ...rendered, ...valuesBelow(id, contextId, view) };
}

/** A value below another: the example has its properties in another order (002:178). */
function renderChild({ id, value: name, disabled, contextId, parentId }: Option, position: number, view: ValueView) {
  const rendered = { parentId, name, [view.behaviour.positionKey]: position, id, disabled };
  return { ...rendered, ...valuesBelow(id, contextId, view) };
}

function valuesBelow(id: number, contextId: number, view: ValueView): Pick<RenderedValue, 'childOptions'> {
  if (view.levels < 2) return {};
  const below = { ...view, levels: view.levels - 1 };
  const children = [...optionsOfLevel(view.root, contextId, id)];
  return { childOptions: children.map((child, i) => renderChild(child, i + 1, below)) };
}
