import { changesOfIssue, requireIssue } from '@fake-jira/world';
import { okPage, type JiraHandlers } from './call.js';
import { renderChange } from './render-changelog.js';

/** The history of an issue by itself. */
export const changelogs = {
  getChangeLogs(call) {
    const { id } = requireIssue(call.root, call.path.issueIdOrKey);
    return okPage(changesOfIssue(call.root, id), call, (change) => renderChange(change, call));
  },
} satisfies Partial<JiraHandlers>;
