import { expect } from 'expect';
import { checksOf, type Check } from '../../check.js';
import { builtInType } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { presenceChecks } from '../presence.js';
import { listed } from './listed-fields.js';
import { namesOf, refusedStatus, schemeOf, valuesOf } from './steps.js';

const { rule } = checksOf('extender', 'history');

const optionNamesFor = {
  extenderAddField: ['both', 'add-field-only'],
  extenderAddConfigScheme: ['both', 'add-scheme-only'],
} as const;

/** Whether an operation takes `optionNames`: which of the two it is from 4.8 on, is open. */
function takesOptionNames(stage: Stage, operation: keyof typeof optionNamesFor): boolean {
  const answer: string = stage.answer('extender.option-names-on');
  return stage.versions.extender.atLeast('4.8') && (optionNamesFor[operation] as readonly string[]).includes(answer);
}

const madeWithValues = {
  evidence: 'documented',
  source: 'Extender for Jira, Changes, 4.8 (002:664)',
  since: { extender: '1.6' },
  answers: { 'extender.unknown-property': 'refused', 'extender.create-status': '200' },
} as const;

/** What a version changed, asked in the versions before it as well. */
export const history: readonly Check[] = [
  rule(
    'fields say since 1.65 how many issues have a value, where Jira is 8.16 or newer',
    { evidence: 'documented', source: 'Extender for Jira, Changes, 1.65 (002:631)' },
    async (stage) => {
      const { jira, extender } = stage.versions;
      const { name } = await stage.field('textfield');
      const told = Object.keys((await listed(stage, name)) ?? {});
      const both = ['issuesWithValue', 'lastValueUpdate'];
      if (jira.atLeast('8.16') && extender.atLeast('1.65')) expect(told).toEqual(expect.arrayContaining(both));
      else expect(told).toEqual(expect.not.arrayContaining(both));
    },
  ),
  rule('a field is made with values since 4.8', madeWithValues, async (stage) => {
    const name = stage.name('Field');
    const entry = stage.makes('field', name);
    const { status, body } = await stage.admin.send('extenderAddField', {
      body: {
        fieldName: name,
        fieldDescription: 'Of a check',
        fieldTypeKey: builtInType('select'),
        optionNames: ['opera'],
      },
    });
    const takes = takesOptionNames(stage, 'extenderAddField');
    expect(status).toBe(takes ? 200 : refusedStatus(stage));
    if (!takes) return;
    entry.made(String(body.customFieldId).replace('customfield_', ''));
    expect(namesOf(await valuesOf(stage, Number(body.configSchemeId)))).toEqual(['opera']);
  }),
  rule('a scheme is made with values since 4.8', madeWithValues, async (stage) => {
    const field = await stage.field('select');
    const { status, body } = await stage.admin.send('extenderAddConfigScheme', {
      path: { customFieldId: field.id },
      body: { projects: [stage.sandbox.project.key], optionNames: ['opera'] },
    });
    const takes = takesOptionNames(stage, 'extenderAddConfigScheme');
    expect(status).toBe(takes ? 200 : refusedStatus(stage));
    if (takes) expect(namesOf(await valuesOf(stage, Number(body.configSchemeId)))).toEqual(['opera']);
  }),
  rule(
    'a scheme keeps its projects since 4.2 where it is told so',
    {
      evidence: 'documented',
      source: 'Extender for Jira, Changes, 4.2 (002:658)',
      since: { extender: '1.7.2' },
      projects: 2,
      answers: { 'extender.update-before-4.2': 'replace' },
    },
    async (stage) => {
      const { project, otherProject } = stage.sandbox;
      const field = await stage.field('select');
      const scheme = await stage.context(field, { projectIds: [project.id] });
      await stage.admin.ask('extenderUpdateConfigScheme', 200, {
        path: { configSchemeId: scheme.id },
        query: { keepExistingConfigurations: true },
        body: { projects: [otherProject.key] },
      });
      const keeps = stage.versions.extender.atLeast('4.2');
      const { projects } = await schemeOf(stage, field, scheme.id);
      expect([...projects].sort()).toEqual((keeps ? [project.key, otherProject.key] : [otherProject.key]).sort());
    },
  ),
  rule(
    'types of fields come in pages since 4.17, where all lists do',
    {
      evidence: 'documented',
      source: 'Extender for Jira, Changes, 4.17 (002:666)',
      since: { extender: '1.6' },
      readOnly: true,
    },
    async (stage) => {
      const query = { startAt: 1, maxResults: 1 };
      const { body } = await stage.admin.ask('extenderGetFieldTypes', 200, { query });
      const paged = stage.versions.extender.atLeast('4.17') && stage.answer('extender.types-paged') === 'yes';
      if (paged) expect(body).toMatchObject({ ...query, customFieldTypes: { length: 1 } });
      else expect(Object.keys(body as object)).toEqual(['customFieldTypes']);
    },
  ),
  ...presenceChecks('extender', 'Extender for Jira, Changes (002)'),
];
