import { expect } from 'expect';
import { checksOf } from '../../check.js';
import { builtInType } from '../../stage/scratch.js';
import { newOption, ofApp } from './app-option-steps.js';
import { optionsAt } from './option-steps.js';

const { example } = checksOf('jira-cloud', 'examples');

// Ids and names of people are those of the target; everything else is as the document has it.
const cloud = { deployment: 'cloud' } as const;
const id = expect.stringMatching(/^\d+$/);

export const examples = [
  example(
    '003:Get Fields',
    'the fields Description and Summary',
    async ({ admin }) => {
      const { body } = await admin.ask('getFields', 200);
      for (const [key, name] of [
        ['description', 'Description'],
        ['summary', 'Summary'],
      ]) {
        expect(body).toContainEqual(
          expect.objectContaining({
            id: key,
            name,
            custom: false,
            clauseNames: [key],
            navigable: true,
            orderable: true,
            searchable: true,
            schema: { system: key, type: 'string' },
          }),
        );
      }
    },
    { readOnly: true },
  ),
  example('003:Create Custom Field', 'a field that picks groups', async (stage) => {
    const body = {
      name: stage.name('New custom field'),
      description: 'Custom field for picking groups',
      type: builtInType('grouppicker'),
      searcherKey: builtInType('grouppickersearcher'),
    };
    const entry = stage.makes('field', body.name);
    const made = (await stage.admin.ask('createCustomField', 201, { body })).body;
    const number = Number(String(made.id).replace('customfield_', ''));
    entry.made(String(number));
    // The document answers with a field of another type than it asks for: that of the request is right.
    expect(made).toMatchObject({
      name: body.name,
      custom: true,
      clauseNames: [`cf[${number}]`, body.name],
      navigable: true,
      orderable: true,
      searchable: true,
      schema: { custom: body.type, customId: number, type: 'group' },
    });
  }),
  example(
    '003:Update Custom Field',
    'managers and employees',
    async (stage) => {
      const { key } = await stage.field('cascadingselect');
      const body = {
        name: `${stage.name('Managers and employees list')}`,
        description: 'Select the manager and the corresponding employee.',
        searcherKey: builtInType('cascadingselectsearcher'),
      };
      await stage.admin.ask('updateCustomField', 204, { path: { fieldId: key }, body });
      const query = { type: 'custom', id: key, expand: 'searcherKey' };
      expect((await stage.admin.ask('getFieldsPaginated', 200, { query })).body.values).toMatchObject([body]);
    },
    cloud,
  ),
  example(
    '003:Create Custom Field Context',
    'a context for bugs, of every project',
    async (stage) => {
      const field = await stage.field('select');
      const path = { fieldId: field.key };
      await stage.admin.ask('deleteCustomFieldContext', 204, { path: { ...path, contextId: field.contextId } });
      const body = {
        name: 'Bug fields context',
        description: 'A context used to define the custom field options for bugs.',
        projectIds: [],
        issueTypeIds: [String(stage.sandbox.issueType.id)],
      };
      const made = (await stage.admin.ask('createCustomFieldContext', 201, { path, body })).body;
      expect(made).toEqual({ id, ...body });
      const { values } = (await stage.admin.ask('getContextsForField', 200, { path })).body;
      expect(values).toEqual([
        { id: made.id, name: body.name, description: body.description, isGlobalContext: true, isAnyIssueType: false },
      ]);
    },
    cloud,
  ),
  example(
    '003:Update Custom Field Context',
    'a name and a description',
    async (stage) => {
      const field = await stage.field('select');
      const body = {
        name: 'Bug fields context',
        description: 'A context used to define the custom field options for bugs.',
      };
      const path = { fieldId: field.key, contextId: field.contextId };
      await stage.admin.ask('updateCustomFieldContext', 204, { path, body });
      const { values } = (await stage.admin.ask('getContextsForField', 200, { path: { fieldId: field.key } })).body;
      expect(values).toMatchObject([body]);
    },
    cloud,
  ),
  example(
    '003:Set Custom Field Contexts Default Values',
    'options of several contexts at once',
    async (stage) => {
      const field = await stage.field('select', { options: ['one'] });
      const own = await stage.context(field, { projectIds: [stage.sandbox.project.id], options: ['two'] });
      const values = [
        { contextId: String(field.contextId), optionId: String(field.option('one')) },
        { contextId: String(own.id), optionId: String(own.option('two')) },
      ];
      const path = { fieldId: field.key };
      const defaultValues = values.map((value) => ({ ...value, type: 'option.single' }));
      await stage.admin.ask('setDefaultValues', 204, { path, body: { defaultValues } });
      const { body } = await stage.admin.ask('getDefaultValues', 200, { path });
      expect(body).toMatchObject({ isLast: true, maxResults: 50, startAt: 0, total: 2, values });
    },
    cloud,
  ),
  example(
    '003:Create Custom Field Options',
    'Scranton, Manhattan and The Electric City',
    async (stage) => {
      const field = await stage.field('cascadingselect', { options: ['New York'] });
      const below = String(field.option('New York'));
      const options = [
        { disabled: false, value: 'Scranton' },
        { disabled: true, optionId: below, value: 'Manhattan' },
        { disabled: false, value: 'The Electric City' },
      ];
      const { body } = await stage.admin.ask('createCustomFieldOption', 200, {
        path: optionsAt(field),
        body: { options },
      });
      expect(body).toEqual({ options: options.map((option) => ({ id, ...option })) });
    },
    cloud,
  ),
  example(
    '003:Update Custom Field Options',
    'Scranton, Manhattan and The Electric City',
    async (stage) => {
      const field = await stage.field('select', { options: ['a', 'b', 'c'] });
      const ids = field.options.map((option) => String(option.id));
      const options = [
        { disabled: false, id: ids[0], value: 'Scranton' },
        { disabled: true, id: ids[1], value: 'Manhattan' },
        { disabled: false, id: ids[2], value: 'The Electric City' },
      ];
      const { body } = await stage.admin.ask('updateCustomFieldOption', 200, {
        path: optionsAt(field),
        body: { options },
      });
      expect(body).toEqual({ options });
    },
    cloud,
  ),
  example(
    '003:Get Custom Field Options',
    'cities, one disabled, a part of one behind them',
    async (stage) => {
      const field = await stage.field('cascadingselect', {
        options: [{ value: 'New York', children: ['Brooklyn'] }, { value: 'Boston', disabled: true }, 'Denver'],
      });
      const { body } = await stage.admin.ask('getOptionsForContext', 200, { path: optionsAt(field) });
      expect(body).toMatchObject({ isLast: true, startAt: 0, total: 4 });
      expect(body.values).toMatchObject([
        { value: 'New York' },
        { value: 'Boston', disabled: true },
        { value: 'Denver' },
        { value: 'Brooklyn', optionId: String(field.option('New York')) },
      ]);
    },
    cloud,
  ),
  example(
    '003:Reorder Custom Field Options',
    'two to the front',
    async (stage) => {
      const field = await stage.field('select', { options: ['a', 'b', 'c'] });
      const body = { customFieldOptionIds: ['b', 'c'].map((value) => String(field.option(value))), position: 'First' };
      await stage.admin.ask('reorderCustomFieldOptions', 204, { path: optionsAt(field), body });
      const { values } = (await stage.admin.ask('getOptionsForContext', 200, { path: optionsAt(field) })).body;
      expect(values).toMatchObject([{ value: 'b' }, { value: 'c' }, { value: 'a' }]);
    },
    cloud,
  ),
  example(
    '003:Create Issue Field Option',
    'a team with properties and a scope',
    async (stage) => {
      const properties = {
        leader: { name: 'Leader Name', email: 'lname@example.com' },
        members: 42,
        description: "The team's description",
        founded: '2016-06-06',
      };
      const projects2 = stage.sandbox.projects.map((project) => ({ id: project.id, attributes: ['notSelectable'] }));
      const config = { attributes: [], scope: { global: {}, projects: [], projects2 } };
      const option = await newOption(stage, { properties, config });
      expect(option).toMatchObject({ id: expect.any(Number), properties, config });
    },
    { ...cloud, ...ofApp },
  ),
  example(
    '003:Get Create Issue Metadata Issue Types',
    'a page of one issue type',
    async ({ admin, sandbox }) => {
      const asked = { path: { projectIdOrKey: sandbox.project.key }, query: { maxResults: 1 } };
      const { body } = await admin.ask('getCreateIssueMetaIssueTypes', 200, asked);
      expect(body).toMatchObject({ maxResults: 1, startAt: 0, total: expect.any(Number) });
      expect(body.issueTypes).toHaveLength(1);
    },
    { ...cloud, readOnly: true },
  ),
];
