import { bodyOf } from '../../support/field-steps.js';
import type { AnswersTo } from '../../support/open-questions.js';
import type { TestJira } from '../../support/jira.js';
import { field, fieldsOf, names, requests, scheme, to, valuesOf, type ExtenderOperationId } from '../requests.js';

type Ids =
  | 'extender.unknown-scheme-status'
  | 'extender.error-form'
  | 'extender.forbidden'
  | 'extender.create-status'
  | 'extender.page-size'
  | 'extender.page-limit'
  | 'extender.invalid-paging'
  | 'extender.types-paged'
  | 'extender.field-id-form'
  | 'extender.all-description'
  | 'extender.last-update-unit'
  | 'extender.unknown-property';

const statusOf = async (jira: TestJira, ...request: RequestOf) => (await to(jira, ...request)).status;
type RequestOf = [id: ExtenderOperationId, given?: Parameters<typeof to>[2]];

const creations = ['extenderAddField', 'extenderAddConfigScheme', 'extenderAddConfigSchemes'] as const;

function createsWith(status: number) {
  return async (jira: TestJira) => {
    const [addField, addOne, addMany] = creations;
    expect(await statusOf(jira, addField)).toBe(status);
    expect(await statusOf(jira, addMany)).toBe(status);
    expect(await statusOf(jira, addOne, { path: { customFieldId: field.teams }, body: { projects: ['OPS'] } })).toBe(
      status,
    );
    // Values are no creation of this kind: their answer says "done".
    expect(await statusOf(jira, 'extenderAddValues')).toBe(200);
  };
}

async function pageOfFields(jira: TestJira, query: string) {
  return bodyOf<{ maxResults: number; customFields: unknown[] }>(await to(jira, 'extenderGetFields', { query }), 200);
}

export const requestAnswers: AnswersTo<Ids> = {
  'extender.unknown-scheme-status': {
    '200': async (jira) => answersUnknownScheme(jira, 200),
    '404': async (jira) => answersUnknownScheme(jira, 404),
  },
  'extender.error-form': {
    '400': async (jira) => refusesWith(jira, 400),
    '200': async (jira) => refusesWith(jira, 200),
    '404': async (jira) => refusesWith(jira, 404),
  },
  'extender.forbidden': {
    '403': async (jira) => expect((await to(jira, 'extenderGetFields', {}, jira.bob)).status).toBe(403),
    '401': async (jira) => expect((await to(jira, 'extenderGetFields', {}, jira.bob)).status).toBe(401),
  },
  'extender.create-status': { '200': createsWith(200), '201': createsWith(201) },
  'extender.page-size': {
    '1000': async (jira) => expect((await pageOfFields(jira, '')).maxResults).toBe(1000),
    '100': async (jira) => expect((await pageOfFields(jira, '')).maxResults).toBe(100),
  },
  'extender.page-limit': {
    'page-size': async (jira) => expect((await pageOfFields(jira, 'maxResults=5000')).maxResults).toBe(1000),
    none: async (jira) => expect((await pageOfFields(jira, 'maxResults=5000')).maxResults).toBe(5000),
  },
  'extender.invalid-paging': {
    async refused(jira) {
      for (const query of ['startAt=-1', 'startAt=x', 'maxResults=-1', 'maxResults=x'])
        expect([query, await statusOf(jira, 'extenderGetFields', { query })]).toEqual([query, 400]);
    },
    async 'as-default'(jira) {
      for (const query of ['startAt=-1', 'startAt=x', 'maxResults=-1', 'maxResults=x'])
        expect(await pageOfFields(jira, query)).toMatchObject({ startAt: 0, maxResults: 1000, total: 18 });
    },
  },
  'extender.types-paged': {
    async no(jira) {
      const { body } = await to(jira, 'extenderGetFieldTypes', { query: 'maxResults=2' });
      expect(Object.keys(body as object)).toEqual(['customFieldTypes']);
      expect((body as { customFieldTypes: unknown[] }).customFieldTypes.length).toBeGreaterThan(20);
    },
    async yes(jira) {
      const { body } = await to(jira, 'extenderGetFieldTypes', { query: 'startAt=1&maxResults=2' });
      expect(body).toMatchObject({ startAt: 1, maxResults: 2, total: expect.any(Number) as number });
      expect((body as { customFieldTypes: unknown[] }).customFieldTypes).toHaveLength(2);
    },
  },
  'extender.field-id-form': {
    async both(jira) {
      for (const customFieldId of ['10000', 'customfield_10000'])
        expect(await statusOf(jira, 'extenderGetScreens', { path: { customFieldId } })).toBe(200);
      expect(
        (await to(jira, 'extenderDeleteFields', { body: { customField: ['customfield_10006'] } })).body,
      ).toMatchObject({
        skipped: [],
      });
    },
    async 'number-only'(jira) {
      expect(await statusOf(jira, 'extenderGetScreens')).toBe(200);
      const refused = await to(jira, 'extenderGetScreens', { path: { customFieldId: 'customfield_10000' } });
      expect([refused.status, refused.body]).toEqual([
        400,
        { message: "'customfield_10000' is not the number of a custom field" },
      ]);
      expect(
        (await to(jira, 'extenderDeleteFields', { body: { customField: ['customfield_10006'] } })).body,
      ).toMatchObject({
        skipped: ['customfield_10006'],
      });
    },
  },
  'extender.all-description': {
    present: async (jira) =>
      expect((await fieldsOf(jira))[0]).toHaveProperty('description', 'Readable with an access token only'),
    absent: async (jira) => expect((await fieldsOf(jira))[0]).not.toHaveProperty('description'),
  },
  'extender.last-update-unit': {
    s: async (jira) => expect(await lastUpdateOfAnimals(jira)).toBe(Date.UTC(2026, 0, 15, 12) / 1000),
    ms: async (jira) => expect(await lastUpdateOfAnimals(jira)).toBe(Date.UTC(2026, 0, 15, 12)),
  },
  'extender.unknown-property': {
    async refused(jira) {
      const before = jira.root;
      const refused = await to(jira, 'extenderAddValues', { body: { optionName: ['a'], colour: 'red' } });
      expect([refused.status, refused.body]).toEqual([400, { message: 'unknown property "colour".' }]);
      expect(jira.root).toBe(before);
    },
    async ignored(jira) {
      expect(await statusOf(jira, 'extenderAddValues', { body: { optionName: ['a'], colour: 'red' } })).toBe(200);
      expect(names(await valuesOf(jira, scheme.browsers)).at(-1)).toBe('a');
      // What the operation does know is still looked at.
      expect(await statusOf(jira, 'extenderAddValues', { body: { optionName: 1, colour: 'red' } })).toBe(400);
    },
  },
};

async function answersUnknownScheme(jira: TestJira, status: number) {
  const { body } = requests.extenderAddValues;
  const answer = await to(jira, 'extenderAddValues', { path: { configSchemeId: scheme.unknown }, body });
  expect([answer.status, answer.body]).toEqual([status, { message: 'scheme config does not exist', status: 'done' }]);
  // Other operations have the form of every refusal.
  const other = await to(jira, 'extenderGetValues', { path: { configSchemeId: scheme.unknown } });
  expect([other.status, other.body]).toEqual([400, { message: 'scheme config does not exist' }]);
}

async function refusesWith(jira: TestJira, status: number) {
  const answer = await to(jira, 'extenderGetScreens', { path: { customFieldId: field.unknown } });
  expect([answer.status, answer.body]).toEqual([status, { message: "custom field '99999' does not exist" }]);
}

async function lastUpdateOfAnimals(jira: TestJira): Promise<unknown> {
  return (await fieldsOf(jira)).find(({ name }) => name === 'Animals')?.lastValueUpdate;
}
