import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { refuses, says } from './errors.js';
import { documentOf, fieldsOf, issueBody } from './issue-steps.js';

const { outcome, rule } = checksOf('jira-cloud', 'issues');

const readOnly = { readOnly: true } as const;
const inferred = { evidence: 'inferred' } as const;
const known = { evidence: 'documented', source: '003, Create Issue' } as const;

/** A sub-task of an issue. It goes when its parent goes. */
async function subtaskOf({ admin, sandbox }: Stage, parent: string): Promise<string> {
  const fields = {
    project: { id: String(sandbox.project.id) },
    issuetype: { id: String(sandbox.subtaskType?.id) },
    parent: { key: parent },
    summary: 'Below it',
  };
  return (await admin.ask('createIssue', 201, { body: { fields } })).body.key as string;
}

const absent = ({ sandbox }: Stage) => ({ issueIdOrKey: `${sandbox.project.key}-999999999` });

export const issues = [
  outcome('createIssue', 201, 'with its id, key and address', async (stage) => {
    const body = issueBody(stage);
    const entry = stage.makes('issue', body.fields.summary);
    const made = (await stage.admin.ask('createIssue', 201, { body })).body;
    entry.made(made.key as string);
    expect(made).toMatchObject({
      id: expect.stringMatching(/^\d+$/),
      key: expect.stringMatching(new RegExp(`^${stage.sandbox.project.key}-\\d+$`)),
      self: expect.stringMatching(new RegExp(`/issue/${made.id}$`)),
    });
    expect(await fieldsOf(stage, made.key as string)).toMatchObject({
      summary: body.fields.summary,
      project: { key: stage.sandbox.project.key },
      issuetype: { id: String(stage.sandbox.issueType.id) },
    });
  }),
  outcome('createIssue', 400, 'when the summary is missing', async (stage) => {
    const { summary: _, ...fields } = issueBody(stage).fields;
    refuses((await stage.admin.ask('createIssue', 400, { body: { fields } })).body, 'summary');
  }),
  outcome('createIssue', 400, 'when nobody has signed in', async (stage) => {
    const { summary: _, ...fields } = issueBody(stage).fields;
    says(
      (await stage.anonymous.ask('createIssue', 400, { body: { fields } })).body,
      'Anonymous users do not have permission to create issues in this project. Please try logging in first.',
    );
  }),
  outcome('createIssue', 400, 'when a field is on no screen, and names each mistake', async (stage) => {
    const [off, other] = [await stage.field('textfield'), await stage.field('textfield')];
    const { fields } = issueBody(stage);
    const body = { fields: { ...fields, [off.key]: 'Words', [other.key]: 'Words' } };
    const refusal = (await stage.admin.ask('createIssue', 400, { body })).body;
    expect(Object.keys(refusal.errors as object).sort()).toEqual([off.key, other.key].sort());
  }),
  outcome('createIssue', 400, 'when an option is none of the field', async (stage) => {
    const field = await stage.field('select', { options: ['red'] });
    await stage.onScreen(field);
    const { fields } = issueBody(stage);
    const body = { fields: { ...fields, [field.key]: { value: 'green' } } };
    refuses((await stage.admin.ask('createIssue', 400, { body })).body, field.key);
  }),
  outcome(
    'createIssue',
    400,
    'when a sub-task has no parent',
    async (stage) => {
      const fields = { ...issueBody(stage).fields, issuetype: { id: String(stage.sandbox.subtaskType?.id) } };
      refuses((await stage.admin.ask('createIssue', 400, { body: { fields } })).body);
    },
    inferred,
  ),

  outcome('getIssue', 200, 'with only the fields that are asked for', async (stage) => {
    const { key, id } = await stage.issue();
    const asked = async (fields: string) => {
      const { body } = await stage.admin.ask('getIssue', 200, { path: { issueIdOrKey: key }, query: { fields } });
      expect(body).toMatchObject({ id, key });
      return Object.keys(body.fields as object);
    };
    expect(await asked('summary,status')).toEqual(expect.arrayContaining(['summary', 'status']));
    expect(await asked('summary,status')).toHaveLength(2);
    expect(await asked('-summary')).not.toContain('summary');
    expect(await asked('*all,-status')).toContain('summary');
  }),
  outcome('getIssue', 200, 'with names, schemas and what can be edited where asked', async (stage) => {
    const field = await stage.field('select', { options: ['red'] });
    await stage.onScreen(field);
    const { key } = await stage.issue();
    const { body } = await stage.admin.ask('getIssue', 200, {
      path: { issueIdOrKey: key },
      query: { expand: 'names,schema,editmeta' },
    });
    expect(body.names).toMatchObject({ summary: 'Summary', [field.key]: field.name });
    expect(body.schema[field.key]).toMatchObject({ type: 'option', customId: field.id });
    expect(body.editmeta.fields[field.key]).toMatchObject({ allowedValues: [{ value: 'red' }] });
  }),
  outcome(
    'getIssue',
    400,
    'when a flag is neither true nor false',
    async (stage) => {
      const asked = { path: absent(stage), query: { fieldsByKeys: 'perhaps' } };
      refuses((await stage.admin.ask('getIssue', 400, asked)).body);
    },
    { ...readOnly, ...inferred, edge: false },
  ),
  outcome(
    'getIssue',
    404,
    'when there is no such issue',
    async (stage) => {
      refuses((await stage.admin.ask('getIssue', 404, { path: absent(stage) })).body);
    },
    readOnly,
  ),

  outcome('editIssue', 204, 'and the issue has what was given, and keeps the rest', async (stage) => {
    const [number, text] = [await stage.field('float'), await stage.field('textfield')];
    await stage.onScreen(number, text);
    const { key } = await stage.issue({ [number.key]: 1, [text.key]: 'Words' });
    const summary = stage.name('changed');
    const body = { fields: { summary, [number.key]: null } };
    expect((await stage.admin.ask('editIssue', 204, { path: { issueIdOrKey: key }, body })).text).toBe('');
    expect(await fieldsOf(stage, key)).toMatchObject({ summary, [number.key]: null, [text.key]: 'Words' });
  }),
  outcome('editIssue', 204, 'and lists have what was added, and not what was removed', async (stage) => {
    const [list, labels] = [
      await stage.field('multiselect', { options: ['red', 'green', 'blue'] }),
      await stage.field('labels'),
    ];
    await stage.onScreen(list, labels);
    const { key } = await stage.issue({ [list.key]: [{ value: 'red' }, { value: 'green' }], [labels.key]: ['a'] });
    const update = {
      [list.key]: [{ remove: { value: 'red' } }, { add: { value: 'blue' } }],
      [labels.key]: [{ set: ['b'] }, { add: 'c' }],
    };
    await stage.admin.ask('editIssue', 204, { path: { issueIdOrKey: key }, body: { update } });
    const fields = await fieldsOf(stage, key);
    expect(fields[list.key]).toMatchObject([{ value: 'green' }, { value: 'blue' }]);
    expect(fields[labels.key]).toEqual(['b', 'c']);
  }),
  outcome(
    'editIssue',
    200,
    'with the issue if asked for it',
    async (stage) => {
      const { key } = await stage.issue();
      const summary = stage.name('changed');
      const { body } = await stage.admin.ask('editIssue', 200, {
        path: { issueIdOrKey: key },
        query: { returnIssue: true },
        body: { fields: { summary } },
      });
      expect(body).toMatchObject({ key, fields: { summary } });
    },
    { deployment: 'cloud' },
  ),
  outcome('editIssue', 400, 'when a field stands in both fields and update', async (stage) => {
    const { key } = await stage.issue();
    const body = { fields: { summary: 'One' }, update: { summary: [{ set: 'Other' }] } };
    refuses((await stage.admin.ask('editIssue', 400, { path: { issueIdOrKey: key }, body })).body);
  }),
  outcome('editIssue', 400, 'when a value is not of the type of the field, and changes nothing', async (stage) => {
    const field = await stage.field('float');
    await stage.onScreen(field);
    const { key } = await stage.issue({ [field.key]: 1 });
    const body = { fields: { summary: 'Changed', [field.key]: 'many' } };
    refuses((await stage.admin.ask('editIssue', 400, { path: { issueIdOrKey: key }, body })).body, field.key);
    const now = await fieldsOf(stage, key);
    expect(now[field.key]).toBe(1);
    expect(now.summary).not.toBe('Changed');
  }),
  outcome(
    'editIssue',
    403,
    'when an administrator who is no app wants to override the screens',
    async (stage) => {
      const { key } = await stage.issue();
      refuses(
        (
          await stage.admin.ask('editIssue', 403, {
            path: { issueIdOrKey: key },
            query: { overrideScreenSecurity: true },
            body: { fields: { summary: 'Changed' } },
          })
        ).body,
      );
    },
    { deployment: 'cloud' },
  ),
  outcome('editIssue', 404, 'when there is no such issue', async (stage) => {
    const asked = { path: absent(stage), body: { fields: { summary: 'Changed' } } };
    refuses((await stage.admin.ask('editIssue', 404, asked)).body);
  }),

  outcome('deleteIssue', 204, 'and the issue is gone', async (stage) => {
    const { key } = await stage.issue();
    const path = { issueIdOrKey: key };
    expect((await stage.admin.ask('deleteIssue', 204, { path })).text).toBe('');
    await stage.admin.ask('getIssue', 404, { path });
  }),
  outcome('deleteIssue', 204, 'and its sub-tasks are gone too, if asked for', async (stage) => {
    const { key } = await stage.issue();
    const child = await subtaskOf(stage, key);
    const asked = { path: { issueIdOrKey: key }, query: { deleteSubtasks: 'true' } };
    await stage.admin.ask('deleteIssue', 204, asked);
    await stage.admin.ask('getIssue', 404, { path: { issueIdOrKey: child } });
  }),
  rule(
    'a boolean of an address is read in any case',
    { evidence: 'corroborated', source: 'as python3-jira 3.4.1 deletes' },
    async (stage) => {
      const { key } = await stage.issue();
      await stage.admin.ask('deleteIssue', 204, { path: { issueIdOrKey: key }, query: { deleteSubtasks: 'False' } });
      await stage.admin.ask('getIssue', 404, { path: { issueIdOrKey: key } });
    },
  ),
  outcome('deleteIssue', 400, 'when it has sub-tasks, and deletes none', async (stage) => {
    const { key } = await stage.issue();
    const child = await subtaskOf(stage, key);
    refuses((await stage.admin.ask('deleteIssue', 400, { path: { issueIdOrKey: key } })).body);
    expect((await fieldsOf(stage, child)).parent).toMatchObject({ key });
  }),
  outcome('deleteIssue', 404, 'when there is no such issue', async (stage) => {
    refuses((await stage.admin.ask('deleteIssue', 404, { path: absent(stage) })).body);
  }),

  rule(
    'text areas are documents in version 3, and plain text in version 2',
    { ...known, deployment: 'cloud' },
    async (stage) => {
      const field = await stage.field('textarea');
      await stage.onScreen(field);
      const { key } = await stage.issue({ [field.key]: 'One' });
      expect((await fieldsOf(stage, key))[field.key]).toBe('One');
      const third = async () =>
        (await stage.admin.ask('getIssue', 200, { path: { issueIdOrKey: key } })).body.fields[field.key];
      expect(await third()).toMatchObject(documentOf('One'));
      const body = { fields: { [field.key]: documentOf('Two') } };
      await stage.admin.ask('editIssue', 204, { path: { issueIdOrKey: key }, body });
      expect((await fieldsOf(stage, key))[field.key]).toBe('Two');
      const plain = { fields: { [field.key]: 'Three' } };
      await stage.admin.ask('editIssue', 400, { path: { issueIdOrKey: key }, body: plain });
    },
  ),
  rule(
    'a disabled option cannot be chosen, and stays where it is',
    { ...known, ...inferred, deployment: 'cloud' },
    async (stage) => {
      const field = await stage.field('select', { options: ['red', 'green'] });
      await stage.onScreen(field);
      const { key } = await stage.issue({ [field.key]: { value: 'red' } });
      await stage.admin.ask('updateCustomFieldOption', 200, {
        path: { fieldId: field.key, contextId: field.contextId },
        body: { options: [{ id: String(field.option('red')), disabled: true }] },
      });
      expect((await fieldsOf(stage, key))[field.key]).toMatchObject({ value: 'red' });
      const edit = (value: string, status: number) =>
        stage.admin.ask('editIssue', status, {
          path: { issueIdOrKey: key },
          body: { fields: { [field.key]: { value } } },
        });
      await edit('green', 204);
      await edit('red', 400);
      expect((await fieldsOf(stage, key))[field.key]).toMatchObject({ value: 'green' });
    },
  ),
  rule(
    'a deleted context takes the values of its issues along',
    { ...known, ...inferred, deployment: 'cloud' },
    async (stage) => {
      const field = await stage.field('select', { options: ['red'] });
      const own = await stage.context(field, { projectIds: [stage.sandbox.project.id], options: ['blue'] });
      await stage.onScreen(field);
      const { key } = await stage.issue({ [field.key]: { id: String(own.option('blue')) } });
      await stage.admin.ask('deleteCustomFieldContext', 204, { path: { fieldId: field.key, contextId: own.id } });
      expect((await fieldsOf(stage, key))[field.key]).toBeNull();
    },
  ),
];
