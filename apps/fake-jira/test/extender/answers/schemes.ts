import { checkWorld } from '@fake-jira/world';
import { bodyOf, contextsOf } from '../../support/field-steps.js';
import type { TestJira } from '../../support/jira.js';
import type { AnswersTo } from '../../support/open-questions.js';
import { field, forAll, messageOf, names, reachOf, requests, scheme, schemesOf, to, valuesOf } from '../requests.js';

type Ids =
  | 'extender.all-issue-types-form'
  | 'extender.unknown-reference'
  | 'extender.option-names-on'
  | 'extender.bulk-atomic'
  | 'extender.scheme-name-unique'
  | 'extender.overlap'
  | 'extender.second-global'
  | 'extender.update-absent-name'
  | 'extender.update-before-4.2'
  | 'extender.keep-with-empty-list'
  | 'extender.keep-empty-value'
  | 'extender.keep-on-global';

const keep = 'keepExistingConfigurations=true';

const add = (jira: TestJira, body: unknown, customFieldId = field.browsers) =>
  to(jira, 'extenderAddConfigScheme', { path: { customFieldId }, body });

const update = (jira: TestJira, configSchemeId: string, body: unknown, query?: string) =>
  to(jira, 'extenderUpdateConfigScheme', {
    path: { configSchemeId },
    body,
    ...(query !== undefined && { query }),
  });

async function issueTypesOf(jira: TestJira, customFieldId: string): Promise<unknown[]> {
  return (await schemesOf(jira, customFieldId)).map(({ issueTypes }) => issueTypes);
}

const halfUnknown = { projects: ['SHOP', 'NOPE'], issueTypes: ['Poem'] };

/** The second of these schemes cannot be added. */
const halfWrong = {
  path: { customFieldId: field.browsers },
  body: { issueTypes: [[], [], []], projects: [['SHOP'], ['TEST'], ['OPS']], optionNames: [['a'], [], []] },
};

function optionNamesOn(onField: boolean, onScheme: boolean) {
  return async (jira: TestJira) => {
    const addField = await to(jira, 'extenderAddField');
    const addScheme = await add(jira, { projects: ['SHOP'], optionNames: ['opera', 'lynx'] });
    expect([addField.status, addScheme.status]).toEqual([onField ? 200 : 400, onScheme ? 200 : 400]);
    for (const [answer, values] of [
      [addField, ['red']],
      [addScheme, ['opera', 'lynx']],
    ] as const) {
      if (answer.status !== 200) continue;
      const { configSchemeId } = answer.body as { configSchemeId: number };
      expect(names(await valuesOf(jira, configSchemeId))).toEqual(values);
    }
  };
}

const inVersions = (versions: readonly string[], shows: (jira: TestJira) => Promise<void>) => ({
  app: 'extender' as const,
  versions,
  shows,
});

export const schemeAnswers: AnswersTo<Ids> = {
  'extender.all-issue-types-form': {
    async 'global-entry'(jira) {
      expect(await issueTypesOf(jira, field.teams)).toEqual([
        [{ name: forAll, id: 'global' }],
        [{ name: forAll, id: 'global' }],
      ]);
    },
    async 'empty-list'(jira) {
      expect(await issueTypesOf(jira, field.teams)).toEqual([[], []]);
    },
    // As the example: the global scheme has it, that of a project does not.
    async 'global-entry-on-global-schemes'(jira) {
      expect(await issueTypesOf(jira, field.teams)).toEqual([[{ name: forAll, id: 'global' }], []]);
    },
  },
  'extender.unknown-reference': {
    async refused(jira) {
      const before = jira.root;
      expect((await add(jira, halfUnknown)).status).toBe(400);
      expect((await update(jira, scheme.browsersInTest, halfUnknown)).status).toBe(400);
      expect(jira.root).toBe(before);
    },
    async skipped(jira) {
      expect(await messageOf(add(jira, halfUnknown))).toContain('10122');
      expect((await reachOf(jira, field.browsers))[10122]).toEqual([['SHOP'], [forAll]]);
      await messageOf(
        update(jira, scheme.browsersInTest, { projects: ['NOPE', 'OPS'], issueTypes: ['Story', 'Poem'] }),
      );
      expect((await reachOf(jira, field.browsers))[10101]).toEqual([['OPS'], ['Story']]);
    },
  },
  'extender.option-names-on': {
    both: optionNamesOn(true, true),
    'add-field-only': optionNamesOn(true, false),
    'add-scheme-only': optionNamesOn(false, true),
  },
  'extender.bulk-atomic': {
    async yes(jira) {
      const before = jira.root;
      expect((await to(jira, 'extenderAddConfigSchemes', halfWrong)).status).toBe(400);
      expect(jira.root).toBe(before);
    },
    async no(jira) {
      expect((await to(jira, 'extenderAddConfigSchemes', halfWrong)).status).toBe(400);
      expect(await reachOf(jira, field.browsers)).toEqual({
        10100: [[], [forAll]],
        10101: [['TEST'], ['Bug']],
        10122: [['SHOP'], [forAll]],
      });
      expect(names(await valuesOf(jira, 10122))).toEqual(['a']);
      // Lists of several lengths are refused before the first is added.
      const body = { ...halfWrong.body, optionNames: [[]] };
      expect((await to(jira, 'extenderAddConfigSchemes', { ...halfWrong, body })).status).toBe(400);
      expect(Object.keys(await reachOf(jira, field.browsers))).toHaveLength(3);
    },
  },
  'extender.scheme-name-unique': {
    async no(jira) {
      await messageOf(to(jira, 'extenderAddConfigSchemes'));
      await messageOf(update(jira, scheme.browsers, { schemeName: 'Bugs of TEST' }));
      const schemes = names(await schemesOf(jira, field.browsers));
      expect(schemes.filter((name) => name === 'Default Configuration Scheme for Browsers')).toHaveLength(2);
    },
    async yes(jira) {
      const before = jira.root;
      const refused = await add(jira, { schemeName: 'Bugs of TEST', projects: ['SHOP'] });
      expect([refused.status, refused.body]).toEqual([
        400,
        { message: "config scheme '10101' has the name 'Bugs of TEST' already" },
      ]);
      expect((await update(jira, scheme.browsers, { schemeName: 'Bugs of TEST' })).status).toBe(400);
      expect(
        (
          await to(jira, 'extenderAddConfigSchemes', {
            body: { ...requests.extenderAddConfigSchemes.body, schemeName: 'Same' },
          })
        ).status,
      ).toBe(400);
      expect(jira.root).toBe(before);
      await messageOf(add(jira, { schemeName: 'Another', projects: ['SHOP'] }));
    },
  },
  'extender.overlap': {
    async refused(jira) {
      const before = jira.root;
      expect((await add(jira, { projects: ['TEST', 'SHOP'] })).status).toBe(400);
      expect((await update(jira, scheme.browsers, { projects: ['TEST'] })).status).toBe(400);
      expect(jira.root).toBe(before);
      // What a scheme has itself is in nobody's way.
      await messageOf(update(jira, scheme.browsersInTest, { projects: ['TEST', 'SHOP'] }));
    },
    async 'last-wins'(jira) {
      await messageOf(add(jira, { projects: ['TEST', 'SHOP'] }));
      expect(await reachOf(jira, field.browsers)).toEqual({
        10100: [[], [forAll]],
        // It lost its only project and applies to none: it is not global, and clearing removes it.
        10101: [[], ['Bug']],
        10122: [['TEST', 'SHOP'], [forAll]],
      });
      expect((await contextsOf(jira, 'customfield_10000')).map((one) => [one.id, one.isGlobalContext])).toEqual([
        ['10100', true],
        ['10101', false],
        ['10122', false],
      ]);
      expect(checkWorld(jira.root)).toEqual([]);
      await messageOf(to(jira, 'extenderClearConfigSchemes', { path: { customFieldId: field.browsers } }));
      expect(Object.keys(await reachOf(jira, field.browsers))).toEqual(['10100', '10122']);
      await messageOf(
        to(jira, 'extenderUpdateAllConfigSchemes', {
          path: { customFieldId: field.browsers },
          body: { projects: ['OPS'] },
        }),
      );
      expect(await reachOf(jira, field.browsers)).toEqual({ 10100: [[], [forAll]], 10122: [['OPS'], [forAll]] });
      expect(checkWorld(jira.root)).toEqual([]);
    },
  },
  'extender.second-global': {
    async refused(jira) {
      const before = jira.root;
      expect((await add(jira, {})).status).toBe(400);
      expect((await update(jira, scheme.browsersInTest, { projects: [] })).status).toBe(400);
      expect(jira.root).toBe(before);
      // The global one may say again that it is.
      await messageOf(update(jira, scheme.browsers, { projects: [] }));
    },
    async accepted(jira) {
      await messageOf(update(jira, scheme.browsers, { issueTypes: ['Story'] }));
      await messageOf(update(jira, scheme.browsersInTest, { projects: [] }));
      const contexts = await contextsOf(jira, 'customfield_10000');
      expect(contexts.map(({ isGlobalContext }) => isGlobalContext)).toEqual([true, true]);
      expect(checkWorld(jira.root, { severalGlobalContexts: true })).toEqual([]);
      expect(checkWorld(jira.root)).toHaveLength(1);
      // Jira's own API goes on: of several, the first that covers the issue type applies.
      const pairs = ['10001', '10002'].map((issueTypeId) => ({ projectId: '10000', issueTypeId }));
      const mapped = await jira.admin.post('/rest/api/3/field/customfield_10000/context/mapping', { mappings: pairs });
      const found = bodyOf<{ values: { contextId: string }[] }>(mapped, 200).values;
      expect(found.map(({ contextId }) => contextId)).toEqual(['10101', '10100']);
      // Each of them can still be changed, here and in Customfield Editor.
      await messageOf(update(jira, scheme.browsersInTest, { projects: [], schemeName: 'Everywhere' }));
      const editor = '/rest/jiracustomfieldeditorplugin/1/admin/customfields/10000/contexts/10101';
      bodyOf(await jira.admin.put(editor, { contextName: 'Everywhere too', isGlobal: true, issueTypeIds: [] }), 200);
    },
  },
  'extender.update-absent-name': {
    async unchanged(jira) {
      await messageOf(update(jira, scheme.leftOver, { projects: ['OPS'] }));
      expect((await schemesOf(jira, field.platforms))[1]).toMatchObject({
        name: 'Left over',
        description: 'Applies to no project',
      });
    },
    async 'reset-to-default'(jira) {
      await messageOf(update(jira, scheme.leftOver, { projects: ['OPS'] }));
      expect((await schemesOf(jira, field.platforms))[1]).toMatchObject({
        name: 'Default Configuration Scheme for Platforms',
        description: 'Default configuration scheme generated by Extender for JIRA',
      });
      await messageOf(update(jira, scheme.leftOver, { schemeName: 'Mine' }));
      expect((await schemesOf(jira, field.platforms))[1]).toMatchObject({ name: 'Mine' });
    },
  },
  'extender.update-before-4.2': {
    replace: inVersions(['1.6', '2.20'], async (jira) => {
      // The parameter came with 4.2.
      await messageOf(update(jira, scheme.browsersInTest, { projects: ['OPS'], issueTypes: ['Story'] }, keep));
      expect(contextIn(jira, 10101)).toMatchObject({ projectIds: [10002], issueTypeIds: [10002] });
      await messageOf(update(jira, scheme.browsersInTest, { issueTypes: [] }));
      expect(contextIn(jira, 10101)).toMatchObject({ projectIds: [10002], issueTypeIds: [] });
    }),
    add: inVersions(['1.6', '2.20'], async (jira) => {
      await messageOf(update(jira, scheme.browsersInTest, { projects: ['OPS'], issueTypes: ['Story'] }));
      expect(contextIn(jira, 10101)).toMatchObject({ projectIds: [10000, 10002], issueTypeIds: [10001, 10002] });
      await messageOf(update(jira, scheme.browsersInTest, { issueTypes: [] }));
      expect(contextIn(jira, 10101)).toMatchObject({ issueTypeIds: [10001, 10002] });
    }),
  },
  'extender.keep-with-empty-list': {
    async clears(jira) {
      await messageOf(update(jira, scheme.browsersInTest, { issueTypes: [] }, keep));
      expect(contextIn(jira, 10101)).toMatchObject({ projectIds: [10000], issueTypeIds: [] });
    },
    async keeps(jira) {
      await messageOf(update(jira, scheme.browsersInTest, { issueTypes: [], projects: [] }, keep));
      expect(contextIn(jira, 10101)).toMatchObject({ projectIds: [10000], issueTypeIds: [10001], global: false });
    },
  },
  'extender.keep-empty-value': {
    async true(jira) {
      await messageOf(update(jira, scheme.browsersInTest, { projects: ['SHOP'] }, 'keepExistingConfigurations='));
      expect(contextIn(jira, 10101)).toMatchObject({ projectIds: [10000, 10001] });
    },
    async false(jira) {
      await messageOf(update(jira, scheme.browsersInTest, { projects: ['SHOP'] }, 'keepExistingConfigurations='));
      expect(contextIn(jira, 10101)).toMatchObject({ projectIds: [10001] });
    },
  },
  'extender.keep-on-global': {
    async narrows(jira) {
      await messageOf(update(jira, scheme.browsers, { projects: ['SHOP'], issueTypes: ['Story'] }, keep));
      expect(contextIn(jira, 10100)).toMatchObject({ global: false, projectIds: [10001], issueTypeIds: [10002] });
    },
    async 'stays-global'(jira) {
      await messageOf(update(jira, scheme.browsers, { projects: ['SHOP'], issueTypes: ['Story'] }, keep));
      expect(contextIn(jira, 10100)).toMatchObject({ global: true, projectIds: [], issueTypeIds: [] });
    },
  },
};

function contextIn({ root }: TestJira, id: number) {
  return root.contexts.get(id);
}
