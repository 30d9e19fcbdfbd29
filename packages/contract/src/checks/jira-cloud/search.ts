import { expect } from 'expect';
import { checksOf, type Check } from '../../check.js';
import type { Stage } from '../../stage/stage.js';

const { outcome } = checksOf('jira-cloud', 'search');

interface Found {
  readonly issues: readonly { readonly id: string }[];
  readonly total?: number;
}

const cloud = { deployment: 'cloud' } as const;
/** Data Center finds nothing by a field without one. */
const searcherKey = 'com.atlassian.jira.plugin.system.customfieldtypes:multiselectsearcher';
const readOnly = { readOnly: true } as const;
const nothingOfTheName = 'NoSuchFieldOfTheContractSuite = 1';

/** An issue with one option of a field, and another with another. */
async function twoColours(stage: Stage) {
  const field = await stage.field('select', { options: ['red', 'green'], searcherKey });
  await stage.onScreen(field);
  const red = await stage.issue({ [field.key]: { value: 'red' } });
  const green = await stage.issue({ [field.key]: { value: 'green' } });
  const clause = `cf[${field.key.replace('customfield_', '')}] = red`;
  return { field, red, green, clause };
}

const ids = ({ issues }: Found) => issues.map(({ id }) => id);
const refusal = { errorMessages: [expect.stringContaining('NoSuchFieldOfTheContractSuite')] };
const unbounded = { errorMessages: [expect.stringContaining('Unbounded')] };

/** Searching for issues, and what else queries are good for. */
export const search: readonly Check[] = [
  outcome(
    'searchForIssuesUsingJql',
    200,
    'with the issues that have an option',
    async (stage) => {
      const { red, clause } = await twoColours(stage);
      const { body } = await stage.admin.ask('searchForIssuesUsingJql', 200, { query: { jql: clause } });
      expect(ids(body as Found)).toEqual([red.id]);
      expect(body).toMatchObject({ startAt: 0, total: 1 });
    },
    { deployment: 'data-center' },
  ),
  outcome(
    'searchForIssuesUsingJql',
    400,
    'when there is no such field',
    async (stage) => {
      const { body } = await stage.admin.ask('searchForIssuesUsingJql', 400, { query: { jql: nothingOfTheName } });
      expect(body).toMatchObject(refusal);
    },
    { ...readOnly, deployment: 'data-center' },
  ),
  outcome(
    'searchForIssuesUsingJqlPost',
    200,
    'with the issues that have an option',
    async (stage) => {
      const { green, clause } = await twoColours(stage);
      const jql = clause.replace('=', '!=');
      const { body } = await stage.admin.ask('searchForIssuesUsingJqlPost', 200, {
        body: { jql, fields: ['summary'] },
      });
      expect(ids(body as Found)).toEqual([green.id]);
    },
    { deployment: 'data-center' },
  ),
  outcome(
    'searchForIssuesUsingJqlPost',
    400,
    'when there is no such field',
    async (stage) => {
      const { body } = await stage.admin.ask('searchForIssuesUsingJqlPost', 400, { body: { jql: nothingOfTheName } });
      expect(body).toMatchObject(refusal);
    },
    { ...readOnly, deployment: 'data-center' },
  ),
  outcome(
    'searchAndReconsileIssuesUsingJql',
    200,
    'with the ids of the issues that have an option',
    async (stage) => {
      const { red, clause } = await twoColours(stage);
      const { body } = await stage.admin.ask('searchAndReconsileIssuesUsingJql', 200, { query: { jql: clause } });
      expect(body).toEqual({ issues: [{ id: red.id }], isLast: true });
    },
    cloud,
  ),
  outcome(
    'searchAndReconsileIssuesUsingJql',
    400,
    'when the query restricts nothing',
    async (stage) => {
      const query = { jql: 'ORDER BY created' };
      expect((await stage.admin.ask('searchAndReconsileIssuesUsingJql', 400, { query })).body).toMatchObject(unbounded);
    },
    { ...readOnly, ...cloud },
  ),
  outcome(
    'searchAndReconsileIssuesUsingJql',
    400,
    'when a page is to have none, or more than 5000',
    async (stage) => {
      for (const maxResults of ['0', '5001']) {
        const query = { jql: 'created is not EMPTY', maxResults };
        expect((await stage.admin.ask('searchAndReconsileIssuesUsingJql', 400, { query })).body).toEqual({
          errorMessages: ['The max results parameter has to be between 1 and 5,000.'],
          errors: {},
        });
      }
    },
    { ...readOnly, ...cloud, evidence: 'recorded' },
  ),
  outcome(
    'searchAndReconsileIssuesUsingJqlPost',
    400,
    'when it does not know a property',
    async (stage) => {
      const body = { jql: 'created < "1970-01-02"', startAt: 0 };
      expect((await stage.admin.ask('searchAndReconsileIssuesUsingJqlPost', 400, { body })).body).toEqual({
        errorMessages: ['Invalid request payload. Refer to the REST API documentation and try again.'],
      });
    },
    { ...readOnly, ...cloud, edge: true, evidence: 'recorded' },
  ),
  outcome(
    'searchAndReconsileIssuesUsingJqlPost',
    200,
    'a page at a time, with the fields that are asked for',
    async (stage) => {
      const { field, red, green } = await twoColours(stage);
      const jql = `issue in (${red.key}, ${green.key}) ORDER BY key ASC`;
      const asked = { jql, maxResults: 1, fields: [field.key] };
      const first = (await stage.admin.ask('searchAndReconsileIssuesUsingJqlPost', 200, { body: asked })).body;
      expect(first).toMatchObject({
        issues: [{ id: red.id, fields: { [field.key]: { value: 'red' } } }],
        isLast: false,
      });
      const body = { ...asked, nextPageToken: first.nextPageToken! };
      const second = (await stage.admin.ask('searchAndReconsileIssuesUsingJqlPost', 200, { body })).body;
      expect(second).toMatchObject({ issues: [{ id: green.id }], isLast: true });
    },
    cloud,
  ),
  outcome(
    'searchAndReconsileIssuesUsingJqlPost',
    400,
    'when there is no such field',
    async (stage) => {
      const body = { jql: nothingOfTheName };
      expect((await stage.admin.ask('searchAndReconsileIssuesUsingJqlPost', 400, { body })).body).toMatchObject(
        refusal,
      );
    },
    { ...readOnly, ...cloud },
  ),
  outcome(
    'countIssues',
    200,
    'with how many there are',
    async (stage) => {
      const { clause } = await twoColours(stage);
      expect((await stage.admin.ask('countIssues', 200, { body: { jql: clause } })).body).toEqual({ count: 1 });
    },
    cloud,
  ),
  outcome(
    'countIssues',
    400,
    'when the query restricts nothing',
    async (stage) => {
      expect((await stage.admin.ask('countIssues', 400, { body: { jql: '' } })).body).toMatchObject(unbounded);
    },
    { ...readOnly, ...cloud },
  ),
  outcome(
    'parseJqlQueries',
    200,
    'with what each consists of, or what is wrong',
    async (stage) => {
      const body = { queries: ['key = A-1 ORDER BY key', 'invalid query'] };
      const query = { validation: 'none' } as const;
      expect((await stage.admin.ask('parseJqlQueries', 200, { query, body })).body).toMatchObject({
        queries: [
          { structure: { where: { field: { name: 'key' }, operator: '=', operand: { value: 'A-1' } } } },
          { query: 'invalid query', errors: [expect.stringContaining('(line 1, character 9)')] },
        ],
      });
    },
    { ...readOnly, ...cloud },
  ),
  outcome(
    'matchIssues',
    200,
    'with those that a query finds',
    async (stage) => {
      const { red, green, clause } = await twoColours(stage);
      const body = { jqls: [clause], issueIds: [Number(red.id), Number(green.id)] };
      expect((await stage.admin.ask('matchIssues', 200, { body })).body).toEqual({
        matches: [{ matchedIssues: [Number(red.id)], errors: [] }],
      });
    },
    cloud,
  ),
  outcome('getAutoComplete', 200, 'with the fields that queries can name', async (stage) => {
    const field = await stage.field('select', { options: ['red'], searcherKey });
    const cfid = `cf[${field.key.replace('customfield_', '')}]`;
    const { visibleFieldNames, jqlReservedWords } = (await stage.admin.ask('getAutoComplete', 200)).body;
    expect(visibleFieldNames).toContainEqual(expect.objectContaining({ cfid }));
    expect(jqlReservedWords).toContain('order');
  }),
  outcome('getFieldAutoCompleteForQueryString', 200, 'with the options that begin so', async (stage) => {
    const field = await stage.field('select', { options: ['red', 'green'], searcherKey });
    const query = { fieldName: `cf[${field.key.replace('customfield_', '')}]`, fieldValue: 're' };
    const { body } = await stage.admin.ask('getFieldAutoCompleteForQueryString', 200, { query });
    expect(body.results).toMatchObject([{ value: 'red' }]);
  }),
];
