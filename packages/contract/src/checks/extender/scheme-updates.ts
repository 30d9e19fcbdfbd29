import { expect } from 'expect';
import { checksOf, type RuleFacts } from '../../check.js';
import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { refuses, schemeOf, schemesOf } from './steps.js';

const { outcome, rule } = checksOf('extender', 'scheme-updates');
const since42: RuleFacts = {
  evidence: 'documented',
  source: 'Extender for Jira, Update custom fields schemes (002:405)',
  since: { extender: '4.2' },
  projects: 2,
  issueTypes: 2,
};

/** A field with a scheme of its own for the first project and issue type of the sandbox. */
async function narrowed(stage: Stage): Promise<{ field: ScratchField; schemeId: number }> {
  const { sandbox } = stage;
  const field = await stage.field('select');
  const { id } = await stage.context(field, {
    name: 'Before',
    description: 'As it was',
    projectIds: [sandbox.project.id],
    issueTypeIds: [sandbox.issueType.id],
  });
  return { field, schemeId: id };
}

const update = (stage: Stage, configSchemeId: number, body: object, query: Record<string, string> = {}) =>
  stage.admin.ask('extenderUpdateConfigScheme', 200, { path: { configSchemeId }, query, body });

export const schemeUpdates = [
  outcome(
    'extenderUpdateConfigScheme',
    200,
    'and the scheme has what is given in place of what it had',
    async (stage) => {
      const { sandbox } = stage;
      const { field, schemeId } = await narrowed(stage);
      const { body } = await update(stage, schemeId, {
        schemeName: 'After',
        schemeDescription: 'As it is',
        projects: [sandbox.otherProject.key],
        issueTypes: [String(sandbox.otherIssueType.id)],
      });
      expect(body).toEqual({ message: `config scheme id '${schemeId}' was changed` });
      const described = stage.versions.extender.atLeast('2.20');
      expect(await schemeOf(stage, field, schemeId)).toEqual({
        id: schemeId,
        name: 'After',
        ...(described ? { description: 'As it is' } : {}),
        projects: [sandbox.otherProject.key],
        issueTypes: [sandbox.otherIssueType.name],
      });
    },
    { since: { extender: '4.2' }, projects: 2, issueTypes: 2 },
  ),
  rule('what an update leaves out stays: projects and issue types each on their own', since42, async (stage) => {
    const { sandbox } = stage;
    const { field, schemeId } = await narrowed(stage);
    await update(stage, schemeId, { schemeName: 'After', projects: [sandbox.otherProject.key] });
    expect(await schemeOf(stage, field, schemeId)).toMatchObject({
      projects: [sandbox.otherProject.key],
      issueTypes: [sandbox.issueType.name],
    });
    await update(stage, schemeId, { schemeName: 'After', issueTypes: [sandbox.otherIssueType.name] });
    expect(await schemeOf(stage, field, schemeId)).toMatchObject({
      projects: [sandbox.otherProject.key],
      issueTypes: [sandbox.otherIssueType.name],
    });
  }),
  rule('an empty list of issue types means all of them', since42, async (stage) => {
    const { field, schemeId } = await narrowed(stage);
    await update(stage, schemeId, { schemeName: 'Before', issueTypes: [] });
    expect(await schemeOf(stage, field, schemeId)).toMatchObject({
      projects: [stage.sandbox.project.key],
      issueTypes: [],
    });
  }),
  rule('an empty list of projects means all of them', since42, async (stage) => {
    const field = await stage.field('select');
    const path = { configSchemeId: field.contextId };
    const { project } = stage.sandbox;
    await stage.admin.ask('extenderUpdateConfigScheme', 200, { path, body: { projects: [project.key] } });
    expect((await schemeOf(stage, field, field.contextId)).projects).toEqual([project.key]);
    await stage.admin.ask('extenderUpdateConfigScheme', 200, { path, body: { projects: [] } });
    expect((await schemeOf(stage, field, field.contextId)).projects).toEqual([]);
  }),
  rule('keepExistingConfigurations adds to what there is', since42, async (stage) => {
    const { sandbox } = stage;
    const { field, schemeId } = await narrowed(stage);
    await update(
      stage,
      schemeId,
      { projects: [sandbox.otherProject.key], issueTypes: [sandbox.otherIssueType.name] },
      { keepExistingConfigurations: 'true' },
    );
    const { projects, issueTypes } = await schemeOf(stage, field, schemeId);
    expect([[...projects].sort(), [...issueTypes].sort()]).toEqual([
      [sandbox.project.key, sandbox.otherProject.key].sort(),
      [sandbox.issueType.name, sandbox.otherIssueType.name].sort(),
    ]);
  }),
  rule(
    'an update with an unknown project, or of an unknown scheme, is refused and changes nothing',
    {
      evidence: 'assumed',
      source: 'extender.unknown-reference',
      since: { extender: '4.2' },
      answers: { 'extender.unknown-reference': 'refused' },
    },
    async (stage) => {
      const { field, schemeId } = await narrowed(stage);
      const before = await schemeOf(stage, field, schemeId);
      const send = (configSchemeId: number, body: object) =>
        stage.admin.send('extenderUpdateConfigScheme', { path: { configSchemeId }, body });
      refuses(stage, await send(schemeId, { schemeName: 'After', projects: ['NOWHERE'] }));
      refuses(stage, await send(schemeId, { schemeName: 'After', issueTypes: ['Nothing of the kind'] }));
      refuses(stage, await send(stage.unknownId, { schemeName: 'After' }));
      expect(await schemeOf(stage, field, schemeId)).toEqual(before);
    },
  ),
  rule(
    'a project that another scheme of the field has is refused',
    {
      evidence: 'assumed',
      source: 'extender.overlap',
      since: { extender: '4.2' },
      answers: { 'extender.overlap': 'refused' },
      projects: 2,
    },
    async (stage) => {
      const { sandbox } = stage;
      const { field, schemeId } = await narrowed(stage);
      const { id } = await stage.context(field, { projectIds: [sandbox.otherProject.id] });
      const path = { configSchemeId: id };
      const body = { projects: [sandbox.project.key] };
      refuses(stage, await stage.admin.send('extenderUpdateConfigScheme', { path, body }));
      expect((await schemeOf(stage, field, schemeId)).projects).toEqual([sandbox.project.key]);
      expect((await schemeOf(stage, field, id)).projects).toEqual([sandbox.otherProject.key]);
    },
  ),

  outcome(
    'extenderUpdateAllConfigSchemes',
    200,
    'and every scheme of the field is changed',
    async (stage) => {
      const { field, schemeId } = await narrowed(stage);
      const { body } = await stage.admin.ask('extenderUpdateAllConfigSchemes', 200, {
        path: { customFieldId: field.id },
        body: { schemeDescription: 'Of all', issueTypes: [stage.sandbox.otherIssueType.name] },
      });
      expect(body).toEqual({ message: `config schemes with id ${field.contextId}, ${schemeId} have been changed` });
      const changed = (await schemesOf(stage, field)).map(({ description, issueTypes }) => [description, issueTypes]);
      expect(changed).toEqual([
        ['Of all', [stage.sandbox.otherIssueType.name]],
        ['Of all', [stage.sandbox.otherIssueType.name]],
      ]);
    },
    { issueTypes: 2 },
  ),
  rule(
    'an update of all schemes can add to what they have, too',
    {
      ...since42,
      source: 'Extender for Jira, Update all custom fields schemes at once (002:444)',
      since: { extender: '4.4' },
    },
    async (stage) => {
      const { sandbox } = stage;
      const field = await stage.field('select');
      await stage.admin.ask('extenderUpdateConfigScheme', 200, {
        path: { configSchemeId: field.contextId },
        body: { projects: [sandbox.project.key], issueTypes: [sandbox.issueType.name] },
      });
      await stage.admin.ask('extenderUpdateAllConfigSchemes', 200, {
        path: { customFieldId: field.id },
        query: { keepExistingConfigurations: 'true' },
        body: { projects: [sandbox.otherProject.key] },
      });
      const { projects, issueTypes } = await schemeOf(stage, field, field.contextId);
      expect([[...projects].sort(), issueTypes]).toEqual([
        [sandbox.project.key, sandbox.otherProject.key].sort(),
        [sandbox.issueType.name],
      ]);
    },
  ),

  outcome(
    'extenderClearConfigSchemes',
    200,
    'and schemes for no project are gone, the global one stays',
    async (stage) => {
      const name = stage.name('Field with a scheme left over');
      // No API leaves a scheme without projects behind by itself: deleting the last one does.
      await stage.control.merge({
        fields: [{ name, type: 'select', contexts: [{ name: 'Of all' }, { name: 'Left over', unattached: true }] }],
      });
      const fields = (await stage.admin.raw('GET', '/rest/api/2/field')).body as { id: string; name: string }[];
      const found = fields.find((field) => field.name === name);
      const id = Number(found?.id.replace('customfield_', ''));
      expect((await schemesOf(stage, { id })).map((scheme) => scheme.name)).toEqual(['Of all', 'Left over']);
      const { body } = await stage.admin.ask('extenderClearConfigSchemes', 200, { path: { customFieldId: id } });
      expect(body).toEqual({ message: 'custom field schemes cleared' });
      expect((await schemesOf(stage, { id })).map((scheme) => scheme.name)).toEqual(['Of all']);
    },
    { control: true },
  ),
  outcome('extenderClearConfigSchemes', 200, 'and schemes that have projects stay', async (stage) => {
    const { field, schemeId } = await narrowed(stage);
    await stage.admin.ask('extenderClearConfigSchemes', 200, { path: { customFieldId: field.id } });
    expect((await schemesOf(stage, field)).map(({ id }) => id)).toEqual([field.contextId, schemeId]);
  }),
  outcome(
    'extenderClearConfigSchemes',
    200,
    'for every field at once',
    async (stage) => {
      const { body } = await stage.admin.ask('extenderClearConfigSchemes', 200, { path: { customFieldId: 'all' } });
      expect(body).toEqual({ message: 'custom field schemes cleared' });
    },
    { destructive: true },
  ),
];
