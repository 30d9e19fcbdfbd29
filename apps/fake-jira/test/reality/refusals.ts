import type { FieldEntry, WorldFile } from '@fake-jira/fixtures';
import { namedProfile } from '@fake-jira/profile';
import { asAdmin, asJson } from '../support/raw-request.js';
import type { Staging } from './scenes.js';

const admin = { name: 'admin', groups: ['jira-administrators'] };
const json = { ...asAdmin, ...asJson };
const anonymous = asJson;
const emptyDocument = { type: 'doc', version: 1, content: [] };

/** A world in which issues are refused: one project, a few types, and what a recording names. */
function world(fields: readonly FieldEntry[] = [], more: WorldFile = {}, onScreen?: readonly string[]): WorldFile {
  const shown = onScreen ?? ['summary', 'description', 'labels', ...fields.map(({ name }) => name)];
  return {
    users: [admin],
    issueTypes: [
      { name: 'Bug', id: 1 },
      { name: 'Task', id: 3 },
      { name: 'Sub-task', id: 5, subtask: true },
      { name: 'Elsewhere', id: 7 },
    ],
    projects: [{ key: 'TST', id: 10_000, issueTypes: ['Bug', 'Task', 'Sub-task'] }],
    screens: [{ name: 'Default Screen', tabs: [{ name: 'Field Tab', fields: shown }] }],
    fields,
    ...more,
  };
}

const issue = (key: string): WorldFile => ({ issues: [{ key, type: 'Bug', summary: 'One' }] });

/** A new issue, with what is wrong with it. */
function newIssue(wrong: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({
    fields: { project: { key: 'TST' }, issuetype: { name: 'Bug' }, summary: 'One', ...wrong },
  });
}

function creating(
  wrong: Readonly<Record<string, unknown>>,
  fields: readonly FieldEntry[] = [],
  onScreen?: readonly string[],
): Staging {
  return { world: world(fields, {}, onScreen), body: newIssue(wrong), headers: json };
}

function editing(path: string, wrong: Readonly<Record<string, unknown>>, fields: readonly FieldEntry[] = []): Staging {
  return { path, world: world(fields, issue('TST-1')), body: JSON.stringify({ fields: wrong }), headers: json };
}

const ofType = (type: string, id: number, name: string, options: readonly string[] = []): FieldEntry => ({
  name,
  id,
  type,
  ...(options.length > 0 && {
    contexts: [{ options: options.map((value, at) => ({ value, ...(id === 10_001 && { id: 10_000 + at }) })) }],
  }),
});

const onVersion84 = { ...namedProfile('data-center'), jira: { deployment: 'data-center', version: '8.4.0' } } as const;

/** What the recordings of refusals do not have: the request, by their notes, and the world it was made in. */
export const refusals: Readonly<Record<string, Staging>> = {
  'github-threads 8': {
    path: '/rest/api/3/field/customfield_10000/context/10500/option',
    world: { users: [admin], fields: [{ name: 'A', type: 'textfield', id: 10_000, contexts: [{ id: 10_500 }] }] },
  },
  'github-threads 0': {
    path: '/rest/api/latest/issue/createmeta/HMA/issuetypes/5',
  },
  'github-threads 2': {
    addition: {
      projects: [{ key: 'TST', components: [{ name: 'Intranet', id: 10_001, description: 'Of the intranet' }] }],
    },
  },
  'github-threads 1': {
    path: '/rest/api/2/issue/TST-1/editmeta',
    addition: { projects: [{ key: 'TST' }], ...issue('TST-1') },
  },
  'github-threads 3': {
    world: world([ofType('url', 10_039, 'Infracost Link')]),
  },
  'github-threads 4': { world: world() },
  'github-threads 6': {
    world: {
      projects: [{ key: 'TST', id: 10_000, teamManaged: true }],
      fields: [{ name: 'Love amount', id: 10_035, type: 'textfield', project: 'TST' }],
    },
  },
  'github-threads 10': {
    path: '/rest/api/3/screens/10000/tabs/10000/fields',
    world: world([], { screens: [{ name: 'S', id: 10_000, tabs: [{ name: 'T', id: 10_000, fields: ['summary'] }] }] }),
    body: '{"fieldId":"summary"}',
    isSelection: true,
  },
  'github-threads 11': creating({ customfield_13151: 'x' }, [], ['labels']),
  'github-threads 12': creating({ customfield_10038: 'x' }),
  'github-threads 13': creating({ customfield_10126: 'x', description: emptyDocument }, [], ['summary']),
  'github-threads 14': creating({ customfield_10038: 'x' }),
  'github-threads 15': creating({ customfield_10038: 'x' }),
  'github-threads 17': creating({ customfield_12422: 'High' }, [
    ofType('select', 12_422, 'Vulnerability Severity', ['High']),
  ]),
  'github-threads 18': creating({ customfield_10041: 'A', customfield_10042: 'B' }, [
    ofType('select', 10_041, 'Brands', ['A']),
    ofType('select', 10_042, 'Locale', ['B']),
  ]),
  'github-threads 19': creating({ 10075: 'x', 10076: 'y' }),
  'github-threads 21': creating({ QQ: 'x' }),
  'github-threads 22': {
    ...creating(
      { customfield_12316142: { value: 'nope' }, versions: [{ name: 'x-7.6-stable' }] },
      [ofType('select', 12_316_142, 'Target', ['one'])],
      ['summary', 'versions', 'Target'],
    ),
  },
  'github-threads 23': creating({ customfield_10000: [{ value: 'x' }] }, [
    ofType('multiselect', 10_000, 'Several', ['one']),
  ]),
  'github-threads 24': {
    path: '/rest/api/2/issue/TST-1',
    world: world([ofType('cascadingselect', 10_217, 'Where', ['here'])], issue('TST-1'), ['priority', 'Where']),
    body: JSON.stringify({ fields: { customfield_10217: {}, priority: {} } }),
    headers: json,
  },
  'github-threads 25': creating({ customfield_10234: 'Planned - New Capability' }, [
    ofType('select', 10_234, 'Kind', ['Planned - New Capability']),
  ]),
  'github-threads 26': creating({ customfield_10000: { value: 'one' } }, [
    ofType('multiselect', 10_000, 'Several', ['one']),
  ]),
  'github-threads 27': creating({ description: 'a text' }),
  'github-threads 28': editing('/rest/api/2/issue/TST-1', { description: emptyDocument }),
  'github-threads 29': {
    profile: { ...onVersion84, jira: { deployment: 'data-center', version: '9.4.8' } },
    world: world(),
  },
  'github-threads 30': { world: world(), headers: { Authorization: `Basic ${btoa('admin:wrong')}` } },
  'github-threads 32': creating({ labels: ['Test Application'] }),
  'github-threads 33': creating({ summary: 'two\nlines' }),
  'github-threads 34': creating({ issuetype: { name: 'Elsewhere' } }),
  'github-threads 35': creating({ project: { key: 'NOPE' } }),
  'jrjc-assertions 0': { world: world() },
  'jrjc-assertions 1': { world: world() },
  'jrjc-assertions 2': { world: world(), headers: {} },
  'jrjc-assertions 3': { world: world() },
  'jrjc-assertions 4': {
    world: world([], {
      issues: [
        { key: 'TST-1', type: 'Bug', summary: 'One' },
        { key: 'TST-2', type: 'Sub-task', summary: 'Two', parent: 'TST-1' },
      ],
    }),
  },
  'jrjc-assertions 5': { path: '/rest/api/2/issue/TST-2', world: world([], issue('TST-2')), headers: {} },
  'jrjc-assertions 6': { world: world([], issue('TST-1')), headers: {} },
  'jrjc-assertions 8': creating({ summary: undefined }),
  'jrjc-assertions 9': creating({ project: { key: 'BAD' } }),
  'jrjc-assertions 10': creating({ issuetype: { id: '666' } }),
  'jrjc-assertions 11': creating({ invalidField: 'x' }),
  'jrjc-assertions 12': creating({ customfield_10001: { id: '666' } }, [
    ofType('radiobuttons', 10_001, 'My Radio buttons', ['abc', 'Another', 'The last option']),
  ]),
  'jrjc-assertions 13': { ...creating({ summary: undefined }), headers: anonymous },
  'jrjc-assertions 14': { ...creating({}), headers: anonymous },
  'jrjc-assertions 18': {
    world: world([ofType('float', 10_000, 'A number')], issue('TST-1')),
    body: JSON.stringify({ transition: { id: '31' }, fields: { customfield_10000: 'ten' } }),
    headers: json,
  },
  'jrjc-resources 23': {
    path: '/rest/api/2/issue/createmeta/TST/issuetypes',
    addition: { projects: [{ key: 'TST' }] },
  },
  'jira-ruby-server 1': {
    ...editing('/rest/api/2/issue/10002', { invalid: 'x' }),
    world: world([], { issues: [{ key: 'TST-1', id: 10_002, type: 'Bug', summary: 'One' }] }),
  },
  'jira-ruby-server 2': {
    path: '/rest/api/2/issue/10002',
    world: world([], { issues: [{ key: 'TST-1', id: 10_002, type: 'Bug', summary: 'One' }] }),
    body: '{}',
    headers: json,
  },
  'jira-ruby-server 8': creating({}),
};
