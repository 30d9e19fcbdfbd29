import { expect } from 'expect';
import type { Stage } from '../../stage/stage.js';
import { isLike } from '../example-shape.js';
import { replay, type Replays } from '../example-replay.js';
import { isTheExample, since220 } from './example-answers.js';
import { addScheme, createdStatus, namesOf, schemeOf, schemesOf, valuesOf } from './steps.js';

interface RawScheme {
  readonly id: number;
  readonly name: string;
  readonly issueTypes: readonly object[];
}
interface RawSchemes {
  readonly customFieldSchemes: readonly RawScheme[];
}
interface Wanted {
  readonly schemeName: string;
  readonly schemeDescription: string;
}

const two = { projects: 2, issueTypes: 2 } as const;

/** The request of an example, for both projects and issue types of the sandbox. */
function forBoth({ sandbox }: Stage, example: Wanted, issueTypesBy: 'name' | 'id') {
  const { project, otherProject, issueType, otherIssueType } = sandbox;
  return {
    ...example,
    projects: [project.key, String(otherProject.id)],
    issueTypes: [issueTypesBy === 'name' ? issueType.name : String(issueType.id), String(otherIssueType.id)],
  };
}

/** The scheme that such a request leads to. */
function both({ sandbox }: Stage, id: number, { schemeName, schemeDescription }: Wanted) {
  const { project, otherProject, issueType, otherIssueType } = sandbox;
  return {
    id,
    name: schemeName,
    description: schemeDescription,
    projects: [project.key, otherProject.key].sort(),
    issueTypes: [issueType.name, otherIssueType.name].sort(),
  };
}

async function seen(stage: Stage, field: { readonly id: number }, schemeId: number) {
  const scheme = (await schemesOf(stage, field)).find(({ id }) => id === schemeId);
  return scheme && { ...scheme, projects: [...scheme.projects].sort(), issueTypes: [...scheme.issueTypes].sort() };
}

const rawSchemes = async ({ admin }: Stage, customFieldId: number) =>
  (await admin.ask('extenderGetConfigSchemes', 200, { path: { customFieldId } })).body as RawSchemes;

/** The three schemes of the example; how one for all issue types says so is an open question. */
function inForm(stage: Stage, { customFieldSchemes }: RawSchemes): readonly [RawScheme, RawScheme, RawScheme] {
  const [global, types, ofProject] = customFieldSchemes as [RawScheme, RawScheme, RawScheme];
  const form = stage.answer('extender.all-issue-types-form');
  if (form === 'empty-list') return [{ ...global, issueTypes: [] }, types, ofProject];
  if (form === 'global-entry') return [global, types, { ...ofProject, issueTypes: global.issueTypes }];
  return [global, types, ofProject];
}

/** A field with a scheme for one project beside the first one. */
async function withScheme(stage: Stage) {
  const field = await stage.field('select');
  const { id } = await stage.context(field, { projectIds: [stage.sandbox.project.id] });
  return { field, schemeId: id };
}

/** Examples about the schemes of a field. */
export const schemeReplays: Replays = {
  'extenderGetConfigSchemes 200 schemes': replay<RawSchemes>(
    async (stage, example) => {
      const { project, issueType, otherIssueType } = stage.sandbox;
      const wide = await stage.field('multiselect');
      const typed = await stage.field('select');
      await stage.admin.ask('extenderUpdateConfigScheme', 200, {
        path: { configSchemeId: typed.contextId },
        body: { projects: [], issueTypes: [String(issueType.id), String(otherIssueType.id)] },
      });
      const own = await stage.context(wide, { description: 'Example description', projectIds: [project.id] });

      const ofWide = await rawSchemes(stage, wide.id);
      const schemes = [...ofWide.customFieldSchemes, ...(await rawSchemes(stage, typed.id)).customFieldSchemes];
      const [global, types, ofProject] = inForm(stage, example);
      const pairs: readonly (readonly [RawScheme, number])[] = [
        [global, wide.contextId],
        [types, typed.contextId],
        [ofProject, own.id],
      ];
      for (const [entry, id] of pairs)
        isLike(
          entry,
          schemes.find((scheme) => scheme.id === id),
        );
      const ofId = (id: number) => schemes.find((scheme) => scheme.id === id)?.issueTypes;
      expect([ofId(wide.contextId), ofId(own.id)]).toEqual([global.issueTypes, ofProject.issueTypes]);
      expect(ofId(typed.contextId)).toHaveLength(types.issueTypes.length);
      expect(Object.keys(ofWide).sort()).toEqual(Object.keys(example).sort());
    },
    { since: { extender: '4.17' }, issueTypes: 2 },
  ),
  'extenderRemoveConfigScheme 200 removed': replay(async (stage, example) => {
    const { schemeId } = await withScheme(stage);
    const path = { configSchemeId: schemeId };
    isTheExample(await stage.admin.ask('extenderRemoveConfigScheme', 200, { path }), example, { 10102: schemeId });
  }),
  'extenderClearConfigSchemes 200 cleared': replay(async (stage, example) => {
    const field = await stage.field('select');
    const path = { customFieldId: field.id };
    isTheExample(await stage.admin.ask('extenderClearConfigSchemes', 200, { path }), example);
    expect(await schemesOf(stage, field)).toHaveLength(1);
  }),
  'extenderAddConfigScheme request all': replay<Wanted>(
    async (stage, example) => {
      const field = await stage.field('select');
      const { schemeId } = await addScheme(stage, field, forBoth(stage, example, 'name'));
      expect(await seen(stage, field, schemeId)).toEqual(both(stage, schemeId, example));
    },
    { ...since220, ...two },
  ),
  'extenderAddConfigScheme 200 added': replay(async (stage, example) => {
    const field = await stage.field('select');
    const { answer } = await addScheme(stage, field, { projects: [stage.sandbox.project.key] });
    isTheExample(answer, example, { 10100: answer.body.configSchemeId, '{CUTOME_FIELD_NAME}': field.name });
  }, since220),
  'extenderAddConfigSchemes request all': replay<Wanted & { readonly optionNames: readonly string[][] }>(
    async (stage, example) => {
      const { project, otherProject, issueType, otherIssueType } = stage.sandbox;
      const field = await stage.field('select');
      await stage.admin.ask('extenderAddConfigSchemes', createdStatus(stage), {
        path: { customFieldId: field.id },
        body: {
          ...example,
          issueTypes: [[], [issueType.name, String(otherIssueType.id)]],
          // One project by its key and its id, so that the second scheme has none of the first one.
          projects: [[project.key, String(project.id)], [otherProject.key]],
        },
      });
      const [first, second] = (await schemesOf(stage, field)).filter(({ id }) => id !== field.contextId);
      expect([first, second]).toMatchObject([
        { name: example.schemeName, description: example.schemeDescription, projects: [project.key], issueTypes: [] },
        { name: example.schemeName, projects: [otherProject.key] },
      ]);
      expect([...(second?.issueTypes ?? [])].sort()).toEqual([issueType.name, otherIssueType.name].sort());
      const values = [];
      for (const scheme of [first, second]) values.push(namesOf(await valuesOf(stage, scheme?.id ?? 0)));
      expect(values).toEqual(example.optionNames);
    },
    two,
  ),
  'extenderAddConfigSchemes 200 added': replay(async (stage, example) => {
    const field = await stage.field('select');
    const answer = await stage.admin.ask('extenderAddConfigSchemes', createdStatus(stage), {
      path: { customFieldId: field.id },
      body: { issueTypes: [[]], projects: [[stage.sandbox.project.key]], optionNames: [[]] },
    });
    isTheExample(answer, example, { '{CUTOME_FIELD_NAME}': field.name });
  }),
  'extenderUpdateConfigScheme request all': replay<Wanted>(
    async (stage, example) => {
      const { field, schemeId } = await withScheme(stage);
      const body = forBoth(stage, example, 'id');
      await stage.admin.ask('extenderUpdateConfigScheme', 200, { path: { configSchemeId: schemeId }, body });
      expect(await seen(stage, field, schemeId)).toEqual(both(stage, schemeId, example));
    },
    { since: { extender: '4.2' }, ...two },
  ),
  'extenderUpdateConfigScheme 200 updated': replay(async (stage, example) => {
    const { schemeId } = await withScheme(stage);
    const path = { configSchemeId: schemeId };
    const answer = await stage.admin.ask('extenderUpdateConfigScheme', 200, { path, body: { schemeName: 'Mine' } });
    isTheExample(answer, example, { 10100: schemeId });
  }),
  'extenderUpdateAllConfigSchemes request all': replay<Wanted>(async (stage, example) => {
    const field = await stage.field('select');
    const body = forBoth(stage, example, 'id');
    await stage.admin.ask('extenderUpdateAllConfigSchemes', 200, { path: { customFieldId: field.id }, body });
    expect(await seen(stage, field, field.contextId)).toEqual(both(stage, field.contextId, example));
  }, two),
  'extenderUpdateAllConfigSchemes 200 updated': replay(
    async (stage, example) => {
      const { field, schemeId } = await withScheme(stage);
      const answer = await stage.admin.ask('extenderUpdateAllConfigSchemes', 200, {
        path: { customFieldId: field.id },
        body: { schemeDescription: 'Changed', projects: [stage.sandbox.project.key] },
      });
      isTheExample(answer, example, { 10000: field.contextId, 10001: schemeId });
      expect((await schemeOf(stage, field, schemeId)).description).toBe('Changed');
    },
    { answers: { 'extender.scheme-name-unique': 'no', 'extender.overlap': 'last-wins' } },
  ),
};
