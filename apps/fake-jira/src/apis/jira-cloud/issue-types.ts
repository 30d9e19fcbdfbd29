import { requireIssueType, type IssueType } from '@fake-jira/world';
import { ok } from '../../http/response.js';
import { HttpError } from '../../http/wire-error.js';
import type { JiraHandlers, View } from './call.js';
import { inForm } from './forms.js';
import { entityId, scopeOf } from './scope.js';

export const issueTypes = {
  getIssueAllTypes: (call) => ok([...call.root.issueTypes.values()].map((type) => listedIssueType(type, call))),

  getIssueType(call) {
    const { id } = call.path;
    // Jira's Field API, get issue type: 400 for an id that is not valid, 404 for one that nothing has. Server was seen to
    // answer 404 to both.
    if (call.behaviour.issueTypeIdIsNumber && !/^\d+$/.test(id)) {
      throw new HttpError('request-invalid', { reason: `"${id}" is no ID of an issue type.` });
    }
    return ok(listedIssueType(requireIssueType(call.root, id), call));
  },
} satisfies Partial<JiraHandlers>;

/** An issue type by itself: with the project that it is of. */
function listedIssueType(type: IssueType, view: View) {
  return inForm(issueTypeParts(type, view), view.behaviour.forms.listedIssueType);
}

/** An issue type (`IssueTypeDetails`). */
export function renderIssueType(type: IssueType, view: View) {
  return inForm(issueTypeParts(type, view), view.behaviour.forms.issueType);
}

/** Everything that a response can say of an issue type. */
export function issueTypeParts(type: IssueType, { links, behaviour }: Pick<View, 'links' | 'behaviour'>) {
  const { id, name, description, subtask, ofProject } = type;
  return {
    self: links.rest(`/issuetype/${id}`),
    id: String(id),
    description,
    iconUrl: behaviour.avatars.ofIssueType(type, links),
    name,
    untranslatedName: name,
    subtask,
    avatarId: id,
    entityId: ofProject === undefined ? undefined : entityId(id),
    hierarchyLevel: subtask ? -1 : 0,
    scope: scopeOf(ofProject),
  };
}
