import type { OperationId } from '@fake-jira/openapi';
import { expect } from 'expect';
import { checksOf, type Check } from '../../check.js';
import { at, goneOption, idsOf, issueWith, listed, newOption, ofApp } from './app-option-steps.js';
import { refuses } from './errors.js';
import { refusedStart } from './refusals.js';
import { nothing, requestOf } from './requests.js';

const { outcome, rule } = checksOf('jira-cloud', 'app-options');

const documented = {
  ...ofApp,
  evidence: 'documented',
  source: '003, Issue Custom Field Options (Apps)',
  deployment: 'cloud',
} as const;

const unknownField = (id: OperationId, status: 400 | 404): Check =>
  outcome(id, status, 'when there is no such field', async (stage) => {
    refuses((await stage.admin.ask(id, status, requestOf(id, nothing(stage)))).body);
  });

const unknownOption = (id: OperationId): Check =>
  outcome(
    id,
    404,
    'when there is no such option',
    async (stage) => {
      const subject = { ...nothing(stage), fieldKey: stage.appField };
      refuses((await stage.admin.ask(id, 404, requestOf(id, subject))).body);
    },
    ofApp,
  );

const properties = { leader: { name: 'Ada', email: 'ada@example.com' }, members: 42 };

export const appOptions = [
  outcome(
    'getAllIssueFieldOptions',
    200,
    'with the options, their properties and their scopes',
    async (stage) => {
      const id = stage.sandbox.project.id;
      const scope = { projects2: [{ id, attributes: ['notSelectable'] }] };
      const option = await newOption(stage, { properties, config: { scope } });
      const found = (await listed(stage, stage.admin, 'getAllIssueFieldOptions')).find((one) => one.id === option.id);
      expect(found).toMatchObject({ value: option.value, properties, config: { scope } });
    },
    ofApp,
  ),
  outcome(
    'getAllIssueFieldOptions',
    200,
    'to the app that provides the field, which is no administrator',
    async (stage) => {
      const option = await newOption(stage, {}, stage.app);
      expect(idsOf(await listed(stage, stage.app, 'getAllIssueFieldOptions'))).toContain(option.id);
    },
    { ...ofApp, roles: ['app'] },
  ),
  unknownField('getAllIssueFieldOptions', 400),

  outcome(
    'createIssueFieldOption',
    200,
    'with the option, which can be chosen in every project',
    async (stage) => {
      const option = await newOption(stage, { properties: { members: 3 } });
      expect(option).toMatchObject({
        id: expect.any(Number),
        value: option.value,
        properties: { members: 3 },
        config: { scope: { projects: [], projects2: [], global: {} } },
      });
      for (const { id } of stage.sandbox.projects) {
        const selectable = await listed(stage, stage.admin, 'getSelectableIssueFieldOptions', { projectId: id });
        expect(idsOf(selectable)).toContain(option.id);
      }
      const got = await stage.admin.ask('getIssueFieldOption', 200, { path: at(stage, option) });
      expect(got.body).toEqual(option);
    },
    ofApp,
  ),
  outcome(
    'createIssueFieldOption',
    400,
    'when a project of its scope is not there',
    async (stage) => {
      const config = { scope: { projects: [stage.unknownId] } };
      const asked = { path: { fieldKey: stage.appField }, body: { value: stage.name('nowhere'), config } };
      refuses((await stage.admin.ask('createIssueFieldOption', 400, asked)).body);
    },
    ofApp,
  ),
  outcome(
    'createIssueFieldOption',
    400,
    'when the value is missing',
    async (stage) => {
      const asked = { path: { fieldKey: stage.appField }, body: {} };
      refuses((await stage.admin.ask('createIssueFieldOption', 400, asked)).body);
    },
    ofApp,
  ),
  unknownField('createIssueFieldOption', 404),

  outcome(
    'getSelectableIssueFieldOptions',
    200,
    'with the options that can be chosen in a project',
    async (stage) => {
      const { project, otherProject } = stage.sandbox;
      const everywhere = await newOption(stage);
      const own = await newOption(stage, { config: { scope: { projects: [project.id] } } });
      const shut = await newOption(stage, { config: { scope: { global: { attributes: ['notSelectable'] } } } });
      const inProject = async (projectId: number) =>
        idsOf(await listed(stage, stage.user, 'getSelectableIssueFieldOptions', { projectId }));
      const [here, there] = [await inProject(project.id), await inProject(otherProject.id)];
      expect(here).toEqual(expect.arrayContaining([everywhere.id, own.id]));
      expect(there).toContain(everywhere.id);
      expect(there).not.toContain(own.id);
      for (const ids of [here, there]) expect(ids).not.toContain(shut.id);
    },
    { ...ofApp, roles: ['user'], projects: 2 },
  ),
  refusedStart(outcome, 'getSelectableIssueFieldOptions', false),
  unknownField('getSelectableIssueFieldOptions', 404),

  outcome(
    'getVisibleIssueFieldOptions',
    200,
    'with the options in whose scope a project is, also those that cannot be chosen',
    async (stage) => {
      const { project, otherProject } = stage.sandbox;
      const own = await newOption(stage, { config: { scope: { projects: [project.id] } } });
      const shut = await newOption(stage, { config: { scope: { global: { attributes: ['notSelectable'] } } } });
      const inProject = async (projectId: number) =>
        idsOf(await listed(stage, stage.user, 'getVisibleIssueFieldOptions', { projectId }));
      expect(await inProject(project.id)).toEqual(expect.arrayContaining([own.id, shut.id]));
      const there = await inProject(otherProject.id);
      expect(there).toContain(shut.id);
      expect(there).not.toContain(own.id);
    },
    { ...ofApp, roles: ['user'], projects: 2 },
  ),
  refusedStart(outcome, 'getVisibleIssueFieldOptions', false),
  unknownField('getVisibleIssueFieldOptions', 404),

  outcome(
    'getIssueFieldOption',
    200,
    'with the option',
    async (stage) => {
      const option = await newOption(stage, { properties });
      const { body } = await stage.admin.ask('getIssueFieldOption', 200, { path: at(stage, option) });
      expect(body).toMatchObject({ id: option.id, value: option.value, properties });
    },
    ofApp,
  ),
  unknownField('getIssueFieldOption', 400),
  unknownOption('getIssueFieldOption'),

  outcome(
    'updateIssueFieldOption',
    200,
    'with the option as it is now',
    async (stage) => {
      const { id } = await newOption(stage, { properties });
      const value = stage.name('renamed');
      const asked = { path: at(stage, { id }), body: { id, value, properties: { members: 1 } } };
      const { body } = await stage.admin.ask('updateIssueFieldOption', 200, asked);
      expect(body).toMatchObject({ id, value, properties: { members: 1 } });
      expect(body.properties).not.toHaveProperty('leader');
      const got = await stage.admin.ask('getIssueFieldOption', 200, { path: at(stage, { id }) });
      expect(got.body).toEqual(body);
    },
    ofApp,
  ),
  outcome(
    'updateIssueFieldOption',
    200,
    'with an option that it makes where there is none of that id',
    async (stage) => {
      const { id } = await goneOption(stage);
      const value = stage.name('made');
      stage.makes('app-option', value).made(`${stage.appField}/${id}`);
      const asked = { path: at(stage, { id }), body: { id, value } };
      expect((await stage.admin.ask('updateIssueFieldOption', 200, asked)).body).toMatchObject({ id, value });
      expect(idsOf(await listed(stage, stage.admin, 'getAllIssueFieldOptions'))).toContain(id);
    },
    ofApp,
  ),
  outcome(
    'updateIssueFieldOption',
    400,
    'when the id of the body is another than that of the address',
    async (stage) => {
      const [one, other] = [await newOption(stage), await newOption(stage)];
      const asked = { path: at(stage, one), body: { id: other.id, value: 'Renamed' } };
      refuses((await stage.admin.ask('updateIssueFieldOption', 400, asked)).body);
      const got = await stage.admin.ask('getIssueFieldOption', 200, { path: at(stage, other) });
      expect(got.body).toMatchObject({ value: other.value });
    },
    ofApp,
  ),
  unknownField('updateIssueFieldOption', 404),

  outcome(
    'deleteIssueFieldOption',
    204,
    'and the option is gone',
    async (stage) => {
      const option = await newOption(stage);
      expect((await stage.admin.ask('deleteIssueFieldOption', 204, { path: at(stage, option) })).text).toBe('');
      await stage.admin.ask('getIssueFieldOption', 404, { path: at(stage, option) });
      expect(idsOf(await listed(stage, stage.admin, 'getAllIssueFieldOptions'))).not.toContain(option.id);
    },
    ofApp,
  ),
  outcome(
    'deleteIssueFieldOption',
    400,
    'when the id of the option is no number',
    async (stage) => {
      const path = { fieldKey: stage.appField, optionId: 'aurora' };
      refuses((await stage.admin.ask('deleteIssueFieldOption', 400, { path })).body);
    },
    { ...ofApp, evidence: 'inferred', answers: { 'jira.non-numeric-id': '400' } },
  ),
  unknownField('deleteIssueFieldOption', 404),
  unknownOption('deleteIssueFieldOption'),
  outcome(
    'deleteIssueFieldOption',
    409,
    'when an issue has the option',
    async (stage) => {
      const option = await newOption(stage);
      await issueWith(stage, option);
      refuses((await stage.admin.ask('deleteIssueFieldOption', 409, { path: at(stage, option) })).body);
      await stage.admin.ask('getIssueFieldOption', 200, { path: at(stage, option) });
    },
    ofApp,
  ),

  rule(
    'options of an app are numbered by field, and each by its own id',
    { ...documented, evidence: 'documented' },
    async (stage) => {
      const [one, other] = [await newOption(stage), await newOption(stage)];
      expect(other.id).not.toBe(one.id);
      expect(idsOf(await listed(stage, stage.admin, 'getAllIssueFieldOptions', { maxResults: 1 }))).toEqual(
        expect.arrayContaining([one.id, other.id]),
      );
    },
  ),
  rule('an app writes the options of its own field', { ...documented, roles: ['app'] }, async (stage) => {
    const { id } = await newOption(stage, {}, stage.app);
    const path = at(stage, { id });
    const value = stage.name('by the app');
    await stage.app.ask('updateIssueFieldOption', 200, { path, body: { id, value } });
    expect((await stage.app.ask('getIssueFieldOption', 200, { path })).body).toMatchObject({ id, value });
    await stage.app.ask('deleteIssueFieldOption', 204, { path });
  }),
];
