import {
  clausesNamed,
  jqlFunctions,
  JqlSyntaxError,
  prepare,
  reservedWords,
  RuleError,
  searchableFields,
  systemClauseNames,
  type AtomKind,
  type ClauseField,
  type SearchContext,
} from '@fake-jira/world';
import { ok } from '../../http/response.js';
import type { JiraHandlers } from './call.js';
import { encoded, searchContext } from './jql-context.js';
import { jqlSentence } from './jql-problems.js';
import { renderQuery } from './render-query.js';

/** So many values are suggested at most. */
const suggestionLimit = 15;

export const jql = {
  parseJqlQueries(call) {
    const { validation = 'strict' } = call.query;
    const context = searchContext(call);
    return ok({ queries: call.body.queries.map((query) => parsed(query, validation, context)) });
  },

  matchIssues(call) {
    const context = searchContext(call);
    const { root } = context;
    const issues = call.body.issueIds.flatMap((id) => root.issues.get(id) ?? []);
    return ok({
      matches: call.body.jqls.map((query) => {
        const { test, errors } = testOf(query, context);
        return { matchedIssues: errors.length > 0 ? [] : issues.filter(test).map(({ id }) => id), errors };
      }),
    });
  },

  getAutoComplete(call) {
    const context = searchContext(call);
    return ok({
      visibleFieldNames: fieldNames(context),
      visibleFunctionNames: jqlFunctions.map(({ name, gives, list, args }) => {
        const value = `${name}(${Array.from({ length: args[0] }, () => '""').join(', ')})`;
        return { value, displayName: value, ...(list && { isList: 'true' as const }), types: [javaTypes[gives]] };
      }),
      jqlReservedWords: [...reservedWords],
    });
  },

  getFieldAutoCompleteForQueryString(call) {
    const { fieldName, fieldValue = '', predicateName, predicateValue = '' } = call.query;
    if (fieldName === undefined) return ok({ results: [] });
    const name = fieldName.replace(/^"(.*)"$/, '$1');
    const context = searchContext(call);
    const fields = clausesNamed(name, context);
    const asked = predicateName === undefined ? fields : fieldsOfPredicate(predicateName, fields, context);
    const values = new Set(asked.flatMap(({ suggestions }) => [...(suggestions?.() ?? [])]));
    const wanted = (predicateName === undefined ? fieldValue : predicateValue).toLowerCase();
    const found = [...values].filter((value) => value.toLowerCase().startsWith(wanted)).slice(0, suggestionLimit);
    return ok({ results: found.map((value) => ({ value: encoded(value), displayName: begun(value, wanted.length) })) });
  },
} satisfies Partial<JiraHandlers>;

/** Whose values can stand behind a predicate of `CHANGED`: people behind `by`, those of the field behind `from` and `to`. */
function fieldsOfPredicate(
  predicate: string,
  fields: readonly ClauseField[],
  context: SearchContext,
): readonly ClauseField[] {
  const past = fields.filter((field) => field.past);
  if (past.length === 0) return [];
  if (predicate.toLowerCase() === 'by') return clausesNamed('reporter', context);
  return ['from', 'to'].includes(predicate.toLowerCase()) ? past : [];
}

function parsed(query: string, validation: 'strict' | 'warn' | 'none', context: SearchContext) {
  try {
    const { query: read, problems } = prepare(query, context);
    const errors = validation === 'none' ? [] : problems.map(jqlSentence);
    return {
      query,
      ...((errors.length === 0 || validation === 'warn') && { structure: renderQuery(read) }),
      ...(errors.length > 0 && { errors }),
    };
  } catch (error) {
    if (!(error instanceof JqlSyntaxError)) throw error;
    return { query, errors: [jqlSentence(error.problem)] };
  }
}

function testOf(query: string, context: SearchContext) {
  try {
    const { search, problems } = prepare(query, context);
    return { test: search.test, errors: problems.map(jqlSentence) };
  } catch (error) {
    if (error instanceof JqlSyntaxError) return { test: () => false, errors: [jqlSentence(error.problem)] };
    if (error instanceof RuleError) return { test: () => false, errors: [error.message] };
    throw error;
  }
}

/** What Jira calls the kinds of value, as it was recorded. */
const javaTypes: Readonly<Record<AtomKind, string>> = {
  text: 'java.lang.String',
  number: 'java.lang.Number',
  moment: 'java.util.Date',
  day: 'java.util.Date',
  user: 'com.atlassian.jira.user.ApplicationUser',
  group: 'com.atlassian.crowd.embedded.api.Group',
  project: 'com.atlassian.jira.project.Project',
  version: 'com.atlassian.jira.project.version.Version',
  component: 'com.atlassian.jira.bc.project.component.ProjectComponent',
  issuetype: 'com.atlassian.jira.issue.issuetype.IssueType',
  issue: 'com.atlassian.jira.issue.Issue',
  option: 'com.atlassian.jira.issue.customfields.option.Option',
  class: 'java.lang.String',
  label: 'com.atlassian.jira.issue.label.Label',
};

const ofClass: Readonly<Record<string, string>> = {
  priority: 'com.atlassian.jira.issue.priority.Priority',
  resolution: 'com.atlassian.jira.issue.resolution.Resolution',
  status: 'com.atlassian.jira.issue.status.Status',
  statusCategory: 'com.atlassian.jira.issue.status.category.StatusCategory',
};

function fieldNames(context: SearchContext) {
  const ofSystem = [...systemClauseNames, 'text'].flatMap((name) =>
    clausesNamed(name, context).map((field) => fieldName(field, name)),
  );
  const custom = [...searchableFields(context)].flatMap((field) => {
    const cfid = `cf[${field.id}]`;
    const [clause] = clausesNamed(cfid, context);
    // Its own name means another field where one of the system has it.
    return clause ? [fieldName(clause, field.name, cfid)] : [];
  });
  const key = ({ displayName }: { readonly displayName: string }) => displayName.toLowerCase();
  return [...ofSystem, ...custom].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** @param cfid - of a custom field; it stands where recordings have it (atlascode-wiremock) */
function fieldName({ id, kind, operators, orderable, suggestions }: ClauseField, name: string, cfid?: string) {
  return {
    value: encoded(name),
    displayName: cfid === undefined ? name : `${name} - ${cfid}`,
    ...(suggestions && { auto: 'true' as const }),
    ...(orderable && { orderable: 'true' as const }),
    searchable: 'true' as const,
    ...(cfid !== undefined && { cfid }),
    operators: [...operators],
    types: [ofClass[id] ?? javaTypes[kind]],
  };
}

/** A suggestion as HTML, with what was written in bold. */
function begun(value: string, length: number): string {
  const html = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return length === 0 ? html(value) : `<b>${html(value.slice(0, length))}</b>${html(value.slice(length))}`;
}
