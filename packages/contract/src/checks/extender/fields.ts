import { expect } from 'expect';
import { checksOf } from '../../check.js';
import { builtInType } from '../../stage/scratch.js';
import { listed } from './listed-fields.js';
import { addField, deletedLabel, idForm, namesOf, refuses, schemesOf, valuesOf } from './steps.js';

const { outcome, rule } = checksOf('extender', 'fields');

export const fields = [
  outcome('extenderGetFields', 200, 'with a field, its type and its key', async (stage) => {
    const field = await stage.field('multicheckboxes', { description: 'Made by a check' });
    const found = await listed(stage, field.name);
    const { extender: has, jira } = stage.versions;
    const counted = has.atLeast('1.65') && jira.atLeast('8.16');
    const described = has.atLeast('2.20') && stage.answer('extender.all-description') === 'present';
    expect(found).toEqual({
      ...(counted ? { issuesWithValue: 0, lastValueUpdate: 'never' } : {}),
      name: field.name,
      id: idForm(stage, field.id),
      type: 'Checkboxes',
      key: builtInType('multicheckboxes'),
      ...(described ? { description: 'Made by a check' } : {}),
    });
  }),
  outcome(
    'extenderGetFields',
    200,
    'with the page that is asked for and the total of all',
    async (stage) => {
      await stage.field('select');
      await stage.field('select');
      const { body } = await stage.admin.ask('extenderGetFields', 200, { query: { startAt: 1, maxResults: 1 } });
      expect(body).toMatchObject({ startAt: 1, maxResults: 1, customFields: [expect.any(Object)] });
      expect(body.total).toBeGreaterThanOrEqual(2);
    },
    { since: { extender: '4.17' } },
  ),
  rule(
    'issues with a value and its last change follow the issues of Jira',
    {
      evidence: 'documented',
      source: 'Extender for Jira, Changes since 1.65 (002)',
      since: { extender: '1.65', jira: '8.16' },
    },
    async (stage) => {
      const field = await stage.field('textfield');
      await stage.onScreen(field);
      const issue = await stage.issue({ [field.key]: 'first' });
      const after = await listed(stage, field.name);
      expect(after).toMatchObject({ issuesWithValue: 1, lastValueUpdate: expect.any(Number) });
      await stage.admin.raw('PUT', `/rest/api/2/issue/${issue.key}`, { body: { fields: { [field.key]: null } } });
      expect(await listed(stage, field.name)).toMatchObject({
        issuesWithValue: 0,
        lastValueUpdate: expect.any(Number),
      });
    },
  ),

  outcome(
    'extenderAddField',
    200,
    'and the field is there with its scheme',
    async (stage) => {
      const { sandbox } = stage;
      const added = await addField(stage, {
        schemeName: 'Of the sandbox',
        schemeDescription: 'Of a check',
        projects: [sandbox.project.key],
        issueTypes: [sandbox.issueType.name],
      });
      expect(added.answer.body as unknown).toEqual({
        customFieldId: `customfield_${added.id}`,
        configSchemeId: idForm(stage, added.schemeId),
        message: `custom field '${added.name}' created`,
      });
      const has = stage.versions.extender;
      expect(await schemesOf(stage, added)).toEqual([
        {
          id: added.schemeId,
          name: 'Of the sandbox',
          ...(has.atLeast('2.20') ? { description: 'Of a check' } : {}),
          projects: has.atLeast('1.7.2') ? [sandbox.project.key] : [],
          issueTypes: has.atLeast('1.7.2') ? [sandbox.issueType.name] : [],
        },
      ]);
    },
    { answers: { 'extender.create-status': '200' } },
  ),
  outcome(
    'extenderAddField',
    200,
    'and the field is there with its values',
    async (stage) => {
      const added = await addField(stage, { optionNames: ['OPTION_A', 'OPTION_B'] });
      expect(namesOf(await valuesOf(stage, added.schemeId))).toEqual(['OPTION_A', 'OPTION_B']);
    },
    {
      since: { extender: '4.8' },
      answers: { 'extender.create-status': '200', 'extender.option-names-on': ['both', 'add-field-only'] },
    },
  ),
  outcome(
    'extenderAddField',
    200,
    'with one scheme for everything where nothing else is asked for',
    async (stage) => {
      const added = await addField(stage, {});
      expect(await schemesOf(stage, added)).toMatchObject([
        { id: added.schemeId, name: `Default Configuration Scheme for ${added.name}`, projects: [], issueTypes: [] },
      ]);
      const { body } = await stage.admin.raw('GET', '/rest/api/2/field');
      expect(body).toContainEqual(expect.objectContaining({ id: `customfield_${added.id}`, name: added.name }));
    },
    { answers: { 'extender.create-status': '200' } },
  ),
  rule(
    'no field is made without a name, a description or a known type',
    { evidence: 'documented', source: 'Extender for Jira, Add custom fields (002:356)', since: { extender: '1.6' } },
    async (stage) => {
      const name = stage.name('Field');
      const whole = { fieldName: name, fieldDescription: 'x', fieldTypeKey: builtInType('select') };
      const wrong = [
        { ...whole, fieldName: undefined },
        { ...whole, fieldName: ' ' },
        { ...whole, fieldDescription: undefined },
        { ...whole, fieldTypeKey: undefined },
        { ...whole, fieldTypeKey: 'nobody:nothing' },
      ];
      for (const body of wrong) refuses(stage, await stage.admin.send('extenderAddField', { body }));
      expect(await listed(stage, name)).toBeUndefined();
    },
  ),

  outcome('extenderDeleteFields', 200, 'by name and by id in one list', async (stage) => {
    const one = await stage.field('select');
    const other = await stage.field('textfield');
    const { body } = await stage.admin.ask('extenderDeleteFields', 200, {
      body: { customField: [one.name, String(other.id)] },
    });
    const deleted = [one, other].map((field) => deletedLabel(stage, field));
    expect(body).toEqual({ message: 'custom fields deleted', skipped: [], deleted });
    expect([await listed(stage, one.name), await listed(stage, other.name)]).toEqual([undefined, undefined]);
  }),
  outcome('extenderDeleteFields', 200, 'with what is not there, which is skipped', async (stage) => {
    const field = await stage.field('select');
    const unknown = String(stage.unknownId);
    const { body } = await stage.admin.ask('extenderDeleteFields', 200, {
      body: { customField: [unknown, field.name] },
    });
    expect(body).toEqual({
      message: 'custom fields deleted, some custome fields skipped',
      skipped: [unknown],
      deleted: [expect.stringContaining(field.name)],
    });
    expect(await listed(stage, field.name)).toBeUndefined();
  }),

  outcome(
    'extenderGetFieldTypes',
    200,
    'with the types that a field can have',
    async (stage) => {
      const { body } = await stage.admin.ask('extenderGetFieldTypes', 200);
      const descriptor = stage.versions.extender.atLeast('2.20') ? { descriptorKey: 'multicheckboxes' } : {};
      expect(body.customFieldTypes).toContainEqual({
        name: 'Checkboxes',
        description: expect.any(String),
        ...descriptor,
        key: builtInType('multicheckboxes'),
      });
    },
    { readOnly: true },
  ),

  outcome('extenderGetScreens', 200, 'with the screens and tabs on which a field stands', async (stage) => {
    const field = await stage.field('select');
    const none = await stage.admin.ask('extenderGetScreens', 200, { path: { customFieldId: field.id } });
    expect(none.body).toEqual({ screens: [], startAt: 0, total: 0, maxResults: expect.any(Number) });
    await stage.onScreen(field);
    const { body } = await stage.admin.ask('extenderGetScreens', 200, { path: { customFieldId: field.id } });
    expect(body.total).toBeGreaterThanOrEqual(1);
    expect(body.screens[0]).toEqual({
      tabId: expect.any(Number),
      tabName: expect.any(String),
      name: expect.any(String),
      description: expect.any(String),
      tabPosition: 0,
      id: expect.any(Number),
    });
  }),
];
