import {
  requireIssue,
  transitionIssue,
  transitions as all,
  type IssueProblem,
  type OptionName,
} from '@fake-jira/world';
import { commaList } from '../../http/comma-list.js';
import { noContent, ok } from '../../http/response.js';
import { userOf } from '../../http/request-context.js';
import type { JiraHandlers } from './call.js';
import { changeComments, withoutComments } from './comment-forms.js';
import { readIssueFields, type IssueRequest } from './issue-fields.js';
import { readNamed, Unreadable } from './read-value.js';
import { renderTransition } from './render-transition.js';

/** The workflow of an issue. */
export const transitions = {
  getTransitions(call) {
    const { root, path, query } = call;
    const issue = requireIssue(root, path.issueIdOrKey);
    const wanted = all.filter(({ id }) => query.transitionId === undefined || String(id) === query.transitionId);
    const expand = commaList(query.expand);
    return ok({
      expand: 'transitions',
      transitions: wanted.map((transition) => renderTransition(transition, issue, expand, call)),
    });
  },

  doTransition(call) {
    const { world, path, body } = call;
    const { comment, rest } = withoutComments(body);
    world.write((tx) => {
      const issue = requireIssue(tx.root, path.issueIdOrKey);
      const { others, given, resolution, problems } = withoutResolution(rest);
      const read = readIssueFields(others, { ...call, root: tx.root }, issue);
      const parts = { ...read, problems: [...(read.problems ?? []), ...problems] };
      transitionIssue(tx, issue.id, {
        transition: body.transition?.id,
        resolution,
        parts,
        given,
        by: userOf(call).accountId,
      });
      changeComments(tx, issue, comment, { ...call, by: userOf(call).accountId });
    });
    return noContent();
  },
} satisfies Partial<JiraHandlers>;

interface ResolutionAside {
  readonly others: IssueRequest;
  /** The ids of all fields, the resolution too. */
  readonly given: readonly string[];
  readonly resolution: OptionName | undefined;
  readonly problems: readonly IssueProblem[];
}

/** Takes the resolution out of a request: no other way than through a transition sets it. */
function withoutResolution({ fields = {}, update = {} }: IssueRequest): ResolutionAside {
  const { resolution: named, ...otherFields } = fields;
  const { resolution: operations, ...otherUpdates } = update;
  const json = named ?? operations?.at(-1)?.['set'];
  const aside = { others: { fields: otherFields, update: otherUpdates }, given: Object.keys({ ...fields, ...update }) };
  if (json === undefined || json === null) return { ...aside, resolution: undefined, problems: [] };
  try {
    return { ...aside, resolution: readNamed(json), problems: [] };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return {
      ...aside,
      resolution: undefined,
      problems: [{ field: 'resolution', problem: 'unreadable', detail: error.message }],
    };
  }
}
