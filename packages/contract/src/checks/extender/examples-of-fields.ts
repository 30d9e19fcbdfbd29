import { expect } from 'expect';
import { builtInType } from '../../stage/scratch.js';
import { isLike } from '../example-shape.js';
import { replay, type Replays } from '../example-replay.js';
import { isTheExample, since220, since417 } from './example-answers.js';
import { listed } from './listed-fields.js';
import { addField, deletedLabel, namesOf, schemesOf, valuesOf } from './steps.js';

interface ListedField {
  readonly name: string;
  readonly type: string;
  readonly key: string;
  readonly issuesWithValue: number;
}
interface NewField {
  readonly schemeName: string;
  readonly optionNames: readonly string[];
}
interface FieldType {
  readonly key: string;
}

/** Deletes fields that the check has made, by names or ids in place of those of the example. */
const deletes = replay<{ readonly customField: readonly string[] }>(async (stage, { customField }) => {
  const fields = [];
  for (const label of customField) fields.push({ label, field: await stage.field('textfield') });
  const named = fields.map(({ label, field }) => (label === 'FIELD_ID' ? String(field.id) : field.name));
  await stage.admin.ask('extenderDeleteFields', 200, { body: { customField: named } });
  for (const { field } of fields) expect(await listed(stage, field.name)).toBeUndefined();
});

/** Examples about fields, their types and their screens. */
export const fieldReplays: Replays = {
  'extenderGetFields 200 all': replay<{ readonly customFields: readonly ListedField[] }>(
    async (stage, example) => {
      // The history adds a property (002:639) that the example has not.
      const additional = stage.answer('extender.all-description') === 'present' ? ['description'] : [];
      for (const entry of example.customFields) {
        const isSet = entry.issuesWithValue > 0;
        const field = await stage.field(entry.key, { options: isSet ? ['yes'] : [] });
        if (isSet) {
          await stage.onScreen(field);
          await stage.issue({ [field.key]: { id: String(field.option('yes')) } });
        }
        const seen = await listed(stage, field.name);
        const same = ['type', 'key', ...(isSet ? [] : ['issuesWithValue', 'lastValueUpdate'])];
        isLike(entry, seen, { same, additional });
        if (isSet) expect(seen?.['issuesWithValue']).toBe(1);
      }
      const { body } = await stage.admin.ask('extenderGetFields', 200);
      expect(Object.keys(body).sort()).toEqual(Object.keys(example).sort());
    },
    { since: { extender: '4.17', jira: '8.16' } },
  ),
  'extenderAddField request all': replay<NewField>(
    async (stage, example) => {
      const { project, otherProject, issueType, otherIssueType } = stage.sandbox;
      const added = await addField(
        stage,
        {
          ...example,
          fieldTypeKey: builtInType('select'),
          issueTypes: [issueType.name, String(otherIssueType.id)],
          projects: [project.key, String(otherProject.id)],
        },
        'FIELD NAME',
      );
      const [scheme, ...others] = await schemesOf(stage, added);
      expect([scheme, others]).toEqual([
        {
          id: added.schemeId,
          name: example.schemeName,
          description: 'FIELD CONFIG SCHEME DESCRIPTION',
          projects: expect.arrayContaining([project.key, otherProject.key]),
          issueTypes: expect.arrayContaining([issueType.name, otherIssueType.name]),
        },
        [],
      ]);
      expect(namesOf(await valuesOf(stage, added.schemeId))).toEqual(example.optionNames);
    },
    {
      since: { extender: '4.8' },
      projects: 2,
      issueTypes: 2,
      answers: { 'extender.option-names-on': ['both', 'add-field-only'] },
    },
  ),
  'extenderAddField 200 added': replay(async (stage, example) => {
    const { id, name, schemeId, answer } = await addField(stage, { fieldDescription: 'FIELD DESCRIPTION' }, 'Field3');
    isTheExample(answer, example, { 10008: id, 10109: schemeId, Field3: name });
  }, since220),
  'extenderDeleteFields request one': deletes,
  'extenderDeleteFields request several': deletes,
  'extenderDeleteFields 200 all': replay(async (stage, example) => {
    const field = await stage.field('textfield', { name: 'Field Number Two' });
    const answer = await stage.admin.ask('extenderDeleteFields', 200, { body: { customField: [field.name] } });
    isTheExample(answer, example, { 'Field Number Two (customfield_10004)': deletedLabel(stage, field) });
  }),
  'extenderDeleteFields 200 skipped': replay(async (stage, example) => {
    const field = await stage.field('textfield', { name: 'Field Number One' });
    const customField = [field.name, String(stage.unknownId)];
    const answer = await stage.admin.ask('extenderDeleteFields', 200, { body: { customField } });
    isTheExample(answer, example, { 10001: stage.unknownId, 'Field Number One': deletedLabel(stage, field) });
  }),
  'extenderGetFieldTypes 200 types': replay<{ readonly customFieldTypes: readonly FieldType[] }>(
    async (stage, example) => {
      const paged = stage.answer('extender.types-paged') === 'yes' ? ['startAt', 'total', 'maxResults'] : [];
      const { body } = await stage.admin.ask('extenderGetFieldTypes', 200);
      isLike(example, body, { additional: paged });
      const key = builtInType('multicheckboxes');
      const ofKey = ({ customFieldTypes }: typeof example) => customFieldTypes.find((type) => type.key === key);
      isLike(ofKey(example), ofKey(body as typeof example), { same: ['name', 'key', 'descriptorKey'] });
    },
    { ...since220, readOnly: true },
  ),
  'extenderGetScreens 200 screens': replay(async (stage, example) => {
    const field = await stage.field('select');
    await stage.onScreen(field);
    const { body } = await stage.admin.ask('extenderGetScreens', 200, { path: { customFieldId: field.id } });
    isLike(example, body, { same: ['startAt'] });
    expect(body.screens.length).toBeGreaterThan(0);
  }, since417),
};
