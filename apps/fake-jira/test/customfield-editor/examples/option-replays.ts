import type { FieldEntry, OptionEntry } from '@fake-jira/fixtures';
import type { Example } from './document.js';
import type { Replay } from './replay.js';
import { contextWorld, optionId, optionWorld } from './worlds.js';

const foo: OptionEntry = { id: optionId, value: 'foo' };
const others: readonly OptionEntry[] = [
  { id: 29, value: 'before' },
  { id: 30, value: 'behind' },
];
const [before, behind] = others as [OptionEntry, OptionEntry];

/** The option of the generated sample, as a request has it. */
const sampleOption = { optionvalue: 'foo', id: 0, sequence: 0, disabled: false };

const generated = 'texts of the generated sample mean nothing here';

/** Options and child options, of the default context and of a named one: one table for all four. */
export function optionReplay({ path, method, status, name }: Example): Replay {
  const children = path.includes('/childoptions');
  const among = (...options: OptionEntry[]) => optionWorld(options, { children });
  if (path.endsWith('/sort')) {
    const order = { order: 'ASCENDING', locale: 'de-DE', strength: 'PRIMARY' };
    const body = status !== 'request' || name === 'sample' ? { body: order, because: generated } : {};
    return { world: among(foo, before, behind), ...body };
  }
  if (path.endsWith('/move')) {
    const asked = status === 'request' && name !== 'sample';
    return {
      world: among(before, foo, behind),
      ...(!asked && { body: { after: String(behind.id), position: 'First' }, because: generated }),
    };
  }
  if (method === 'get') return { world: among(foo) };
  const body = status === 'request' ? {} : { body: sampleOption };
  if (method === 'post') return { world: among(), ...body };
  if (method === 'put') return { world: among(foo, behind), ...body };
  return { world: among(foo, behind) };
}

interface DefaultField {
  readonly type: FieldEntry['type'];
  readonly options: readonly OptionEntry[];
  readonly default?: string | readonly string[];
}

const cascading = (parent: number, child: number, value = 'bar', ...first: OptionEntry[]): DefaultField => ({
  type: 'cascadingselect',
  options: [{ id: parent, value: 'foo', children: [...first, { id: child, value }] }],
  default: ['foo', value],
});

const root = 'I am a root parent option';
const child = 'I am child option of root parent 10100';
const leaf = 'I am child option of child option 10110';

/** The fields of the examples of default values that are read. */
const fieldsRead: Readonly<Record<string, DefaultField>> = {
  ofOne: { type: 'select', options: [{ id: 10301, value: 'foo' }], default: 'foo' },
  ofCascading: cascading(10200, 10201, 'bar', before),
  ofMany: {
    type: 'multiselect',
    options: [before, { id: 10400, value: 'foobar' }, { id: 10401, value: 'barfoo' }],
    default: ['foobar', 'barfoo'],
  },
  ofMultiLevel: {
    type: 'multi-level-cascading-select',
    options: [
      { id: 10100, value: root, children: [{ id: 10110, value: child, children: [{ id: 10111, value: leaf }] }] },
    ],
    default: [root, child, leaf],
  },
  none: { type: 'select', options: [foo] },
  sample: cascading(optionId, 32, 'foo'),
};

const value = (id: number, ...children: OptionEntry[]): OptionEntry => ({
  id,
  value: `option ${id}`,
  ...(children.length > 0 && { children }),
});

/** The fields of the examples of default values that are set. */
const fieldsSet: Readonly<Record<string, DefaultField>> = {
  ofOne: { type: 'select', options: [value(123)] },
  ofCascading: { type: 'cascadingselect', options: [value(123, value(567))] },
  ofMany: { type: 'multiselect', options: [value(12), value(34)] },
  ofMultiLevel: { type: 'multi-level-cascading-select', options: [value(12, value(34, value(567)))] },
  sample: { type: 'cascadingselect', options: [{ id: 123, value: 'foo', children: [{ id: 567, value: 'foo' }] }] },
};

export function defaultReplay({ method, status, name }: Example): Replay {
  const { type, ...context } = (method === 'put' ? fieldsSet : fieldsRead)[name] as DefaultField;
  const world = contextWorld(context, { type });
  if (method !== 'put' || (status === 'request' && name !== 'sample')) return { world };
  return {
    world,
    body: { optionId: 123, childOptionId: 567, optionIds: null },
    because: 'no type of field takes all three members, and no option has the ID 0',
  };
}
