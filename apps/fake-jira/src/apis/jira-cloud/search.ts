import {
  countIssues,
  JqlSyntaxError,
  prepare,
  RuleError,
  searchIssues,
  type Issue,
  type JqlProblem,
  type SearchContext,
} from '@fake-jira/world';
import { commaList } from '../../http/comma-list.js';
import type { Caller } from '../../http/caller.js';
import { ok } from '../../http/response.js';
import { HttpError } from '../../http/wire-error.js';
import type { JiraHandlers, View } from './call.js';
import { searchContext } from './jql-context.js';
import { jqlSentence } from './jql-problems.js';
import { pageToken, readPageToken } from './page-token.js';
import { namesAndSchema, renderIssue } from './render-issue.js';

type SearchView = View & { readonly caller: Caller };

export const search = {
  searchForIssuesUsingJql(call) {
    const { query } = call;
    return firstSearch({ ...query, fields: commaList(query.fields), expand: commaList(query.expand) }, call);
  },

  searchForIssuesUsingJqlPost(call) {
    const { body } = call;
    const { validateQuery = 'strict', expand } = body;
    return firstSearch(
      {
        ...body,
        startAt: body.startAt ?? 0,
        maxResults: body.maxResults ?? 50,
        fields: commaList(body.fields),
        expand: commaList(typeof expand === 'string' ? [expand] : expand),
        validateQuery: String(validateQuery),
      },
      call,
    );
  },

  searchAndReconsileIssuesUsingJql(call) {
    const { query } = call;
    return enhancedSearch({ ...query, fields: commaList(query.fields), expand: commaList(query.expand) }, call);
  },

  searchAndReconsileIssuesUsingJqlPost(call) {
    const { body } = call;
    const maxResults = body.maxResults ?? 50;
    const fields = commaList(body.fields);
    return enhancedSearch({ ...body, maxResults, fields, expand: commaList(body.expand) }, call);
  },

  countIssues(call) {
    const { jql = '' } = call.body;
    const context = searchContext(call);
    requireBounds(jql, context);
    return ok({ count: countIssues(jql, context) });
  },
} satisfies Partial<JiraHandlers>;

interface Asked {
  readonly jql?: string | undefined;
  readonly maxResults: number;
  readonly fields: readonly string[];
  readonly expand: readonly string[];
  readonly fieldsByKeys?: boolean | undefined;
}

/** The search that tells how many there are and pages by numbers. */
function firstSearch(
  {
    jql = '',
    startAt,
    maxResults,
    fields,
    expand,
    fieldsByKeys = false,
    validateQuery = 'strict',
  }: Asked & {
    readonly startAt: number;
    readonly validateQuery?: string | undefined;
  },
  call: SearchView,
) {
  const { behaviour } = call;
  if (behaviour.searchIsRemoved) throw new HttpError('search-removed');
  const context = searchContext(call);
  const { found, warnings } =
    validateQuery === 'strict' || validateQuery === 'true'
      ? { found: searchIssues(jql, context), warnings: [] }
      : tolerantly(jql, context);
  const size = Math.min(maxResults, behaviour.searchCap);
  const asked = { fields: fields.length === 0 ? ['*navigable'] : fields, fieldsByKeys, expand };
  const shown = found.slice(startAt, startAt + size);
  return ok({
    expand: behaviour.searchExpandable,
    startAt,
    maxResults: size,
    total: found.length,
    issues: shown.map((issue) => renderIssue(issue, withoutShared(asked), call)),
    ...(warnings.length > 0 && validateQuery !== 'none' && { warningMessages: warnings.map(jqlSentence) }),
    ...namesAndSchema(shown, asked, call),
  });
}

/** Names and schemas of fields stand once beside the issues of a page, not in each. */
function withoutShared<Query extends { readonly expand: readonly string[] }>(asked: Query): Query {
  return { ...asked, expand: asked.expand.filter((name) => name !== 'names' && name !== 'schema') };
}

/** What a query finds although something in it is not there; only what cannot be read is refused. */
function tolerantly(jql: string, context: SearchContext): { found: Issue[]; warnings: readonly JqlProblem[] } {
  try {
    const { problems } = prepare(jql, context);
    return problems.length === 0
      ? { found: searchIssues(jql, context), warnings: [] }
      : { found: searchIssues(jql, context, { tolerant: true }), warnings: problems };
  } catch (error) {
    if (error instanceof JqlSyntaxError) throw new RuleError('jql-invalid', { problems: [error.problem] });
    throw error;
  }
}

/** Most issues of a page of the search that pages by tokens. */
const enhancedSearchLimit = 5000;

/** The search that pages by tokens. */
function enhancedSearch(
  {
    jql = '',
    maxResults,
    fields,
    expand,
    fieldsByKeys = false,
    nextPageToken,
  }: Asked & {
    readonly nextPageToken?: string | undefined;
  },
  call: SearchView,
) {
  const context = searchContext(call);
  // In this order, as was measured of a Cloud; a token of nothing is the first page.
  const from = nextPageToken ? readPageToken(nextPageToken, jql) : 0;
  if (maxResults < 1 || maxResults > enhancedSearchLimit) throw new HttpError('max-results-out-of-range');
  requireBounds(jql, context);
  const found = searchIssues(jql, context);
  const shown = found.slice(from, from + maxResults);
  const isLast = from + shown.length >= found.length;
  const asked = { fields, fieldsByKeys, expand };
  const onlyId = fields.every((name) => name === 'id');
  return ok({
    issues: shown.map((issue) => (onlyId ? { id: String(issue.id) } : renderIssue(issue, withoutShared(asked), call))),
    ...(isLast ? {} : { nextPageToken: pageToken(from + maxResults, jql) }),
    isLast,
    ...(onlyId ? {} : namesAndSchema(shown, asked, call)),
  });
}

/** A query must say which issues are meant. @throws RuleError `jql-unbounded`, `jql-invalid` */
function requireBounds(jql: string, context: SearchContext): void {
  try {
    if (prepare(jql, context).query.where === null) throw new RuleError('jql-unbounded', {});
  } catch (error) {
    if (error instanceof JqlSyntaxError) throw new RuleError('jql-invalid', { problems: [error.problem] });
    throw error;
  }
}
