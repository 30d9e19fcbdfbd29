import { expect } from 'expect';
import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { isLike, type Freedom } from '../example-shape.js';
import { replay, type Replays } from '../example-replay.js';
import { fieldsOf, issueBody } from './issue-steps.js';

interface Values {
  readonly fields: Readonly<Record<string, unknown>>;
}
interface Meta {
  readonly name: string;
  readonly operations: readonly string[];
  readonly allowedValues: readonly { readonly value: string }[];
}

/** Names of fields of an example that are custom fields, in order. */
const customOf = ({ fields }: Values) => Object.keys(fields).filter((key) => key.startsWith('customfield_'));

/**
 * A field on the screen that takes a value as an example has it: a number, a date as somebody in the document writes it,
 * ids of options.
 */
async function fieldFor(stage: Stage, value: unknown): Promise<{ field: ScratchField; value: unknown }> {
  const isList = Array.isArray(value);
  const type = typeof value === 'number' ? 'float' : isList ? 'multiselect' : 'textfield';
  const field = await stage.field(type, isList ? { options: value as string[] } : {});
  await stage.onScreen(field);
  return { field, value: isList ? field.options.map(({ id }) => ({ id: String(id) })) : value };
}

/** The custom fields of an example under keys of the target. */
async function custom(stage: Stage, example: Values): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const key of customOf(example)) {
    const { field, value } = await fieldFor(stage, example.fields[key]);
    values[field.key] = value;
  }
  return values;
}

/** Makes the issue of an example. */
async function created(stage: Stage, example?: Values) {
  const { project, issuetype, summary } = issueBody(stage).fields;
  const values = example ? await custom(stage, example) : {};
  const fields = { project, issuetype, summary, ...values };
  const entry = stage.makes('issue', summary);
  const made = (await stage.admin.ask('createIssue', 201, { body: { fields } })).body;
  entry.made(made.key as string);
  return { fields, values, made };
}

/** The multi-select list of the examples on the screen; how it is shown. */
async function listOf(stage: Stage, { allowedValues }: Meta) {
  const options = allowedValues.map(({ value }) => value);
  const field = await stage.field('multiselect', { name: 'My Multi Select', options });
  await stage.onScreen(field);
  return field;
}

/** What is shown of a field: that of the example, of the same options. */
function isMeta(example: Meta, shown: unknown, field: ScratchField): void {
  isLike(example, shown, { ...ofMeta, same: ['value', 'required', 'hasDefaultValue', 'type', 'items', 'custom'] });
  expect(shown).toMatchObject({
    name: field.name,
    schema: { customId: field.id },
    // An issue may offer more of them, in another order.
    operations: expect.arrayContaining(['set', 'add']),
    allowedValues: field.options.map(({ id, value }) => ({ id: String(id), value })),
  });
}

const ofMeta: Freedom = {
  additional: ['self', 'disabled', 'fieldId'],
  absent: ['key', 'hasDefaultValue', 'defaultValue'],
};

const own = ({ project, issueType }: Stage['sandbox']) => ({ projectIdOrKey: project.key, issueTypeId: issueType.id });

const readOnly = { readOnly: true } as const;
const ofType: Freedom = { additional: 'any', absent: ['hierarchyLevel', 'avatarId', 'description'] };

/** On Cloud a page of these has its entries under a name, on Data Center under `values`. */
const cloud = { deployment: 'cloud' } as const;

/** Examples about issues, and what they can have. */
export const issueReplays: Replays = {
  'createIssue request': replay<Values>(async (stage, example) => {
    const { values, made } = await created(stage, example);
    expect(Object.keys(values)).toHaveLength(customOf(example).length);
    expect(await fieldsOf(stage, made.key as string)).toMatchObject(values);
  }),
  'createIssue 201': replay<object>(async (stage, example) => {
    const { made } = await created(stage);
    isLike(example, made, { additional: ['transition'] });
    expect(made.self).toMatch(new RegExp(`/issue/${made.id}$`));
    expect(made.key).toMatch(new RegExp(`^${stage.sandbox.project.key}-\\d+$`));
  }),
  'getIssue 200': replay<Values>(async (stage, example) => {
    const field = await stage.field('textfield');
    await stage.onScreen(field);
    const { key, id } = await stage.issue();
    const { body } = await stage.admin.ask('getIssue', 200, { path: { issueIdOrKey: key } });
    const { customfield_10001: without, ...fields } = example.fields;
    // The document shows three of the fields, one of them without a value.
    isLike({ ...example, fields }, body, { additional: 'any' });
    expect(body).toMatchObject({ id, key, fields: { [field.key]: without } });
    expect(body.fields.project).toMatchObject({ key: stage.sandbox.project.key });
  }),
  'editIssue request': replay<Values & { readonly update: object }>(async (stage, example) => {
    const labels = await stage.field('labels');
    await stage.onScreen(labels);
    const { key } = await stage.issue({ [labels.key]: ['blocker'] });
    const values = await custom(stage, example);
    const { summary } = example.fields;
    // The system field of labels need not be on the screen, a field of labels is.
    const update = JSON.parse(JSON.stringify(example.update).replace('"labels"', `"${labels.key}"`)) as object;
    await stage.admin.ask('editIssue', 204, {
      path: { issueIdOrKey: key },
      body: { fields: { summary, ...values }, update },
    });
    expect(await fieldsOf(stage, key)).toMatchObject({ summary, ...values, [labels.key]: ['triaged'] });
  }),
  'getCreateIssueMeta 200': replay<{
    readonly projects: readonly [{ issuetypes: readonly [{ fields: Record<string, Meta> }] }];
  }>(async (stage, example) => {
    const { project, issueType } = stage.sandbox;
    const [{ issuetypes }] = example.projects;
    const [{ fields, ...type }] = issuetypes;
    const [meta] = Object.values(fields) as [Meta];
    const field = await listOf(stage, meta);
    const query = { projectKeys: project.key, issuetypeIds: issueType.id, expand: 'projects.issuetypes.fields' };
    const { body } = await stage.admin.ask('getCreateIssueMeta', 200, { query });
    const [one] = body.projects;
    isLike({ projects: [{ ...example.projects[0], issuetypes: [type] }] }, body, ofType);
    expect(one).toMatchObject({ key: project.key, issuetypes: [{ id: String(issueType.id), name: issueType.name }] });
    isMeta(meta, one.issuetypes[0].fields[field.key], field);
  }),
  'getCreateIssueMetaIssueTypes 200': replay<object>(
    async (stage, example) => {
      const { projectIdOrKey } = own(stage.sandbox);
      const { body } = await stage.admin.ask('getCreateIssueMetaIssueTypes', 200, { path: { projectIdOrKey } });
      isLike(example, body, { ...ofType, same: ['startAt'] });
      const { id, name } = stage.sandbox.issueType;
      expect(body.issueTypes).toContainEqual(expect.objectContaining({ id: String(id), name, subtask: false }));
    },
    { ...cloud, ...readOnly },
  ),
  'getCreateIssueMetaIssueTypeId 200': replay<{ readonly fields: readonly [Meta & { readonly fieldId: string }] }>(
    async (stage, example) => {
      const { fields, ...page } = example;
      const field = await listOf(stage, fields[0]);
      const path = own(stage.sandbox);
      const { body } = await stage.admin.ask('getCreateIssueMetaIssueTypeId', 200, {
        path,
        query: { maxResults: 200 },
      });
      isLike(page, body, { additional: 'any', same: ['startAt'] });
      const found = (body.fields as { fieldId: string }[]).find(({ fieldId }) => fieldId === field.key);
      isMeta(fields[0], found, field);
    },
    cloud,
  ),
  'getEditIssueMeta 200': replay<{ readonly fields: Readonly<Record<string, Meta>> }>(async (stage, example) => {
    const [meta] = Object.values(example.fields) as [Meta];
    const field = await listOf(stage, meta);
    const { key } = await stage.issue();
    const { body } = await stage.admin.ask('getEditIssueMeta', 200, { path: { issueIdOrKey: key } });
    isMeta(meta, body.fields[field.key], field);
  }),
};
