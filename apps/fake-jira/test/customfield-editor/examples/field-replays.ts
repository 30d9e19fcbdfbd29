import type { ContextEntry } from '@fake-jira/fixtures';
import type { Example } from './document.js';
import type { Replay } from './replay.js';
import { contextId, contextWorld, optionId, pageWorld, sampleWorld, worldOf } from './worlds.js';

/** Replays of the operations on fields, contexts and grants, by operation and, where they differ, by example. */
type Replays = Readonly<Record<string, Replay | Readonly<Record<string, Replay>>>>;

const bobAndAdmins = { users: ['bob'], groups: ['jira-administrators'] };
const grantees = { users: ['bob', 'steve'], groups: ['jira-administrators', 'jira-system-administrators'] };

/** The example was not brought up to date when contexts got their flags in 2.10. */
const page: Replay = {
  world: pageWorld(grantees),
  query: 'startAt=0&maxResults=10&orderBy=fieldName',
  version: '2.8',
};
const shared = contextWorld({}, { permissions: bobAndAdmins });
const expandedField = { 'editor.expanded-field-id': 'string' } as const;
const avatar = { 'editor.avatar': 'present' } as const;

const forProject = { projects: ['TEST'] };
const forBugs = { issueTypes: ['Bug'] };
const all = 'projects,issueTypes';

function contextsReplay(context: ContextEntry, expand?: string): Replay {
  return { world: contextWorld(context), ...(expand && { query: `expand=${expand}` }) };
}

/** The same for administrators and for those with a grant. */
const contexts: Readonly<Record<string, Replay>> = {
  expandProjects: contextsReplay(forProject, 'projects'),
  expandIssueTypes: contextsReplay(forBugs, 'issueTypes'),
  expandBoth: contextsReplay({ ...forProject, ...forBugs }, all),
  notExpanded: contextsReplay({}),
  sample: { world: sampleWorld(), as: 'foo', query: `expand=${all}` },
};

const ofSample = 'the generated sample names projects, issue types or contexts that no Jira can have';
const contextBody = {
  contextName: 'foo',
  isGlobal: false,
  contextDescription: 'foo',
  projectIds: [1, 2, 3],
  issueTypeIds: ['10000', '10001'],
};
const contextRequest: Replay = { world: contextWorld(forProject), body: contextBody, because: ofSample };
const withoutContexts = worldOf({ contexts: [] });
const teams: Replay = { world: contextWorld({}) };
const emptyPage: Replay = { world: contextWorld({}), query: 'startAt=100' };

const fields: Replays = {
  editorListCustomFields: {
    page,
    emptyPage,
    sample: { world: sampleWorld() },
  },
  editorGetGlobalPermissions: {
    expandField: { world: shared, query: 'expand=field', answers: expandedField },
    expandFullnames: { world: shared, query: 'expand=userlistWithFullnames' },
    expandBoth: { world: shared, query: 'expand=field,userlistWithFullnames', answers: expandedField },
    notExpanded: { world: shared },
    sample: { world: sampleWorld(), query: 'expand=field,userlistWithFullnames', answers: avatar },
  },
  editorReplaceGlobalPermissions: {
    world: contextWorld({}),
    body: { userlist: ['foo', 'bar'], grouplist: ['foo', 'bar'] },
  },
  editorPatchPermission: {
    'request sample': {
      world: contextWorld({}),
      body: { user: 'foo', group: null, action: 'GRANT', type: 'CONTEXT', contextId },
      because: 'a user and a group cannot be given at once, and `foo` is no action and no type',
    },
    grantUserGlobal: teams,
    grantUserContext: teams,
    revokeUserGlobal: teams,
    revokeUserContext: { world: contextWorld({ permissions: { users: ['bob'] } }) },
    grantGroupGlobal: teams,
    sample: { world: contextWorld({}), body: { user: 'bob', action: 'GRANT', type: 'GLOBAL' } },
  },
  editorListContexts: { ...contexts, sample: { ...(contexts['sample'] as Replay), as: 'admin' } },
  editorListMyContexts: contexts,
  editorCreateContext: {
    ofProject: { world: withoutContexts },
    global: { world: withoutContexts },
    'request sample': { ...contextRequest, world: withoutContexts },
    sample: { world: withoutContexts, body: contextBody },
  },
  editorUpdateContext: {
    ofProject: { world: contextWorld(forProject) },
    'request sample': contextRequest,
    sample: contextRequest,
  },
  editorDeleteContext: { world: contextWorld(forProject) },
  editorGetContextPermissions: {
    expandFullnames: {
      world: contextWorld({ id: 10007, permissions: bobAndAdmins }),
      query: 'expand=userlistWithFullnames',
    },
    notExpanded: { world: contextWorld({ id: 10007, permissions: bobAndAdmins }) },
    sample: { world: sampleWorld(), query: 'expand=userlistWithFullnames', answers: avatar },
  },
  editorReplaceContextPermissions: {
    world: contextWorld({}),
    body: [{ contextId, userlist: ['foo', 'bar'], grouplist: ['foo', 'bar'] }],
    because: ofSample,
  },
  editorListMyCustomFields: {
    page,
    emptyPage,
    sample: { world: sampleWorld({}, { permissions: {} }), as: 'foo' },
  },
  editorGetMyContext: {
    world: sampleWorld(
      { options: [{ id: optionId, value: 'foo', children: ['foo'] }], default: ['foo', 'foo'] },
      { type: 'cascadingselect' },
      { onlyAdministratorsDeleteOptions: true },
    ),
    as: 'foo',
  },
};

export function replayFrom(replays: Replays, { operationId, status, name }: Example): Replay {
  const found = replays[operationId];
  if (!found) throw new Error(`${operationId} has no replay.`);
  if ('world' in found) return found as Replay;
  const named = found;
  const replay = (status === 'request' ? named[`request ${name}`] : undefined) ?? named[name];
  if (!replay) throw new Error(`The example ${name} of ${operationId} has no replay.`);
  return replay;
}

export const fieldReplay = (example: Example): Replay => replayFrom(fields, example);
