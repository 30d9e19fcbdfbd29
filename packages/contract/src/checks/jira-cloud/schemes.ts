import { expect } from 'expect';
import type { OperationId } from '@fake-jira/openapi';
import { checksOf, type Check } from '../../check.js';
import { refuses } from './errors.js';
import { refusedStart } from './refusals.js';

const { outcome } = checksOf('jira-cloud', 'schemes');

const readOnly = { readOnly: true } as const;
const text = expect.any(String);

interface Scheme {
  readonly id: number | string;
}

/** A list in pages, of which one entry is looked up by its id. */
function pages(list: OperationId, entry: object): Check[] {
  return [
    outcome(
      list,
      200,
      'a page at a time, and those of which the ids are given',
      async (stage) => {
        const { body } = await stage.admin.ask(list, 200, { query: { maxResults: 1 } });
        expect(body).toMatchObject({ startAt: 0, maxResults: 1, values: [entry] });
        const [{ id }] = body.values as [Scheme];
        expect((await stage.admin.ask(list, 200, { query: { id } })).body).toMatchObject({
          total: 1,
          values: [{ id }],
        });
      },
      readOnly,
    ),
    refusedStart(outcome, list, false),
  ];
}

/** By which schemes projects have screens, and fields are hidden or required. */
export const schemes: readonly Check[] = [
  ...pages('getIssueTypeScreenSchemes', { id: text, name: text, description: text }),
  ...pages('getScreenSchemes', { id: expect.any(Number), name: text, screens: { default: expect.any(Number) } }),
  ...pages('getAllFieldConfigurations', { id: expect.any(Number), name: text, description: text }),
  outcome(
    'getIssueTypeScreenSchemeMappings',
    200,
    'with an entry for all issue types that have none',
    async (stage) => {
      const all = (await stage.admin.ask('getIssueTypeScreenSchemes', 200)).body.values as Scheme[];
      const issueTypeScreenSchemeId = all.at(-1)!.id;
      const query = { issueTypeScreenSchemeId };
      const { body } = await stage.admin.ask('getIssueTypeScreenSchemeMappings', 200, { query });
      const found = body.values as { issueTypeId: string; issueTypeScreenSchemeId: string; screenSchemeId: string }[];
      expect(new Set(found.map((one) => one.issueTypeScreenSchemeId))).toEqual(new Set([issueTypeScreenSchemeId]));
      const { screenSchemeId } = found.find(({ issueTypeId }) => issueTypeId === 'default')!;
      const byId = await stage.admin.ask('getScreenSchemes', 200, { query: { id: screenSchemeId } });
      expect(byId.body.total).toBe(1);
    },
    readOnly,
  ),
  refusedStart(outcome, 'getIssueTypeScreenSchemeMappings', false),
  outcome(
    'getIssueTypeScreenSchemeProjectAssociations',
    200,
    'with the scheme of the project',
    async (stage) => {
      const projectId = String(stage.sandbox.project.id);
      const query = { projectId };
      const { body } = await stage.admin.ask('getIssueTypeScreenSchemeProjectAssociations', 200, { query });
      expect(body).toMatchObject({ total: 1, values: [{ issueTypeScreenScheme: { id: text } }] });
      expect(body.values[0].projectIds).toEqual([projectId]);
    },
    readOnly,
  ),
  outcome(
    'getIssueTypeScreenSchemeProjectAssociations',
    400,
    'when no project is named',
    async (stage) => refuses((await stage.admin.ask('getIssueTypeScreenSchemeProjectAssociations', 400)).body),
    { ...readOnly, evidence: 'inferred' },
  ),
  outcome(
    'getFieldConfigurationItems',
    200,
    'with each field, hidden or not, required or not',
    async (stage) => {
      const [{ id }] = (await stage.admin.ask('getAllFieldConfigurations', 200)).body.values as [{ id: number }];
      const { body } = await stage.admin.ask('getFieldConfigurationItems', 200, {
        path: { id },
        query: { maxResults: 100 },
      });
      expect(body.values).toContainEqual(expect.objectContaining({ id: 'summary', isHidden: false, isRequired: true }));
    },
    readOnly,
  ),
  outcome(
    'getFieldConfigurationItems',
    404,
    'when there is no such configuration',
    async (stage) =>
      refuses((await stage.admin.ask('getFieldConfigurationItems', 404, { path: { id: stage.unknownId } })).body),
    readOnly,
  ),
  refusedStart(outcome, 'getFieldConfigurationItems', false),
];
