import type { QuestionId } from '@fake-jira/profile';
import {
  contextsOf,
  fieldNamed,
  fieldPath,
  issueTypeIdOf,
  newField,
  optionIdOf,
  optionsAt,
  optionsOf,
  projectIdOf,
  read,
  refusalOf,
  type Page,
} from './field-steps.js';
import {
  select,
  cappedAt,
  unauthenticated,
  defaultsHaveType,
  wrongStarts,
  bareNumber,
  projectTaken,
  sameContextName,
  sameOptionInAnotherCase,
  noNumber,
  createIssue,
  fieldsOf,
  foundByCommaList,
  deleteChrome,
  typesFound,
  latestIs,
} from './jira-answer-steps.js';
import type { AnswersTo } from './open-questions.js';

type JiraQuestion = Extract<QuestionId, `jira.${string}`>;

/** For each open question of Jira's API and each of its answers, what shows that the fake follows it. */
export const jiraAnswers: AnswersTo<JiraQuestion> = {
  'jira.new-field-context': {
    'one-global': async (jira) => {
      expect(await contextsOf(jira, await newField(jira))).toMatchObject([
        { isGlobalContext: true, isAnyIssueType: true },
      ]);
    },
    none: async (jira) => expect(await contextsOf(jira, await newField(jira))).toEqual([]),
  },
  'jira.max-results-cap': { '50': cappedAt(50), '100': cappedAt(100), '1000': cappedAt(1000) },
  'jira.unauthenticated-body': {
    'error-collection': unauthenticated(/^application\/json/, (text) => {
      expect(JSON.parse(text)).toEqual({ errorMessages: [expect.stringMatching(/authenticated/)], errors: {} });
    }),
    'plain-text': unauthenticated(/^text\/html/, (text) => expect(text).toMatch(/authenticated/)),
    empty: unauthenticated(null, (text) => expect(text).toBe('')),
  },
  'jira.default-value-type-in-get': { present: defaultsHaveType(true), absent: defaultsHaveType(false) },
  'jira.invalid-start-at': {
    '400': async (jira) => {
      for (const startAt of wrongStarts) {
        expect((await jira.admin.get(`${fieldPath}/search?startAt=${startAt}`)).status).toBe(400);
      }
    },
    'as-zero': async (jira) => {
      const whole = await read<Page<unknown>>(jira.admin, `${fieldPath}/search?type=custom&maxResults=3`);
      for (const startAt of wrongStarts) {
        const page = await read<Page<unknown>>(
          jira.admin,
          `${fieldPath}/search?type=custom&maxResults=3&startAt=${startAt}`,
        );
        expect([page.startAt, page.values]).toEqual([0, whole.values]);
      }
    },
  },
  'jira.bare-field-id': {
    '400': bareNumber(400, "The custom field ID '{id}' is not valid: expected a form such as customfield_10000."),
    '404': bareNumber(404, 'The custom field was not found.'),
  },
  'jira.project-taken-status': { '400': projectTaken(400), '409': projectTaken(409) },
  'jira.context-name-unique': {
    yes: sameContextName({ create: 400, rename: 400 }),
    no: sameContextName({ create: 201, rename: 204 }),
  },
  'jira.option-value-comparison': {
    exact: sameOptionInAnotherCase(200),
    'ignoring-case': sameOptionInAnotherCase(400),
  },
  'jira.unknown-address': {
    jersey: async (jira) => {
      const { status, body } = await jira.admin.get('/rest/api/3/nothing');
      expect([status, body]).toEqual([
        404,
        { message: `null for uri: ${jira.url}/rest/api/3/nothing`, 'status-code': 404 },
      ]);
    },
    'error-collection': async (jira) =>
      expect(refusalOf(await jira.admin.get('/rest/api/3/nothing'))).toEqual([404, expect.any(String)]),
  },
  'jira.non-numeric-id': {
    '400': noNumber(400, { context: 'The contextId has to be provided.', option: /^optionId must be an integer\.$/ }),
    '404': noNumber(404, { context: 'The context was not found.', option: /^These options were not found/ }),
  },
  'jira.unknown-property': {
    '400': async (jira) => {
      const answer = await jira.admin.post(fieldPath, { name: 'New', type: select, colour: 'red' });
      expect(refusalOf(answer)).toEqual([400, 'unknown property "colour".']);
    },
    ignored: async (jira) => {
      await newField(jira, 'select', { colour: 'red' });
      const mappings = [
        { projectId: projectIdOf(jira, 'TEST'), issueTypeId: issueTypeIdOf(jira, 'Bug'), colour: 'red' },
      ];
      const answer = await jira.admin.post(`${fieldPath}/${fieldNamed(jira, 'Browsers')}/context/mapping`, {
        mappings,
      });
      expect(answer.status).toBe(200);
    },
  },
  'jira.create-applies-defaults': {
    yes: async (jira) => expect((await createIssue(jira))[fieldNamed(jira, 'Story points')]).toBe(3),
    no: async (jira) => expect((await createIssue(jira))[fieldNamed(jira, 'Story points')]).toBeNull(),
  },
  'jira.delete-used-option': {
    'clears-values': async (jira) => {
      expect((await deleteChrome(jira)).status).toBe(204);
      expect((await fieldsOf(jira, 'SHOP-1'))[fieldNamed(jira, 'Browsers')]).toBeNull();
    },
    '400': async (jira) => {
      const chrome = optionIdOf(jira, 'chrome');
      expect(refusalOf(await deleteChrome(jira))).toEqual([400, `The option ${chrome} is selected in 1 issues.`]);
      const field = fieldNamed(jira, 'Teams');
      const address = optionsAt(field, (await contextsOf(jira, field))[0]?.id ?? '');
      expect((await jira.admin.delete(`${address}/${optionIdOf(jira, 'backend')}`)).status).toBe(204);
      expect(await optionsOf(jira, address)).toHaveLength(3);
    },
  },
  'jira.field-name-unique': {
    yes: async (jira) => {
      const answer = await jira.admin.post(fieldPath, { name: 'Browsers', type: select });
      expect(refusalOf(answer)).toEqual([400, "A custom field named 'Browsers' exists already."]);
      const renamed = await jira.admin.put(`${fieldPath}/${fieldNamed(jira, 'Teams')}`, { name: 'Browsers' });
      expect(renamed.status).toBe(400);
      expect((await jira.admin.put(`${fieldPath}/${fieldNamed(jira, 'Teams')}`, { name: 'Teams' })).status).toBe(204);
    },
    no: async (jira) => {
      const answer = await jira.admin.post(fieldPath, { name: 'Browsers', type: select });
      expect(answer.status).toBe(201);
    },
  },
  'jira.search-without-type': {
    all: typesFound([false, true]),
    custom: typesFound([true]),
    '400': async (jira) => {
      expect(refusalOf(await jira.admin.get(`${fieldPath}/search`))).toEqual([
        400,
        'Only custom fields can be queried.',
      ]);
      expect((await jira.admin.get(`${fieldPath}/search?type=custom`)).status).toBe(200);
    },
  },
  'jira.comma-separated-lists': { split: foundByCommaList(2), 'one-value': foundByCommaList(0) },
  'jira.latest-version': { '2': latestIs('string'), '3': latestIs('object') },
};
