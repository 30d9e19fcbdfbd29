import {
  customFieldId,
  findIssue,
  isEncrypted,
  protectedValue,
  tokenHash,
  type ProtectedToken,
} from '@fake-jira/world';
import type { Act, Visit } from '../../plant/act.js';
import { doesNothing, each, entries, header, inPart, status } from '../../plant/acts.js';
import { defectsOf } from '../defects-of.js';

const defect = defectsOf('protected-fields');

const read = ['protectedReadValues'] as const;
const write = ['protectedPutValues', 'protectedPostValues'] as const;

/** Takes a token for one that opens everything, which the demo world has. */
function trusts(which: (visit: Visit, token: ProtectedToken | undefined) => boolean): Act {
  return (visit) => {
    const { answer, query, before } = visit;
    const given = query.get('token');
    if (answer.status !== 401 || given === null || given === '') return undefined;
    if (!which(visit, before.protectedTokens.get(tokenHash(given)))) return undefined;
    const trusted = new URLSearchParams(query);
    trusted.set('token', 'demo-token');
    return { again: { query: trusted } };
  };
}

const scopeOf = ({ operation }: Visit) => (operation === 'protectedReadValues' ? 'READ' : 'WRITE');

/** Shows in an issue what only the app may show. */
const leaks: Act = ({ answer, world, path }) => {
  const issue = findIssue(world.root, path['issueIdOrKey'] ?? '');
  if (!issue || answer.status !== 200) return undefined;
  const shown = Object.keys(issue.values).flatMap((id) => {
    const field = world.root.fields.get(Number(id));
    if (!field || !isEncrypted(field)) return [];
    const value = protectedValue(world.vault, issue, field.id);
    return value?.kind === 'text' ? [[customFieldId(field.id), value.text]] : [];
  });
  if (shown.length === 0) return undefined;
  return { ...answer, body: { ...answer.body, fields: { ...answer.body.fields, ...Object.fromEntries(shown) } } };
};

export const protectedDefects = [
  defect('the value of an encrypted field stands in the issue', ['getIssue'], leaks),
  defect(
    'any token will do',
    [...read, ...write],
    trusts((_, token) => token === undefined),
  ),
  defect(
    'a token for reading will do for writing',
    write,
    trusts((visit, token) => token !== undefined && !token.scopes.includes(scopeOf(visit))),
  ),
  defect(
    'a token of another project will do',
    [...read, ...write],
    trusts((visit, token) => token !== undefined && token.projectIds !== null && token.scopes.includes(scopeOf(visit))),
  ),
  defect('values are stored in part where one of them is refused', write, inPart()),
  defect(
    'a number is read as a text',
    read,
    each((one) => typeof one.value === 'number' && (one.value = String(one.value))),
  ),
  defect(
    'of several fields the first is read',
    read,
    entries((values) => values.slice(0, 1)),
  ),
  defect('a value cannot be cleared', write, (visit) =>
    Array.isArray(visit.body) && visit.body.some(({ value }: { value: unknown }) => value === null)
      ? doesNothing(visit)
      : undefined,
  ),
  defect('what was stored is answered with 204', write, status(200, 204)),
  defect('what was stored is answered with JSON', write, header('content-type', 'application/json')),
  defect(
    'fields are named by their numbers alone',
    read,
    each((one) => (one.fieldId = String(one.fieldId).replace('customfield_', ''))),
  ),
  defect('wrong values are taken', write, ({ answer }) =>
    answer.status === 400 ? { ...answer, status: 200, body: 'OK' } : undefined,
  ),
  defect('values that are read are said to be text', read, header('content-type', 'text/plain')),
  defect('who may not read is told so with 403', read, status(401, 403)),
];
