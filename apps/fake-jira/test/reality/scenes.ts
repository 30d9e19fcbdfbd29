import type { WorldFile } from '@fake-jira/fixtures';
import { namedProfile, type Profile } from '@fake-jira/profile';
import { seenInBody, worldOf } from '@fake-jira/traffic';
import { asAdmin, asJson, type RawRequest } from '../support/raw-request.js';
import type { RecordedExchange } from './recordings.js';
import { refusals } from './refusals.js';

/** How a recorded exchange is played again: in which Jira, in which world, by which request. */
export interface Scene {
  readonly profile: Profile;
  readonly world: WorldFile;
  readonly request: RawRequest;
  /** What the answer has to be like. */
  readonly answer: unknown;
  /** More than what was recorded is no difference: the source shows a part. */
  readonly isSelection?: boolean;
  /** Only that the operation answers, and not sign-in for it. */
  readonly runs?: boolean;
}

/** What a recording leaves out of a scene, and a table says. */
export type Staging = Partial<Pick<Scene, 'world' | 'isSelection' | 'profile'>> &
  Partial<RawRequest> & {
    /** What the world made of the answer has besides. */
    readonly addition?: WorldFile;
  };

const anonymous = {};

export function cloud(date: string): Profile {
  return { ...namedProfile('cloud'), name: `cloud ${date}`, jira: { deployment: 'cloud', date } };
}

export function dataCenter(version: string, apps: Partial<Profile> = {}): Profile {
  return {
    ...namedProfile('data-center'),
    name: `data-center ${version}`,
    jira: { deployment: 'data-center', version },
    ...apps,
  };
}

/** Which Jira each recording shows. Of Server before 7.13 the fake has no version of its own. */
export const jiras: Readonly<Record<string, Profile>> = {
  'atlascode-wiremock': cloud('2025-06'),
  'backlot-measured-cloud': cloud('2026-09'),
  'github-threads': cloud('2025-06'),
  'grimoirelab-elk': cloud('2019-01'),
  'jrjc-assertions': dataCenter('8.4.0'),
  'jrjc-resources': dataCenter('8.4.0'),
  'php-jira-server': dataCenter('8.0.0'),
  'go-jira-apache': dataCenter('7.0.0'),
  'perceval-fiware': dataCenter('6.0.0'),
  'jira-ruby-server': dataCenter('5.0.0'),
  'dc-apps-and-customfields': dataCenter('11.3.0'),
};

const onDataCenter = dataCenter('8.20.0');

/** Plays a recorded exchange; what the recording does not say stands in tables. */
export function sceneOf(exchange: RecordedExchange): Scene {
  const { id, recording, deployment, note = '' } = exchange;
  const { profile, world, addition = {}, isSelection, ...request }: Staging = stagings[id] ?? refusals[id] ?? {};
  const isOneEntry = / \(one\)/.test(exchange.path);
  const refused = /^(needs a credential|no credential|the same with)|RUNS with no credential/.test(note);
  return {
    profile: profile ?? (deployment === 'dc' || deployment === 'server' ? onDataCenter : jiras[recording]!),
    world: world ?? { ...worldOf(seenInBody(exchange.body)), ...addition },
    request: {
      method: exchange.method,
      path: filledIn(exchange.path),
      headers: refused ? withBody(exchange.method, anonymous) : withBody(exchange.method, asAdmin),
      ...(['POST', 'PUT'].includes(exchange.method) && { body: '{}' }),
      ...request,
    },
    answer: answers[id]?.(exchange.body as object) ?? (isOneEntry ? [exchange.body] : exchange.body),
    ...((isSelection || isOneEntry || /cut|selection|required fields of the answer only/.test(note)) && {
      isSelection: true,
    }),
    ...(/^RUNS with no credential/.test(note) && { runs: true }),
  };
}

function withBody(method: string, headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return ['POST', 'PUT', 'PATCH'].includes(method) ? { ...headers, ...asJson } : headers;
}

const values: Readonly<Record<string, string>> = {
  key: 'TST-1',
  fieldId: 'customfield_10000',
  fieldKey: 'app__field',
  projectKey: 'TST',
  projectIdOrKey: 'TST',
  issueTypeId: '1',
};

/** An address without what the source says beside it, and with a value for each `{name}` in it. */
function filledIn(path: string): string {
  return path.replace(/ \(.*\)$|\?expand=…$/, '').replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '10000');
}

const expandedIssue = 'expand=renderedFields,transitions,transitions.fields,editmeta';
const problem = (instance: string, body: object) => ({ ...body, instance });
const bearer = { Authorization: 'Bearer x' };

const newField = '/rest/api/3/field';

function editorJira(customfieldEditor: string): Staging {
  const options = ['Product1', 'Product2', 'Product3', 'Product4'].map((value, at) => ({ value, id: 14_042 + at }));
  return {
    profile: dataCenter('8.4.0', { customfieldEditor }),
    world: {
      users: [{ name: 'admin', groups: ['jira-administrators'] }, { name: 'bob' }],
      fields: [10_100, 12_600].map((id) => ({
        name: `Field ${id}`,
        id,
        type: 'select',
        permissions: { users: ['bob'] },
        contexts: [
          { id: id === 10_100 ? 10_205 : 10_300, options: id === 12_600 ? options : [{ value: 'One', id: 1 }] },
        ],
      })),
    },
    headers: { Authorization: `Basic ${btoa('bob:bob')}` },
  };
}

/** A project with a version and a component of the ids that were asked. */
const withParts = {
  users: [{ name: 'admin', displayName: 'admin', groups: ['jira-administrators'] }],
  projects: [{ key: 'TST', versions: [{ name: '1.1', id: 10_000 }], components: [{ name: 'Web', id: 10_000 }] }],
};

const stagings: Readonly<Record<string, Staging>> = {
  'atlascode-wiremock 0': { path: '/rest/api/2/issue/createmeta?expand=projects.issuetypes.fields' },
  'atlascode-wiremock 2': { path: '/rest/api/2/mypermissions?permissions=CREATE_ISSUES' },
  'atlascode-wiremock 3': { headers: { Authorization: `Basic ${btoa('person3@example.com:person0')}` } },
  'atlascode-wiremock 4': { path: `/rest/api/3/issue/BTS-1?${expandedIssue}` },
  'atlascode-wiremock 8': { path: '/rest/api/2/user/search?query=person', isSelection: true },
  'atlascode-wiremock 14': {
    path: '/rest/api/2/jql/autocompletedata/suggestions?fieldName=Labels',
    world: {
      users: [{ name: 'admin', groups: ['jira-administrators'] }],
      issueTypes: [{ name: 'Bug' }],
      projects: [{ key: 'BTS' }],
      issues: [{ project: 'BTS', type: 'Bug', summary: 'One', labels: ['testing'] }],
    },
  },
  // Each is an issue alone: its parent, which makes it a sub-task, is not there.
  ...Object.fromEntries(
    [0, 3, 4].map((at) => [
      `grimoirelab-elk ${at}`,
      { world: { users: [{ name: 'admin', groups: ['jira-administrators'] }] } },
    ]),
  ),
  'github-threads 5': {
    world: {
      users: [{ name: 'admin', groups: ['jira-administrators'] }],
      screens: [{ name: 'Default Screen' }, { name: 'New custom', id: 10_027 }],
      projects: [{ key: 'ONE', id: 10_019, screen: 'New custom' }],
    },
  },
  'github-threads 20': {
    body: JSON.stringify({ jql: `project = VULN AND issuetype = Bug AND "Tenable Plugin ID" ~ 1` }),
    world: { users: [{ name: 'admin', groups: ['jira-administrators'] }], issueTypes: [{ name: 'Bug' }] },
  },
  'backlot-measured-cloud 0': { headers: { Accept: '*/*' } },
  'backlot-measured-cloud 2': { headers: { Accept: 'application/json' } },
  'backlot-measured-cloud 38': { headers: anonymous },
  'backlot-measured-cloud 39': { headers: bearer },
  'backlot-measured-cloud 42': { path: newField, headers: { ...asAdmin, 'Content-Type': 'text/plain' } },
  'backlot-measured-cloud 43': { path: newField, headers: { ...asAdmin, 'Content-Type': ';;' } },
  'backlot-measured-cloud 44': { path: newField, body: '' },
  'backlot-measured-cloud 45': { path: newField, body: '{' },
  'backlot-measured-cloud 46': { path: newField, body: '[]' },
  'backlot-measured-cloud 53': { headers: anonymous },
  'backlot-measured-cloud 40': { path: '/rest/api/3/issue/KEY-1/comment?maxResults=abc' },
  'backlot-measured-cloud 41': {
    world: {
      users: [{ name: 'admin', groups: ['jira-administrators'] }],
      projects: [{ key: 'TST' }],
      issues: [{ key: 'TST-1', type: 'Bug', summary: 'One' }],
    },
  },
  'jira-ruby-server 13': {
    world: {
      users: [{ name: 'admin', displayName: 'admin', groups: ['jira-administrators'] }],
      projects: [{ key: 'TST' }],
      issues: [
        {
          key: 'TST-1',
          id: 10_002,
          type: 'Bug',
          summary: 'One',
          reporter: 'admin',
          comments: [{ body: 'Some text' }, { body: 'Some text' }],
        },
      ],
    },
  },
  'jira-ruby-server 3': { world: withParts, body: JSON.stringify({ invalid: 1 }) },
  'jira-ruby-server 4': { world: withParts, body: JSON.stringify({ chump: 1 }) },
  'jira-ruby-server 9': { world: withParts, body: JSON.stringify({ name: '2.0', project: 'TST' }) },
  'jira-ruby-server 10': {
    world: { ...withParts, projects: [{ key: 'TST', lead: 'admin', assigneeType: 'PROJECT_LEAD' }] },
    body: JSON.stringify({ name: 'Test component', project: 'TST', assigneeType: 'PROJECT_DEFAULT' }),
  },
  'jrjc-assertions 19': { world: withParts, body: JSON.stringify({ name: '1.1', project: 'TST' }) },
  'jrjc-assertions 23': {
    world: { ...withParts, users: [{ name: 'bob' }] },
    headers: { ...asJson, Authorization: `Basic ${btoa('bob:bob')}` },
  },
  'jrjc-resources 1': {
    path: '/rest/api/latest/component/10001',
    world: {
      users: [
        { name: 'admin', groups: ['jira-administrators'] },
        { name: 'Person 30', displayName: 'Person 29' },
      ],
      projects: [
        {
          key: 'TST',
          components: [{ name: 'Component B', id: 10_001, description: 'another description', lead: 'Person 30' }],
        },
      ],
    },
    isSelection: true,
  },
  'jrjc-resources 38': {
    path: '/rest/api/latest/version/10000',
    world: {
      projects: [
        {
          key: 'TST',
          versions: [
            { name: '1.1', id: 10_000, description: 'Some version', archived: true, releaseDate: '2010-08-25' },
          ],
        },
      ],
    },
    isSelection: true,
  },
  'php-jira-server 0': {
    path: '/rest/api/2/issue/TEST-1?expand=renderedFields,names,schema,transitions,operations,editmeta,changelog',
  },
  'dc-apps-and-customfields 0': editorJira('1.1'),
  'dc-apps-and-customfields 1': {
    ...editorJira('1.1'),
    path: '/rest/jiracustomfieldeditorplugin/1.1/user/customfieldoptions/customfield_12600',
    isSelection: true,
  },
  'dc-apps-and-customfields 2': { ...editorJira('1.5'), headers: asAdmin, isSelection: true },
  'dc-apps-and-customfields 3': { ...editorJira('2.8'), isSelection: true },
  'dc-apps-and-customfields 4': { ...editorJira('1.2'), headers: anonymous },
  'dc-apps-and-customfields 5': {
    isSelection: true,
    world: { fields: [{ name: 'A', type: 'textfield', id: 10_000 }] },
  },
  'dc-apps-and-customfields 6': {
    path: '/rest/api/2/customFields/10000/options',
    world: {
      fields: [{ name: 'A', type: 'select', id: 10_000, contexts: [{ options: [{ value: 'One', id: 20_000 }] }] }],
    },
  },
  'dc-apps-and-customfields 7': {
    path: '/rest/api/2/customFields?ids=customfield_10000',
    world: { fields: [{ name: 'A', type: 'select', id: 10_000 }] },
  },
  'dc-apps-and-customfields 8': {
    body: JSON.stringify({
      name: 'A',
      type: 'com.atlassian.jira.plugin.system.customfieldtypes:textfield',
      searcherKey: 'com.atlassian.jira.plugin.system.customfieldtypes:textsearcher',
    }),
  },
};

/** Recorded bodies that name the resource they were asked of, for scenes that ask another one. */
const answers: Readonly<Record<string, (body: object) => unknown>> = {
  'backlot-measured-cloud 42': (body) => problem(newField, body),
  'backlot-measured-cloud 43': (body) => problem(newField, body),
  'backlot-measured-cloud 49': (body) => problem('/rest/api/3/issue/TST-1', body),
};
