import { expect } from 'expect';
import { checksOf } from '../../check.js';
import { addScheme, createdStatus, idForm, namesOf, refuses, schemeOf, schemesOf, valuesOf } from './steps.js';

const { outcome, rule } = checksOf('extender', 'schemes');
const document = 'Extender for Jira, Get configuration scheme for custom field (002:76)';

export const schemes = [
  outcome('extenderGetConfigSchemes', 200, 'with the schemes and how far each reaches', async (stage) => {
    const { sandbox, versions, admin } = stage;
    const field = await stage.field('select');
    const own = await stage.context(field, {
      description: 'Example description',
      projectIds: [sandbox.project.id],
      issueTypeIds: [sandbox.issueType.id],
    });
    const { body } = await admin.ask('extenderGetConfigSchemes', 200, { path: { customFieldId: field.id } });
    const has = versions.extender;
    const reach = {
      associatedProjects: [
        { name: expect.any(String), id: idForm(stage, sandbox.project.id), key: sandbox.project.key },
      ],
      issueTypes: [{ name: sandbox.issueType.name, id: String(sandbox.issueType.id) }],
    };
    expect(body.customFieldSchemes).toHaveLength(2);
    expect(body.customFieldSchemes[1]).toEqual({
      name: own.name,
      ...(has.atLeast('2.20') ? { description: 'Example description' } : {}),
      id: idForm(stage, own.id),
      ...(has.atLeast('1.7.2') ? reach : {}),
    });
    const envelope = has.atLeast('4.17') ? { startAt: 0, total: 2, maxResults: expect.any(Number) } : {};
    expect(body).toEqual({ customFieldSchemes: expect.any(Array), ...envelope });
  }),
  rule(
    'a scheme for all issue types says so',
    {
      evidence: 'documented',
      source: document,
      since: { extender: '1.7.2' },
      answers: { 'extender.all-issue-types-form': ['global-entry', 'global-entry-on-global-schemes'] },
    },
    async (stage) => {
      const field = await stage.field('select');
      const { body } = await stage.admin.ask('extenderGetConfigSchemes', 200, { path: { customFieldId: field.id } });
      const id = stage.versions.extender.atLeast('2.20') ? 'global' : 'Global (all issues)';
      expect(body.customFieldSchemes[0]).toMatchObject({
        associatedProjects: [],
        issueTypes: [{ name: 'Global (all issues)', id }],
      });
    },
  ),

  outcome('extenderAddConfigScheme', 200, 'and the scheme has what was asked for', async (stage) => {
    const { sandbox } = stage;
    const field = await stage.field('select');
    const { answer, schemeId } = await addScheme(stage, field, {
      schemeName: 'Of the sandbox',
      schemeDescription: 'Made by a check',
      issueTypes: [sandbox.issueType.name],
      projects: [sandbox.project.key],
    });
    expect(answer.body as unknown).toEqual({
      message: `config scheme id '${schemeId}' created for field '${field.name}'`,
      configSchemeId: idForm(stage, schemeId),
    });
    const has = stage.versions.extender;
    expect(await schemeOf(stage, field, schemeId)).toEqual({
      id: schemeId,
      name: 'Of the sandbox',
      ...(has.atLeast('2.20') ? { description: 'Made by a check' } : {}),
      projects: has.atLeast('1.7.2') ? [sandbox.project.key] : [],
      issueTypes: has.atLeast('1.7.2') ? [sandbox.issueType.name] : [],
    });
  }),
  rule(
    'names and ids of projects and issue types can stand in one list',
    {
      evidence: 'documented',
      source: 'Extender for Jira, Add custom fields scheme (002:340)',
      since: { extender: '1.7.2' },
      projects: 2,
      issueTypes: 2,
    },
    async (stage) => {
      const { sandbox } = stage;
      const field = await stage.field('select');
      const { schemeId } = await addScheme(stage, field, {
        schemeName: stage.name('scheme'),
        issueTypes: [sandbox.issueType.name, String(sandbox.otherIssueType.id)],
        projects: [sandbox.project.key, String(sandbox.otherProject.id)],
      });
      const made = await schemeOf(stage, field, schemeId);
      expect([[...made.projects].sort(), [...made.issueTypes].sort()]).toEqual([
        [sandbox.project.key, sandbox.otherProject.key].sort(),
        [sandbox.issueType.name, sandbox.otherIssueType.name].sort(),
      ]);
    },
  ),
  rule(
    'a scheme for which nothing is given has the documented names',
    {
      evidence: 'documented',
      source: 'Extender for Jira, Add custom fields scheme (002:340)',
      since: { extender: '1.7.2' },
      // The first scheme of a field has the same name.
      answers: { 'extender.scheme-name-unique': 'no' },
    },
    async (stage) => {
      const field = await stage.field('select');
      const { schemeId } = await addScheme(stage, field, { projects: [stage.sandbox.project.key] });
      const made = await schemeOf(stage, field, schemeId);
      const described = stage.versions.extender.atLeast('2.20');
      expect(made).toMatchObject({
        name: `Default Configuration Scheme for ${field.name}`,
        ...(described ? { description: 'Default configuration scheme generated by Extender for JIRA' } : {}),
        issueTypes: [],
      });
    },
  ),
  rule(
    'a new scheme can have values',
    {
      evidence: 'documented',
      source: 'Extender for Jira, Changes since 4.8 (002)',
      since: { extender: '4.8' },
      answers: { 'extender.option-names-on': ['both', 'add-scheme-only'] },
    },
    async (stage) => {
      const field = await stage.field('select', { options: ['red'] });
      const { schemeId } = await addScheme(stage, field, {
        projects: [stage.sandbox.project.key],
        optionNames: ['green', 'blue'],
      });
      expect(namesOf(await valuesOf(stage, schemeId))).toEqual(['green', 'blue']);
      expect(namesOf(await valuesOf(stage, field.contextId))).toEqual(['red']);
    },
  ),
  rule(
    'no scheme is made for an unknown field, project or issue type',
    {
      evidence: 'assumed',
      source: 'extender.unknown-reference',
      since: { extender: '1.6' },
      answers: { 'extender.unknown-reference': 'refused' },
    },
    async (stage) => {
      const { sandbox, admin } = stage;
      const field = await stage.field('select');
      const add = (customFieldId: number, body: object) =>
        admin.send('extenderAddConfigScheme', { path: { customFieldId }, body });
      refuses(stage, await add(stage.unknownId, { projects: [sandbox.project.key] }));
      refuses(stage, await add(field.id, { projects: [sandbox.project.key, 'NOWHERE'] }));
      refuses(stage, await add(field.id, { projects: [sandbox.project.key], issueTypes: ['Nothing of the kind'] }));
      expect(await schemesOf(stage, field)).toHaveLength(1);
    },
  ),

  outcome(
    'extenderAddConfigSchemes',
    200,
    'and all of the schemes are there, with their values',
    async (stage) => {
      const { sandbox } = stage;
      const field = await stage.field('select', { options: ['red'] });
      const { body } = await stage.admin.ask('extenderAddConfigSchemes', createdStatus(stage), {
        path: { customFieldId: field.id },
        body: {
          schemeName: 'In bulk',
          issueTypes: [[], [sandbox.issueType.name]],
          projects: [[sandbox.project.key], [String(sandbox.otherProject.id)]],
          optionNames: [['green', 'blue'], []],
        },
      });
      expect(body).toEqual({ message: `config schemes created for field '${field.name}'` });
      const made = (await schemesOf(stage, field)).slice(1);
      expect(made.map(({ name, projects, issueTypes }) => [name, projects, issueTypes])).toEqual([
        ['In bulk', [sandbox.project.key], []],
        ['In bulk', [sandbox.otherProject.key], [sandbox.issueType.name]],
      ]);
      expect(namesOf(await valuesOf(stage, made[0]?.id ?? 0))).toEqual(['green', 'blue']);
      expect(await valuesOf(stage, made[1]?.id ?? 0)).toEqual([]);
    },
    // All of one bulk share a name.
    { projects: 2, answers: { 'extender.scheme-name-unique': 'no' } },
  ),
  rule(
    'of schemes in bulk none is made where the lists are not equally long, or where one cannot be made',
    {
      evidence: 'assumed',
      source: 'Extender for Jira, Add custom fields schemes in bulk (002:378); extender.bulk-atomic',
      since: { extender: '4.8' },
      answers: { 'extender.bulk-atomic': 'yes', 'extender.unknown-reference': 'refused' },
    },
    async (stage) => {
      const field = await stage.field('select');
      const { key } = stage.sandbox.project;
      const add = (body: object) =>
        stage.admin.send('extenderAddConfigSchemes', { path: { customFieldId: field.id }, body });
      refuses(stage, await add({ issueTypes: [[], []], projects: [[key]], optionNames: [[], []] }));
      refuses(stage, await add({ issueTypes: [[], []], projects: [[key], ['NOWHERE']], optionNames: [[], []] }));
      expect(await schemesOf(stage, field)).toHaveLength(1);
    },
  ),

  outcome('extenderRemoveConfigScheme', 200, 'and the scheme is gone with its values', async (stage) => {
    const field = await stage.field('select');
    const own = await stage.context(field, { projectIds: [stage.sandbox.project.id], options: ['red'] });
    const path = { configSchemeId: own.id };
    const { body } = await stage.admin.ask('extenderRemoveConfigScheme', 200, { path });
    expect(body).toEqual({ message: `config scheme '${own.id}' deleted` });
    expect((await schemesOf(stage, field)).map(({ id }) => id)).toEqual([field.contextId]);
    refuses(stage, await stage.admin.send('extenderRemoveConfigScheme', { path }));
  }),
];
