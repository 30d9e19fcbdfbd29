import {
  addFieldToTab,
  addTab,
  checkWorld,
  type Transaction,
  type Context,
  type FieldValue,
  type Issue,
  type Option,
} from '../../src/index.js';
import { damaged, sound } from '../full-world.js';

const first = <Value>(values: Iterable<Value>): Value => [...values][0] as Value;
const fieldOf = (type: string) => first([...sound.fields.values()].filter((field) => field.name === type));
const contextOf = (type: string) =>
  first([...sound.contexts.values()].filter((context) => context.fieldId === fieldOf(type).id));
const optionOf = (value: string) => first([...sound.options.values()].filter((option) => option.value === value));
const issue = first(sound.issues.values());

const setContext = (tx: Transaction, context: Context) => tx.edit('contexts').set(context.id, context);
const setOption = (tx: Transaction, option: Option) => tx.edit('options').set(option.id, option);
const setIssue = (tx: Transaction, changed: Issue) => tx.edit('issues').set(changed.id, changed);
const setValue = (tx: Transaction, type: string, value: FieldValue) =>
  setIssue(tx, { ...issue, values: { ...issue.values, [fieldOf(type).id]: value } });

it('finds nothing wrong with a sound world', () => {
  expect(checkWorld(sound)).toEqual([]);
});

const damages: [name: string, damage: (tx: Transaction) => void, sentence: RegExp][] = [
  ['an index that points elsewhere', (tx) => tx.edit('projectIdsByKey').set('TEST', 1), /projectIdsByKey.*is 1, but/],
  [
    'ids not below their counter',
    (tx) => tx.edit('fields').set(20_000, { ...fieldOf('version'), id: 20_000 }),
    /field 20000 is not below the next id/,
  ],
  [
    'two users of one number',
    (tx) => tx.edit('users').set('x', { ...first(sound.users.values()), accountId: 'x' }),
    /belongs to two of user/,
  ],
  ['a group that is not there', (tx) => tx.edit('groups').delete('jira-users'), /User bob is in no group/],
  ['a project without its screen', (tx) => tx.edit('screens').delete(1), /Project TEST has the unknown screen/],
  [
    'a field on two tabs',
    (tx) => {
      const { id } = addTab(tx, 1, { name: 'More' });
      addFieldToTab(tx, 1, id, 'summary');
      const screen = first(tx.root.screens.values());
      tx.edit('screens').set(1, { ...screen, tabs: screen.tabs.map((tab) => ({ ...tab, fieldIds: ['summary'] })) });
    },
    /Screen 1 has the field summary twice/,
  ],
  [
    'a field on a screen that is not there',
    (tx) => tx.edit('fields').delete(fieldOf('version').id),
    /Screen 1 has the unknown field customfield_/,
  ],
  [
    'a field of an unknown type',
    (tx) => tx.edit('fields').set(fieldOf('version').id, { ...fieldOf('version'), type: 'x' }),
    /the unknown type x/,
  ],
  [
    'two global contexts',
    (tx) => {
      const context = contextOf('version');
      setContext(tx, { ...context, id: 10_000 });
      tx.edit('contextsOfField').set([context.fieldId, 10_000], true);
    },
    /are both global/,
  ],
  [
    'a project in two contexts',
    (tx) => {
      const context = contextOf('multiselect');
      setContext(tx, { ...context, id: 10_000 });
      tx.edit('contextsOfField').set([context.fieldId, 10_000], true);
    },
    /contextOfProject: contexts .* and contexts .* share/,
  ],
  [
    'a global context with projects',
    (tx) => setContext(tx, { ...contextOf('multiselect'), global: true }),
    /global and yet names projects/,
  ],
  [
    'a context of a project that is not there',
    (tx) => setContext(tx, { ...contextOf('multiselect'), projectIds: [1] }),
    /unknown project 1/,
  ],
  [
    'a context of an issue type that is not there',
    (tx) => setContext(tx, { ...contextOf('multiselect'), issueTypeIds: [1] }),
    /unknown issue type 1/,
  ],
  [
    'a context that names an issue type twice',
    (tx) => {
      const { id } = first(sound.issueTypes.values());
      setContext(tx, { ...contextOf('multiselect'), issueTypeIds: [id, id] });
    },
    /names a project or an issue type twice/,
  ],
  [
    'a default of another type',
    (tx) => setContext(tx, { ...contextOf('multiselect'), defaultValue: { type: 'float', number: 1 } }),
    /is of type float/,
  ],
  [
    'a default with an option of another context',
    (tx) =>
      setContext(tx, {
        ...contextOf('multiselect'),
        defaultValue: { type: 'option.multiple', optionIds: [optionOf('cats').id] },
      }),
    /none of its options/,
  ],
  [
    'a default that starts below the first level',
    (tx) =>
      setContext(tx, {
        ...contextOf('cascadingselect'),
        defaultValue: { type: 'option.cascading', optionIds: [optionOf('leo').id] },
      }),
    /another level/,
  ],
  [
    'a default without options',
    (tx) => setContext(tx, { ...contextOf('multiselect'), defaultValue: { type: 'option.multiple', optionIds: [] } }),
    /names no option/,
  ],
  [
    'a default that remembers deleted options where its field does not',
    (tx) =>
      setContext(tx, {
        ...contextOf('cascadingselect'),
        defaultValue: { type: 'option.cascading', optionIds: [optionOf('cats').id], deleted: 1 },
      }),
    /remembers deleted options/,
  ],
  ['grants on no field', (tx) => tx.edit('grants').set([1, 0], { users: ['bob'], groups: [] }), /but is no field/],
  [
    'grants on a context of another field',
    (tx) =>
      tx.edit('grants').set([contextOf('multiselect').fieldId, contextOf('cascadingselect').id], {
        users: ['bob'],
        groups: [],
      }),
    /but is no context of the field/,
  ],
  [
    'grants to nobody',
    (tx) => tx.edit('grants').set([contextOf('multiselect').fieldId, 0], { users: [], groups: [] }),
    /has grants to nobody/,
  ],
  [
    'an option without a place',
    (tx) => tx.edit('optionRanks').delete(optionOf('red').id),
    /stands nowhere in the order/,
  ],
  ['a value twice on a level', (tx) => setOption(tx, { ...optionOf('blue'), value: 'red' }), /have the value "red"/],
  [
    'a parent in another context',
    (tx) => setOption(tx, { ...optionOf('leo'), parentId: optionOf('red').id }),
    /which is no option of its context/,
  ],
  [
    'options too deep',
    (tx) => setOption(tx, { ...optionOf('blue'), parentId: optionOf('red').id }),
    /stands on level 2, but its field has 1/,
  ],
  [
    'options below themselves',
    (tx) => setOption(tx, { ...optionOf('cats'), parentId: optionOf('cats').id }),
    /stands on level 3, but its field has 2/,
  ],
  [
    'an option of another field than its context',
    (tx) => setOption(tx, { ...optionOf('red'), fieldId: 1 }),
    /which its field has not/,
  ],
  [
    'too many options',
    (tx) => {
      for (let id = 1; id < 10_000; id++) setOption(tx, { ...optionOf('red'), id, value: `${id}` });
    },
    /has 10001 options, more than 10,000/,
  ],
  [
    'an app option of a field that no app provides',
    (tx) => {
      const option = first(sound.appOptions.values());
      tx.edit('appOptions').set([fieldOf('version').id, 1], { ...option, fieldId: fieldOf('version').id });
    },
    /belongs to no field of an app/,
  ],
  [
    'an app option in the scope of a project that is not there',
    (tx) => {
      const option = first(sound.appOptions.values());
      const scope = { global: null, projects: [{ id: 1, attributes: [] }] };
      tx.edit('appOptions').set([option.fieldId, option.id], { ...option, scope });
    },
    /unknown project 1 in its scope/,
  ],
  ['an issue of a project that is not there', (tx) => setIssue(tx, { ...issue, projectId: 1 }), /unknown project 1/],
  ['an issue with the key of another project', (tx) => setIssue(tx, { ...issue, key: 'X-1' }), /not the key of its/],
  ['an issue beyond the next number', (tx) => setIssue(tx, { ...issue, key: 'TEST-9' }), /not below its project's/],
  ['an issue of a type that is not there', (tx) => setIssue(tx, { ...issue, issueTypeId: 1 }), /unknown issue type/],
  ['an issue with a parent for no reason', (tx) => setIssue(tx, { ...issue, parentId: issue.id + 1 }), /parent only/],
  ['a parent that is gone', (tx) => tx.edit('issues').delete(issue.id), /which is no issue of its project/],
  ['a user who is not there', (tx) => setIssue(tx, { ...issue, assignee: 'x' }), /names the unknown user x/],
  [
    'a value of a field that is not there',
    (tx) => setIssue(tx, { ...issue, values: { 1: { kind: 'text', text: 'x' } } }),
    /value of the unknown field 1/,
  ],
  ['a value of another kind', (tx) => setValue(tx, 'version', { kind: 'text', text: 'x' }), /which takes version/],
  [
    'a value with an option that is not there',
    (tx) => setValue(tx, 'multiselect', { kind: 'options', optionIds: [1] }),
    /the option 1, which/,
  ],
  [
    'a chain out of order',
    (tx) => setValue(tx, 'cascadingselect', { kind: 'cascade', optionIds: [optionOf('leo').id] }),
    /on another level/,
  ],
  [
    'a value with an app option that is not there',
    (tx) => setValue(tx, 'single_select', { kind: 'app-option', optionId: 9 }),
    /the app option 9/,
  ],
  [
    'a value with a user who is not there',
    (tx) => setValue(tx, 'userpicker', { kind: 'user', accountId: 'x' }),
    /unknown user x in field/,
  ],
  [
    'a value with a group that is not there',
    (tx) => setValue(tx, 'grouppicker', { kind: 'group', name: 'x' }),
    /unknown group "x" in field/,
  ],
  [
    'a value with a version of another project',
    (tx) => setValue(tx, 'version', { kind: 'version', versionId: 10_001 }),
    /version 10001 of another project/,
  ],
  [
    'a value with a project that is not there',
    (tx) => setValue(tx, 'project', { kind: 'project', projectId: 1 }),
    /unknown project 1 in field/,
  ],
];

it.each(damages)('finds %s', (_, damage, sentence) => {
  expect(damaged(damage).join('\n')).toMatch(sentence);
});
