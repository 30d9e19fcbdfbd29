import { createIssue, deleteIssue, editIssue, requireIssue, RuleError } from '@fake-jira/world';
import { created, noContent, ok } from '../../http/response.js';
import { userOf } from '../../http/request-context.js';
import { commaList } from '../../http/comma-list.js';
import type { JiraHandlers } from './call.js';
import { readIssueFields } from './issue-fields.js';
import { checkOverrides } from './overrides.js';
import { renderIssue } from './render-issue.js';
import { renderIssueName } from './system-values.js';

export const issues = {
  createIssue(call) {
    const { world, body, behaviour } = call;
    const issue = world.write((tx) =>
      createIssue(tx, readIssueFields(body, { ...call, root: tx.root }), {
        applyDefaults: behaviour.createAppliesDefaults,
        by: userOf(call).accountId,
      }),
    );
    return created(renderIssueName(issue, call));
  },

  getIssue(call) {
    const { root, path, query } = call;
    const asked = {
      fields: commaList(query.fields),
      fieldsByKeys: query.fieldsByKeys ?? false,
      expand: commaList(query.expand),
    };
    return ok(renderIssue(requireIssue(root, path.issueIdOrKey), asked, call));
  },

  editIssue(call) {
    const { world, path, query, body, behaviour } = call;
    checkOverrides(query, call);
    if (behaviour.editNeedsSomething && !body.fields && !body.update) throw new RuleError('issue-edit-empty', {});
    const issue = world.write((tx) => {
      const current = requireIssue(tx.root, path.issueIdOrKey);
      const input = readIssueFields(body, { ...call, root: tx.root }, current);
      return editIssue(tx, current.id, input, {
        overrideScreen: query.overrideScreenSecurity ?? false,
        by: userOf(call).accountId,
      });
    });
    if (!query.returnIssue) return noContent();
    const asked = { fields: [], fieldsByKeys: false, expand: commaList(query.expand) };
    return ok(renderIssue(issue, asked, { ...call, root: world.root }));
  },

  deleteIssue({ world, path, query }) {
    world.write((tx) => deleteIssue(tx, path.issueIdOrKey, { deleteSubtasks: query.deleteSubtasks === 'true' }));
    return noContent();
  },
} satisfies Partial<JiraHandlers>;
