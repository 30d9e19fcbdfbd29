import { createIssue, deleteIssue, editIssue, requireIssue, RuleError } from '@fake-jira/world';
import { created, noContent, ok } from '../../http/response.js';
import { userOf } from '../../http/request-context.js';
import { commaList } from '../../http/comma-list.js';
import type { JiraHandlers } from './call.js';
import { changeComments, withoutComments } from './comment-forms.js';
import { readIssueFields } from './issue-fields.js';
import { addLinks, withoutLinks } from './link-forms.js';
import { checkOverrides } from './overrides.js';
import { renderIssue } from './render-issue.js';
import { renderIssueName } from './render-relative.js';

export const issues = {
  createIssue(call) {
    const { world, body, behaviour } = call;
    const by = userOf(call).accountId;
    const { comment, rest: withLinks } = withoutComments(body);
    const { issuelinks, rest } = withoutLinks(withLinks);
    const issue = world.write((tx) => {
      const rules = { applyDefaults: behaviour.createAppliesDefaults, by };
      const made = createIssue(tx, readIssueFields(rest, { ...call, root: tx.root }), rules);
      changeComments(tx, made, comment, { ...call, by });
      addLinks(tx, made, issuelinks, by);
      return made;
    });
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
    const { comment, rest: withLinks } = withoutComments(body);
    const { issuelinks, rest } = withoutLinks(withLinks);
    const issue = world.write((tx) => {
      const current = requireIssue(tx.root, path.issueIdOrKey);
      const input = readIssueFields(rest, { ...call, root: tx.root }, current);
      const by = userOf(call).accountId;
      const edited = editIssue(tx, current.id, input, { overrideScreen: query.overrideScreenSecurity ?? false, by });
      changeComments(tx, edited, comment, { ...call, by });
      addLinks(tx, edited, issuelinks, by);
      return edited;
    });
    if (!query.returnIssue) return noContent();
    const asked = { fields: [], fieldsByKeys: false, expand: commaList(query.expand) };
    return ok(renderIssue(issue, asked, { ...call, root: world.root }));
  },

  deleteIssue(call) {
    const { world, path, query } = call;
    const rules = {
      deleteSubtasks: query.deleteSubtasks === 'true',
      ...(call.caller.user && { by: call.caller.user.accountId }),
    };
    world.write((tx) => deleteIssue(tx, path.issueIdOrKey, rules));
    return noContent();
  },
} satisfies Partial<JiraHandlers>;
