import { expect } from 'expect';
import { checksOf, type Check } from '../../check.js';
import { refuses } from './errors.js';
import { refusedStart } from './refusals.js';

const { outcome, rule } = checksOf('jira-cloud', 'changelogs');

/** The history of issues. */
export const changelogs: readonly Check[] = [
  outcome(
    'getChangeLogs',
    200,
    'with what an edit changed of a custom field',
    async (stage) => {
      const field = await stage.field('select', { options: ['red', 'green'] });
      await stage.onScreen(field);
      const { key } = await stage.issue({ [field.key]: { value: 'red' } });
      const path = { issueIdOrKey: key };
      await stage.admin.ask('editIssue', 204, { path, body: { fields: { [field.key]: { value: 'green' } } } });
      const { values } = (await stage.admin.ask('getChangeLogs', 200, { path })).body;
      expect(values.at(-1)).toMatchObject({
        id: expect.any(String),
        created: expect.any(String),
        items: [
          {
            field: field.name,
            fieldtype: 'custom',
            fieldId: field.key,
            from: String(field.option('red')),
            fromString: 'red',
            to: String(field.option('green')),
            toString: 'green',
          },
        ],
      });
    },
    { deployment: 'cloud' },
  ),
  outcome(
    'getChangeLogs',
    404,
    'when there is no such issue',
    async ({ admin, sandbox }) => {
      const path = { issueIdOrKey: `${sandbox.project.key}-999999999` };
      refuses((await admin.ask('getChangeLogs', 404, { path })).body);
    },
    { readOnly: true, deployment: 'cloud' },
  ),
  refusedStart(outcome, 'getChangeLogs', false),
  rule(
    'the history comes with an issue, and has what was changed',
    { evidence: 'corroborated', source: 'as recorded of php-jira-server' },
    async (stage) => {
      const { key } = await stage.issue();
      const path = { issueIdOrKey: key };
      await stage.admin.ask('editIssue', 204, { path, body: { fields: { summary: 'Another' } } });
      const { changelog } = (await stage.admin.ask('getIssue', 200, { path, query: { expand: 'changelog' } })).body;
      expect(changelog.histories[0].items).toMatchObject([
        { field: 'summary', fieldtype: 'jira', toString: 'Another' },
      ]);
    },
  ),
];
