import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { refuses, says } from './errors.js';

const { outcome, rule } = checksOf('jira-cloud', 'create-meta');

const readOnly = { readOnly: true } as const;
const tooMany = "Parameter 'maxResults' must not exceed the limit '200'";

interface Meta {
  readonly fieldId: string;
  readonly [property: string]: unknown;
}

const place = ({ sandbox: { project, issueType } }: Stage) => ({
  projectIdOrKey: project.key,
  issueTypeId: issueType.id,
});

async function metasOf(stage: Stage, path = place(stage)): Promise<Meta[]> {
  const query = { maxResults: 200 };
  const { body } = await stage.admin.ask('getCreateIssueMetaIssueTypeId', 200, { path, query });
  return (body.fields ?? body.values) as Meta[];
}

/** What a new issue of the sandbox can have in a field. */
async function metaOf(stage: Stage, { key }: ScratchField, path = place(stage)): Promise<Meta | undefined> {
  return (await metasOf(stage, path)).find(({ fieldId }) => fieldId === key);
}

/** What is said of system fields that a screen can show, and need not. */
const offered: Readonly<Record<string, object>> = {
  priority: {
    operations: ['set'],
    hasDefaultValue: true,
    defaultValue: expect.objectContaining({ id: expect.any(String) }),
  },
  components: { operations: ['add', 'set', 'remove'], allowedValues: expect.any(Array) },
  fixVersions: { operations: ['set', 'add', 'remove'], allowedValues: expect.any(Array) },
  versions: { operations: ['set', 'add', 'remove'], allowedValues: expect.any(Array) },
  environment: { operations: ['set'], hasDefaultValue: false },
  timetracking: { operations: ['set', 'edit'], schema: { type: 'timetracking', system: 'timetracking' } },
  issuelinks: { operations: expect.arrayContaining(['add']), autoCompleteUrl: expect.any(String) },
  duedate: { operations: ['set'], schema: { type: 'date', system: 'duedate' } },
};

export const createMeta = [
  rule(
    'a system field of the screen says what can be done with it, and what it can have',
    {
      evidence: 'recorded',
      source: 'recordings github-threads and atlascode-wiremock',
      readOnly: true,
      since: { jira: '8.4' },
    },
    async (stage) => {
      for (const { fieldId, ...meta } of await metasOf(stage)) {
        if (Object.hasOwn(offered, fieldId)) expect(meta).toMatchObject(offered[fieldId] as object);
      }
    },
  ),
  outcome(
    'getCreateIssueMeta',
    200,
    'with projects and issue types, and fields if asked for',
    async (stage) => {
      const { project, issueType } = stage.sandbox;
      const query = { projectKeys: project.key, issuetypeIds: issueType.id };
      const { body } = await stage.admin.ask('getCreateIssueMeta', 200, { query });
      expect(body.projects).toMatchObject([{ key: project.key, issuetypes: [{ id: String(issueType.id) }] }]);
      expect(body.projects[0].issuetypes).toHaveLength(1);
      expect(body.projects[0].issuetypes[0]).not.toHaveProperty('fields');
      const expand = 'projects.issuetypes.fields';
      const full = await stage.admin.ask('getCreateIssueMeta', 200, { query: { ...query, expand } });
      expect(full.body.projects[0].issuetypes[0].fields).toMatchObject({
        summary: { required: true, name: 'Summary' },
      });
    },
    readOnly,
  ),
  outcome(
    'getCreateIssueMetaIssueTypes',
    200,
    'with the issue types of the project, a page at a time',
    async (stage) => {
      const path = { projectIdOrKey: stage.sandbox.project.key };
      const { body } = await stage.admin.ask('getCreateIssueMetaIssueTypes', 200, { path });
      const types = (body.issueTypes ?? body.values) as { id: string }[];
      expect(types.map(({ id }) => id)).toContain(String(stage.sandbox.issueType.id));
      expect(body).toMatchObject({ startAt: 0, total: types.length });
      const query = { startAt: 1, maxResults: 1 };
      const page = (await stage.admin.ask('getCreateIssueMetaIssueTypes', 200, { path, query })).body;
      expect(page).toMatchObject({ startAt: 1, maxResults: 1, total: types.length });
      expect(page.issueTypes ?? page.values).toMatchObject(types.slice(1, 2));
    },
    readOnly,
  ),
  outcome(
    'getCreateIssueMetaIssueTypes',
    400,
    'when a page is to hold more than 200',
    async (stage) => {
      const asked = { path: { projectIdOrKey: stage.sandbox.project.key }, query: { maxResults: 201 } };
      const { body } = await stage.admin.ask('getCreateIssueMetaIssueTypes', 400, asked);
      expect(body.errorMessages).toEqual([tooMany]);
    },
    readOnly,
  ),
  outcome(
    'getCreateIssueMetaIssueTypes',
    404,
    'when there is no such project',
    async (stage) => {
      const asked = { path: { projectIdOrKey: 'NOSUCHPROJECT' } };
      refuses((await stage.admin.ask('getCreateIssueMetaIssueTypes', 404, asked)).body);
    },
    readOnly,
  ),
  outcome(
    'getCreateIssueMetaIssueTypeId',
    200,
    'with the options that can be chosen, and the default',
    async (stage) => {
      const field = await stage.field('select', { options: ['red', { value: 'green', disabled: true }, 'blue'] });
      await stage.onScreen(field);
      const meta = await metaOf(stage, field);
      // Only Cloud has keys.
      expect(meta?.['key']).toBe(stage.versions.jira.has('cloud') ? field.key : undefined);
      expect(meta).toMatchObject({
        name: field.name,
        required: false,
        hasDefaultValue: false,
        operations: ['set'],
        schema: { type: 'option', customId: field.id },
      });
      expect(meta?.['allowedValues']).toMatchObject([{ value: 'red' }, { value: 'blue' }]);
    },
  ),
  outcome(
    'getCreateIssueMetaIssueTypeId',
    400,
    'when a page is to hold more than 200',
    async (stage) => {
      const asked = { path: place(stage), query: { maxResults: 201 } };
      const { body } = await stage.admin.ask('getCreateIssueMetaIssueTypeId', 400, asked);
      expect(body.errorMessages).toEqual([tooMany]);
    },
    readOnly,
  ),
  outcome(
    'getCreateIssueMetaIssueTypeId',
    404,
    'when there is no such issue type',
    async (stage) => {
      const path = { ...place(stage), issueTypeId: stage.unknownId };
      refuses((await stage.admin.ask('getCreateIssueMetaIssueTypeId', 404, { path })).body);
    },
    readOnly,
  ),

  outcome('getEditIssueMeta', 200, 'with the fields that can be edited, and cascading options', async (stage) => {
    const [on, off] = [
      await stage.field('cascadingselect', { options: [{ value: 'cats', children: ['leo'] }, 'dogs'] }),
      await stage.field('textfield'),
    ];
    await stage.onScreen(on);
    const { key } = await stage.issue();
    const { fields } = (await stage.admin.ask('getEditIssueMeta', 200, { path: { issueIdOrKey: key } })).body;
    expect(fields[on.key]).toMatchObject({ name: on.name, allowedValues: [{ value: 'cats' }, { value: 'dogs' }] });
    expect(fields[on.key].allowedValues[0]).toMatchObject({ children: [{ value: 'leo' }] });
    expect(fields).not.toHaveProperty(off.key);
    expect(fields).toHaveProperty('summary');
  }),
  outcome(
    'getEditIssueMeta',
    400,
    'when a flag is neither true nor false',
    async (stage) => {
      const { key } = await stage.issue();
      const asked = { path: { issueIdOrKey: key }, query: { overrideScreenSecurity: 'perhaps' } };
      refuses((await stage.admin.ask('getEditIssueMeta', 400, asked)).body);
    },
    { evidence: 'inferred', deployment: 'cloud', edge: false },
  ),
  outcome(
    'getEditIssueMeta',
    403,
    'when an administrator who is no app wants to override the screens',
    async (stage) => {
      const { key } = await stage.issue();
      const asked = { path: { issueIdOrKey: key }, query: { overrideScreenSecurity: true } };
      says((await stage.admin.ask('getEditIssueMeta', 403, asked)).body);
    },
    { deployment: 'cloud' },
  ),
  outcome(
    'getEditIssueMeta',
    404,
    'when there is no such issue',
    async (stage) => {
      const path = { issueIdOrKey: `${stage.sandbox.project.key}-999999999` };
      refuses((await stage.admin.ask('getEditIssueMeta', 404, { path })).body);
    },
    readOnly,
  ),

  rule(
    'a page of create metadata says on Data Center whether it is the last',
    {
      evidence: 'recorded',
      source: 'jrjc-resources',
      deployment: 'data-center',
      since: { jira: '8.4' },
      readOnly: true,
    },
    async (stage) => {
      const path = { projectIdOrKey: stage.sandbox.project.key };
      const ask = async (query: { readonly maxResults: number }) =>
        (await stage.admin.ask('getCreateIssueMetaIssueTypes', 200, { path, query })).body;
      expect(await ask({ maxResults: 200 })).toMatchObject({ isLast: true });
      expect(await ask({ maxResults: 0 })).toMatchObject({ isLast: false });
    },
  ),
  rule(
    'an edit does not change the type of an issue',
    { evidence: 'recorded', source: 'atlascode-wiremock' },
    async (stage) => {
      const { key } = await stage.issue();
      const { fields } = (await stage.admin.ask('getEditIssueMeta', 200, { path: { issueIdOrKey: key } })).body;
      expect(fields).toMatchObject({ issuetype: { operations: [] } });
    },
  ),
  rule(
    'a new issue is offered the options of the context of its project, and its default value',
    { evidence: 'inferred', source: '003, Get Create Field Metadata', deployment: 'cloud', projects: 2 },
    async (stage) => {
      const { project, otherProject } = stage.sandbox;
      const field = await stage.field('select', { options: ['red'] });
      const own = await stage.context(field, { projectIds: [project.id], options: ['blue'] });
      await stage.onScreen(field);
      const value = { type: 'option.single', contextId: String(own.id), optionId: String(own.option('blue')) };
      await stage.admin.ask('setDefaultValues', 204, {
        path: { fieldId: field.key },
        body: { defaultValues: [value] },
      });
      expect(await metaOf(stage, field)).toMatchObject({
        allowedValues: [{ value: 'blue' }],
        hasDefaultValue: true,
        defaultValue: { value: 'blue' },
      });
      const elsewhere = await metaOf(stage, field, { ...place(stage), projectIdOrKey: otherProject.key });
      if (elsewhere) expect(elsewhere).toMatchObject({ allowedValues: [{ value: 'red' }], hasDefaultValue: false });
    },
  ),
];
