import { expect } from 'expect';
import type { ScratchContext, ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { done } from './answers.js';
import type { Example } from './example-list.js';
import { isLike, type Freedom } from './example-shape.js';
import { adminName, userGroup, userName } from './people.js';
import { askBy, whoMay } from './requests.js';

const flags = ['isGlobal', 'isAllIssueTypes', 'isAllProjects'];

/** A field as the examples have one, with a context of a project and an issue type beside the one for all. */
interface Setting {
  readonly field: ScratchField;
  readonly here: ScratchContext;
  readonly group: string;
}

async function setting(stage: Stage): Promise<Setting> {
  const { project, issueType } = stage.sandbox;
  const field = await stage.field('cascadingselect', { description: 'awesome' });
  const here = await stage.context(field, {
    description: 'bar',
    projectIds: [project.id],
    issueTypeIds: [issueType.id],
    options: [{ value: 'foo', children: ['foo'] }],
  });
  const group = await userGroup(stage);
  const body = { userlist: [userName(stage)], grouplist: [group] };
  await stage.admin.ask('editorReplaceGlobalPermissions', 200, { path: { customFieldId: field.id }, body });
  return { field, here, group };
}

const expansions: Readonly<Record<string, string>> = {
  expandField: 'field',
  expandFullnames: 'userlistWithFullnames',
  expandProjects: 'projects',
  expandIssueTypes: 'issueTypes',
};

/** The query of an example that is read. */
function queryOf({ operation, name }: Example, { field }: Setting): Readonly<Record<string, string | number>> {
  if (operation.endsWith('CustomFields')) {
    if (name === 'page') return { startAt: 0, maxResults: 10, orderBy: 'fieldName', filter: field.name };
    return { startAt: name === 'emptyPage' ? 100 : 0, filter: field.name };
  }
  const both = operation.includes('Permissions') ? 'field,userlistWithFullnames' : 'projects,issueTypes';
  const expand = expansions[name] ?? (name === 'notExpanded' ? undefined : both);
  return expand === undefined ? {} : { expand };
}

/** What of an example is not what an answer has to be. */
function freedomOf({ operation, name }: Example): Freedom {
  if (name === 'page')
    // The example was not brought up to date when contexts got their flags.
    return { additional: flags, same: ['fieldType', 'fieldDescription', 'maxResults', 'startAt', 'total'] };
  if (name === 'emptyPage') return { same: ['maxResults', 'startAt'] };
  if (operation === 'editorGetMyContext') return { absent: ['defaultOptions'] };
  // Nobody of the generated sample exists, and the target has nobody who does not.
  if (operation === 'editorGetGlobalPermissions' && name !== 'sample')
    return { same: ['exists'], additional: ['avatar'] };
  if (operation === 'editorGetContextPermissions') return { additional: ['avatar'] };
  return {};
}

/** The first of the examples that are lists of contexts shows one context: that of the project, or the one for all. */
function shown({ name, operation }: Example, body: unknown): unknown {
  if (!/Contexts$|ContextPermissions$/.test(operation)) return body;
  const [first, second] = body as [unknown, unknown];
  return [name === 'notExpanded' ? first : second];
}

async function readExample(stage: Stage, example: Example, made: Setting): Promise<void> {
  const { operation, value } = example;
  const { field, here } = made;
  if (operation === 'editorGetMyContext') {
    const path = { customFieldId: field.id, contextId: here.id };
    const body = { optionId: here.option('foo'), childOptionId: here.option('foo', 'foo') };
    await stage.user.ask('editorSetDefaultValue', 200, { path, body });
  }
  if (operation === 'editorGetContextPermissions') await stage.grant(field, { contextId: here.id });
  const { body } = await askBy(whoMay(operation, stage), operation, 200, {
    path: { customFieldId: field.id, contextId: here.id },
    query: queryOf(example, made),
  });
  isLike(value, shown(example, body), freedomOf(example));
}

/** The body of an example that is written, with the names and ids of the target. */
function bodyOf({ operation, name, value }: Example, stage: Stage, { here, group }: Setting): unknown {
  const user = userName(stage);
  const { project, otherProject, issueType } = stage.sandbox;
  switch (operation) {
    case 'editorReplaceGlobalPermissions':
      return { userlist: [user, adminName(stage)], grouplist: [group] };
    case 'editorReplaceContextPermissions':
      return [{ contextId: here.id, userlist: [user, adminName(stage)], grouplist: [group] }];
    case 'editorPatchPermission': {
      const sent = value as { readonly user?: string; readonly group?: string; readonly contextId?: number };
      // A user and a group cannot be given at once, and `foo` is no action and no type.
      if (!name.startsWith('grant') && !name.startsWith('revoke'))
        return { user, group: null, action: 'GRANT', type: 'CONTEXT', contextId: here.id };
      return {
        ...sent,
        ...(sent.user === undefined ? {} : { user }),
        ...(sent.group === undefined ? {} : { group }),
        ...(sent.contextId === undefined ? {} : { contextId: here.id }),
      };
    }
    default: {
      const isGlobal = name === 'global';
      const free = operation === 'editorCreateContext' ? otherProject.id : project.id;
      const known = value as { readonly contextDescription?: string };
      return {
        contextName: stage.name('foobar'),
        contextDescription: known.contextDescription ?? 'foobar 123',
        isGlobal,
        projectIds: isGlobal ? [] : [free],
        issueTypeIds: [String(issueType.id)],
      };
    }
  }
}

async function writeExample(stage: Stage, example: Example, made: Setting): Promise<void> {
  const { operation, part, name, value } = example;
  const { field, here } = made;
  const path = { customFieldId: field.id, contextId: here.id };
  if (name === 'global')
    await stage.admin.ask('editorDeleteContext', 200, { path: { ...path, contextId: field.contextId } });
  const body = operation === 'editorDeleteContext' ? undefined : bodyOf(example, stage, made);
  // Null stands for a member that cannot be with the others.
  if (part === 'request') isLike(value, withoutNulls(body), { absent: ['group'] });
  const answer = await askBy(stage.admin, operation, 200, { path, ...(body === undefined ? {} : { body }) });
  if (/Context$/.test(operation)) expect(answer.body).toEqual({ id: expect.any(Number) });
  else done(stage, answer);
}

/** Replays an example of an operation on fields, contexts and grants. */
export async function replayFields(stage: Stage, example: Example): Promise<void> {
  const made = await setting(stage);
  const reads = /^editor(List|Get)/.test(example.operation);
  await (reads ? readExample(stage, example, made) : writeExample(stage, example, made));
}

function withoutNulls(body: unknown): unknown {
  if (Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body as object).filter(([, member]) => member !== null));
}
