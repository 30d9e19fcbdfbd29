import type { TestUser } from '../support/jira.js';
import { builtInFieldTypes, searcherKeys } from '../support/field-types.js';
import {
  fieldNamed,
  fieldPath,
  listeningJira,
  newField,
  onlyContextOf,
  read,
  refusalOf,
  type Page,
} from '../support/field-steps.js';

const module = 'com.atlassian.jira.plugin.system.customfieldtypes';

interface FieldJson {
  readonly id: string;
  readonly name: string;
  readonly custom: boolean;
}

describe('a new field', () => {
  it.each(builtInFieldTypes)('of the type %s is a value of %j', async (type, schema, searchers) => {
    const jira = await listeningJira();
    for (const searcher of searchers) {
      const name = `Field with ${searcher}`;
      const answer = await jira.admin.post(fieldPath, {
        name,
        description: 'Words',
        type: `${module}:${type}`,
        searcherKey: `${module}:${searcher}`,
      });
      const { id } = answer.body as FieldJson;
      expect([answer.status, answer.body]).toEqual([
        201,
        {
          id: expect.stringMatching(/^customfield_\d+$/) as unknown,
          key: id,
          name,
          untranslatedName: name,
          custom: true,
          orderable: true,
          navigable: true,
          searchable: true,
          clauseNames: [`cf[${id.replace('customfield_', '')}]`, name],
          schema: { ...schema, custom: `${module}:${type}`, customId: Number(id.replace('customfield_', '')) },
        },
      ]);
      const found = await read<Page<object>>(jira.admin, `${fieldPath}/search?id=${id}&expand=searcherKey`);
      expect(found.values).toMatchObject([{ name, description: 'Words', searcherKey: `${module}:${searcher}` }]);
    }
  });

  it.each(builtInFieldTypes)(
    'of the type %s cannot have a searcher of another type',
    async (type, _schema, searchers) => {
      const jira = await listeningJira();
      const before = jira.root;
      for (const searcher of searcherKeys.filter((key) => !searchers.includes(key))) {
        const answer = await jira.admin.post(fieldPath, {
          name: 'Odd',
          type: `${module}:${type}`,
          searcherKey: `${module}:${searcher}`,
        });
        expect(refusalOf(answer)).toEqual([400, 'searcherKey is invalid for the field type.']);
      }
      expect(jira.root).toBe(before);
    },
  );

  it('cannot be searched by its values without a searcher', async () => {
    const jira = await listeningJira();
    const { body } = await jira.admin.post(fieldPath, { name: 'Dull', type: `${module}:textfield` });
    expect(body).toMatchObject({ searchable: false });
  });

  it('starts with one context, which applies to all projects and issue types', async () => {
    const jira = await listeningJira();
    const id = await newField(jira);
    const { values } = await read<Page<object>>(jira.admin, `${fieldPath}/${id}/context`);
    expect(values).toMatchObject([{ isGlobalContext: true, isAnyIssueType: true }]);
  });

  it.each([
    [
      'a type that no app brings',
      { name: 'Odd', type: `${module}:nonsense` },
      `The custom field type '${module}:nonsense' is not known.`,
    ],
    [
      'a name of nothing but spaces',
      { name: ' \t', type: `${module}:select` },
      'The name of the custom field must not be empty.',
    ],
    [
      'a name of 256 characters',
      { name: 'x'.repeat(256), type: `${module}:select` },
      'The name of the custom field has 256 characters, 255 are allowed.',
    ],
    ['no type', { name: 'Odd' }, 'type is required.'],
    ['no name', { type: `${module}:select` }, 'name is required.'],
    [
      'a property that Jira does not know',
      { name: 'Odd', type: `${module}:select`, colour: 'red' },
      'unknown property "colour".',
    ],
  ])('cannot have %s', async (_what, body, sentence) => {
    const jira = await listeningJira();
    const before = jira.root;
    expect(refusalOf(await jira.admin.post(fieldPath, body))).toEqual([400, sentence]);
    expect(jira.root).toBe(before);
  });

  it('has its name without the spaces around it, and 255 characters are allowed', async () => {
    const jira = await listeningJira();
    const answer = await jira.admin.post(fieldPath, { name: ` ${'x'.repeat(255)} `, type: `${module}:select` });
    expect([answer.status, (answer.body as FieldJson).name]).toEqual([201, 'x'.repeat(255)]);
  });

  it('is made by an administrator', async () => {
    const jira = await listeningJira();
    const field = { name: 'Mine', type: `${module}:select` };
    expect(refusalOf(await jira.bob.post(fieldPath, field))).toEqual([403, 'Only Jira administrators can do this.']);
    expect((await jira.anonymous.post(fieldPath, field)).status).toBe(401);
  });
});

describe('a change of a field', () => {
  it('concerns what is given and leaves the rest', async () => {
    const jira = await listeningJira();
    const id = await newField(jira, 'float', { name: 'Weight', description: 'In kilograms' });
    const shown = async () =>
      (await read<Page<object>>(jira.admin, `${fieldPath}/search?id=${id}&expand=searcherKey`)).values[0];
    await jira.admin.put(`${fieldPath}/${id}`, { name: 'Mass' });
    expect(await shown()).toMatchObject({ name: 'Mass', description: 'In kilograms' });
    await jira.admin.put(`${fieldPath}/${id}`, { description: '' });
    expect(await shown()).toMatchObject({ name: 'Mass', description: '' });
    const answer = await jira.admin.put(`${fieldPath}/${id}`, { searcherKey: `${module}:exactnumber` });
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(await shown()).toMatchObject({ name: 'Mass', searcherKey: `${module}:exactnumber` });
  });

  it.each([
    [
      'a searcher of another type',
      { searcherKey: `${module}:textsearcher` },
      'searcherKey is invalid for the field type.',
    ],
    ['an empty name', { name: '' }, 'The name of the custom field must not be empty.'],
    [
      'a description of 40,001 characters',
      { description: 'x'.repeat(40_001) },
      'The description of the custom field has 40001 characters, 40000 are allowed.',
    ],
  ])('cannot be %s', async (_what, change, sentence) => {
    const jira = await listeningJira();
    const id = await newField(jira, 'float');
    const before = jira.root;
    expect(refusalOf(await jira.admin.put(`${fieldPath}/${id}`, change))).toEqual([400, sentence]);
    expect(jira.root).toBe(before);
  });

  it('is refused for a locked field', async () => {
    const jira = await listeningJira();
    const id = fieldNamed(jira, 'Approvers');
    const answer = await jira.admin.put(`${fieldPath}/${id}`, { name: 'Mine' });
    expect(refusalOf(answer)).toEqual([400, `The custom field '${id}' is locked and cannot be changed.`]);
  });

  it('needs a custom field', async () => {
    const jira = await listeningJira();
    for (const id of ['customfield_99999', 'summary', 'nonsense']) {
      const answer = await jira.admin.put(`${fieldPath}/${id}`, { name: 'Mine' });
      expect(refusalOf(answer)).toEqual([404, 'The custom field was not found.']);
    }
  });

  it('is done by an administrator', async () => {
    const jira = await listeningJira();
    const answer = await jira.bob.put(`${fieldPath}/${fieldNamed(jira, 'Browsers')}`, { name: 'Mine' });
    expect(refusalOf(answer)).toEqual([403, 'Only Jira administrators can edit custom fields.']);
  });
});

describe('the list of all fields', () => {
  it('has the system fields and the custom fields, but none of the trash', async () => {
    const jira = await listeningJira();
    const fields = await read<FieldJson[]>(jira.admin, fieldPath);
    const ids = fields.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'summary',
        'description',
        'issuetype',
        'project',
        'status',
        fieldNamed(jira, 'Browsers'),
      ]),
    );
    expect(ids).not.toContain(fieldNamed(jira, 'Old rating'));
    for (const { id, custom } of fields) expect(custom).toBe(id.startsWith('customfield_'));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has a field as soon as it was made, under the same id everywhere', async () => {
    const jira = await listeningJira();
    const id = await newField(jira);
    const contextId = await onlyContextOf(jira, id);
    expect((await read<FieldJson[]>(jira.admin, fieldPath)).map((field) => field.id)).toContain(id);
    expect((await read<Page<FieldJson>>(jira.admin, `${fieldPath}/search?id=${id}`)).total).toBe(1);
    expect((await read<Page<{ id: number }>>(jira.admin, `${fieldPath}/${id}/contexts`)).values).toMatchObject([
      { id: Number(contextId) },
    ]);
  });

  it('is listed for everybody where a project uses it, else for administrators only', async () => {
    const jira = await listeningJira({ answers: { 'jira.new-field-context': 'none' } });
    const unused = await newField(jira);
    const ids = async (user: TestUser) => (await read<{ id: string }[]>(user, fieldPath)).map(({ id }) => id);
    expect(await ids(jira.admin)).toContain(unused);
    for (const user of [jira.bob, jira.anonymous]) {
      expect(await ids(user)).toContain(fieldNamed(jira, 'Browsers'));
      expect(await ids(user)).not.toContain(unused);
    }
  });
});
