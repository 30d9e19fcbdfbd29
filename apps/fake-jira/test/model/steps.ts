import fc from 'fast-check';
import { drawn, move, remove, sort, taken, type Model, type ModelOption } from './model.js';

/** A request, and what the model says of it. */
export interface Step {
  readonly as: 'admin' | 'bob';
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** Whether it has to be refused; then nothing changes. */
  readonly refused: boolean;
  /** Makes of the model what the request makes of the world. `ids` are those of options that the answer tells. */
  readonly apply: (ids: readonly number[]) => void;
}

/** Addresses of the one field. */
export interface Addresses {
  readonly field: string;
  readonly number: number;
  readonly context: number;
}

/** A step is drawn as numbers and words, and becomes a request when it is known what there is. */
export type Draft = readonly [kind: string, number: number, other: number, values: readonly string[]];

const words = ['alpha', 'beta', 'gamma', 'delta', 'kappa'];

type Maker = (model: Model, at: Addresses, draft: Draft) => Step | undefined;

const jira = ({ field, context }: Addresses) => `/rest/api/3/field/${field}/context/${context}/option`;
const editor = ({ number, context }: Addresses) =>
  `/rest/jiracustomfieldeditorplugin/1/user/customfields/${number}/contexts/${context}/options`;
const extender = '/rest/extender/1.0/customField/configScheme';

const made = (ids: readonly number[], values: readonly string[]): ModelOption[] =>
  values.map((value, i) => ({ id: ids[i] as number, value, disabled: false, children: [] }));

/** The level to which something is added: that below an option of the first level, or the first. */
function levelOf(model: Model, number: number): { parent: ModelOption | undefined; level: ModelOption[] } {
  const parent = number % 2 === 0 ? undefined : model.options[number % Math.max(1, model.options.length)];
  return { parent, level: parent ? parent.children : model.options };
}

function clashes(level: readonly ModelOption[], values: readonly string[]): boolean {
  return values.some((value, i) => taken(level, value) || values.indexOf(value) !== i);
}

const kinds = {
  createByJira(model, at, [, number, , values]) {
    const { parent, level } = levelOf(model, number);
    const options = values.map((value) => ({ value, ...(parent && { optionId: String(parent.id) }) }));
    return {
      as: 'admin',
      method: 'POST',
      path: jira(at),
      body: { options },
      refused: clashes(level, values),
      apply: (ids) => level.push(...made(ids, values)),
    };
  },
  createByEditor(model, at, [, number, other, [value = 'alpha']]) {
    const { parent, level } = levelOf(model, number);
    const as = other % 3 === 0 ? 'admin' : 'bob';
    return {
      as,
      method: 'POST',
      path: parent ? `${editor(at)}/${parent.id}/childoptions` : editor(at),
      body: { optionvalue: value },
      refused: (as === 'bob' ? !model.bobMay : true) || taken(level, value),
      apply: (ids) => level.push(...made(ids, [value])),
    };
  },
  createByExtender(model, at, [, number, , values]) {
    const { parent, level } = levelOf(model, number);
    const fresh = [...new Set(values)].filter((value) => !taken(level, value));
    if (fresh.length === 0) return undefined;
    return {
      as: 'admin',
      method: 'POST',
      path: `${extender}/addValue/${at.context}`,
      body: { optionName: fresh, ...(parent && { parentId: parent.id }) },
      refused: false,
      // Its answer has no ids: they are read afterwards.
      apply: () => level.push(...made([], fresh)),
    };
  },
  renameByJira(model, at, [, number, , [value = 'alpha']]) {
    const found = drawn(model, number);
    if (!found) return undefined;
    return {
      as: 'admin',
      method: 'PUT',
      path: jira(at),
      body: { options: [{ id: String(found.option.id), value }] },
      refused: taken(found.level, value, found.option),
      apply: () => (found.option.value = value),
    };
  },
  renameByEditor(model, at, [, number, , [value = 'alpha']]) {
    const found = drawn(model, number);
    if (!found) return undefined;
    const { option, parent, level } = found;
    return {
      as: 'bob',
      method: 'PUT',
      path: parent ? `${editor(at)}/${parent.id}/childoptions/${option.id}` : `${editor(at)}/${option.id}`,
      body: { optionvalue: value },
      refused: !model.bobMay || taken(level, value, option),
      apply: () => (option.value = value),
    };
  },
  disableByJira(model, at, [, number, other]) {
    const found = drawn(model, number);
    if (!found) return undefined;
    const disabled = other % 2 === 0;
    return {
      as: 'admin',
      method: 'PUT',
      path: jira(at),
      body: { options: [{ id: String(found.option.id), disabled }] },
      refused: false,
      apply: () => (found.option.disabled = disabled),
    };
  },
  deleteByJira(model, at, [, number]) {
    const found = drawn(model, number);
    if (!found) return undefined;
    return {
      as: 'admin',
      method: 'DELETE',
      path: `${jira(at)}/${found.option.id}`,
      refused: found.option.children.length > 0,
      apply: () => remove(model, found),
    };
  },
  deleteByEditor(model, at, [, number]) {
    const found = drawn(model, number);
    if (!found) return undefined;
    const { option, parent } = found;
    return {
      as: 'bob',
      method: 'DELETE',
      path: parent ? `${editor(at)}/${parent.id}/childoptions/${option.id}` : `${editor(at)}/${option.id}`,
      refused: !model.bobMay,
      apply: () => remove(model, found),
    };
  },
  moveByJira(model, at, [, number, other]) {
    const found = drawn(model, number);
    if (!found) return undefined;
    const { level, option } = found;
    const target = level[other % level.length] as ModelOption;
    const where = target === option ? (other % 2 === 0 ? 'First' : 'Last') : target.id;
    return {
      as: 'admin',
      method: 'PUT',
      path: `${jira(at)}/move`,
      body: {
        customFieldOptionIds: [String(option.id)],
        ...(typeof where === 'number' ? { after: String(where) } : { position: where }),
      },
      refused: false,
      apply: () => move(level, [option.id], where),
    };
  },
  moveByEditor(model, at, [, number, other]) {
    const found = drawn(model, number);
    if (!found) return undefined;
    const { level, option, parent } = found;
    const path = parent ? `${editor(at)}/${parent.id}/childoptions` : editor(at);
    const target = level[other % level.length] as ModelOption;
    const where = target === option ? 'First' : target.id;
    return {
      as: 'bob',
      method: 'POST',
      path: `${path}/${option.id}/move`,
      body: where === 'First' ? { position: where } : { after: `${path}/${where}` },
      refused: !model.bobMay,
      apply: () => move(level, [option.id], where),
    };
  },
  sortByEditor(model, at, [, number, other]) {
    const { parent, level } = levelOf(model, number);
    const path = parent ? `${editor(at)}/${parent.id}/childoptions/sort` : `${editor(at)}/sort`;
    const ascending = other % 2 === 0;
    return {
      as: 'bob',
      method: 'PUT',
      path,
      body: { locale: 'en-US', order: ascending ? 'ASCENDING' : 'DESCENDING' },
      refused: !model.bobMay,
      apply: () => sort(level, ascending ? 1 : -1),
    };
  },
  setDefault(model, at, [, number]) {
    const found = drawn(model, number);
    if (!found) return undefined;
    const { option, parent } = found;
    const ids = parent ? [parent.id, option.id] : [option.id];
    const [optionId, cascadingOptionId] = ids.map(String);
    const value = { type: 'option.cascading', contextId: String(at.context), optionId };
    return {
      as: 'admin',
      method: 'PUT',
      path: `/rest/api/3/field/${at.field}/context/defaultValue`,
      body: { defaultValues: [{ ...value, ...(cascadingOptionId !== undefined && { cascadingOptionId }) }] },
      refused: false,
      apply: () => (model.defaultIds = ids),
    };
  },
  grant(model, at, [, number]) {
    const bobMay = number % 3 !== 0;
    return {
      as: 'admin',
      method: 'PUT',
      path: `/rest/jiracustomfieldeditorplugin/1/admin/customfields/${at.number}`,
      body: { userlist: bobMay ? ['bob'] : [], grouplist: [] },
      refused: false,
      apply: () => (model.bobMay = bobMay),
    };
  },
} satisfies Record<string, Maker>;

/** The request of a draft in the world that the model has; undefined where it says nothing there. */
export function stepOf(model: Model, at: Addresses, draft: Draft): Step | undefined {
  return (kinds as Readonly<Record<string, Maker>>)[draft[0]]?.(model, at, draft);
}

const drafts: fc.Arbitrary<Draft> = fc.tuple(
  fc.constantFrom(...Object.keys(kinds)),
  fc.nat(30),
  fc.nat(30),
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }),
);

/** What is done one after the other, each in one of two workspaces. */
export const sequences = fc.array(fc.tuple(fc.nat(1), drafts), { minLength: 1, maxLength: 8 });
