import { expect } from 'expect';
import { checksOf } from '../../check.js';
import { says } from './errors.js';

const { outcome } = checksOf('jira-cloud', 'contexts');

export const contexts = [
  outcome('getContextsForField', 200, 'with the contexts and how far each reaches', async (stage) => {
    const { sandbox } = stage;
    const field = await stage.field('select');
    const bugs = await stage.context(field, {
      projectIds: [sandbox.project.id],
      issueTypeIds: [sandbox.issueType.id],
    });
    const { body } = await stage.admin.ask('getContextsForField', 200, { path: { fieldId: field.key } });
    expect(body).toMatchObject({
      total: 2,
      isLast: true,
      values: [
        { id: String(field.contextId), isGlobalContext: true, isAnyIssueType: true },
        { id: String(bugs.id), name: bugs.name, isGlobalContext: false, isAnyIssueType: false },
      ],
    });
  }),
  outcome('createCustomFieldContext', 400, 'when the name is blank', async (stage) => {
    const field = await stage.field('select');
    const { body } = await stage.admin.ask('createCustomFieldContext', 400, {
      path: { fieldId: field.key },
      body: { name: ' ', projectIds: [String(stage.sandbox.project.id)] },
    });
    says(body);
  }),
];
