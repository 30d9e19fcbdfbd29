import type { OperationId } from '@fake-jira/openapi';
import { operation } from '@fake-jira/openapi';
import type { Answer, Asked, Person } from '../../stage/person.js';
import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';

/** What the addresses of the app have in them. `optionId` is the option itself, or the parent of child options. */
export interface Ids {
  readonly customFieldId: number;
  readonly contextId: number;
  readonly optionId: number;
  readonly childOptionId: number;
}

/** An operation of the app. */
export type EditorOperationId = Extract<OperationId, `editor${string}`>;

/** The operations that only administrators may use. */
export const adminOperations = [
  'editorListCustomFields',
  'editorGetGlobalPermissions',
  'editorReplaceGlobalPermissions',
  'editorPatchPermission',
  'editorListContexts',
  'editorCreateContext',
  'editorGetContextPermissions',
  'editorReplaceContextPermissions',
  'editorUpdateContext',
  'editorDeleteContext',
  'editorListJobs',
  'editorExecuteMaintenanceOperation',
  'editorListMigrationTasks',
  'editorListEventLogs',
  'editorGetDataStorage',
  'editorGetTruncateSchedule',
  'editorSetTruncateSchedule',
] as const satisfies readonly EditorOperationId[];

const optionOperations = (['Default', '', 'DefaultChild', 'Child'] as const).flatMap(
  (where) =>
    [
      `editorList${where}Options`,
      `editorCreate${where}Option`,
      `editorUpdate${where}Option`,
      `editorDelete${where}Option`,
      `editorMove${where}Option`,
      `editorSort${where}Options`,
    ] as const,
);

const defaultOperations = (['Default', ''] as const).flatMap(
  (where) =>
    [`editorGet${where}DefaultValue`, `editorSet${where}DefaultValue`, `editorDelete${where}DefaultValue`] as const,
);

/** The operations on what is granted to the caller. */
export const grantedOperations = [
  'editorListMyContexts',
  'editorGetMyContext',
  ...optionOperations,
  ...defaultOperations,
] as const satisfies readonly EditorOperationId[];

/** The 50 operations of the document. */
export const allOperations = [
  ...adminOperations,
  'editorListMyCustomFields',
  ...grantedOperations,
] as const satisfies readonly EditorOperationId[];

export type DocumentedOperationId = (typeof allOperations)[number];

/** A cascading select list to ask every operation about. */
export interface Scene {
  readonly field: ScratchField;
  readonly ids: Ids;
}

/**
 * A field with two levels of options in its only context.
 *
 * @param granted - whether the plain user may edit it; true by default
 * @param type - of the field; a cascading select list by default
 */
export async function scene(stage: Stage, { granted = true, type = 'cascadingselect' } = {}): Promise<Scene> {
  const field = await stage.field(type, {
    options: [
      { value: 'cats', children: ['micki', 'leo'] },
      { value: 'dogs', children: ['rex'] },
    ],
  });
  if (granted) await stage.grant(field);
  return {
    field,
    ids: {
      customFieldId: field.id,
      contextId: field.contextId,
      optionId: field.option('cats'),
      childOptionId: field.option('cats', 'micki'),
    },
  };
}

/** Ids of nothing that is there. */
export const nothing = ({ unknownId }: Stage): Ids => ({
  customFieldId: unknownId,
  contextId: unknownId,
  optionId: unknownId,
  childOptionId: unknownId,
});

/** Asks an operation for somebody who may not use it. */
export async function askForbidden(person: Person, id: EditorOperationId, stage: Stage): Promise<Answer> {
  const ids = hasVariable(id, 'customFieldId') ? (await scene(stage, { granted: false })).ids : nothing(stage);
  return askRightly(person, id, 403, ids, stage);
}

/** A body that an operation takes, for those that have one. */
export function rightBody(id: EditorOperationId, ids: Ids, stage: Stage): unknown {
  const { contextId, optionId, childOptionId } = ids;
  if (/^editor(Create|Update)(Default)?(Child)?Option$/.test(id)) return { optionvalue: 'fish' };
  if (/^editorMove/.test(id)) return { position: 'First' };
  if (/^editorSort/.test(id)) return { order: 'ASCENDING', locale: 'en-US' };
  if (/^editorSet(Default)?DefaultValue$/.test(id)) return { optionId, childOptionId };
  switch (id) {
    case 'editorReplaceGlobalPermissions':
      return { userlist: [], grouplist: [] };
    case 'editorPatchPermission':
      return { user: stage.userIdentity.name, action: 'REVOKE', type: 'GLOBAL' };
    case 'editorReplaceContextPermissions':
      return [{ contextId, userlist: [], grouplist: [] }];
    case 'editorCreateContext':
    case 'editorUpdateContext':
      return {
        contextName: stage.name('context'),
        contextDescription: '',
        isGlobal: false,
        projectIds: [stage.sandbox.project.id],
        issueTypeIds: [],
      };
    case 'editorExecuteMaintenanceOperation':
      return { name: 'JobIndexCustomFieldSearchTable' };
    case 'editorSetTruncateSchedule':
      return { active: false };
    default:
      return undefined;
  }
}

/** Who may use an operation, once there is a grant. */
export function whoMay(id: EditorOperationId, stage: Stage): Person {
  return (adminOperations as readonly EditorOperationId[]).includes(id) ? stage.admin : stage.user;
}

/** Sends the request of an operation that succeeds for those who may make it. */
export function askRightly(
  person: Person,
  id: EditorOperationId,
  status: number,
  ids: Ids,
  stage: Stage,
): Promise<Answer> {
  const body = rightBody(id, ids, stage);
  return askBy(person, id, status, { path: ids, ...(body === undefined ? {} : { body }) });
}

/** Asks an operation that data names: its address takes of `path` what it has. */
export function askBy(
  person: Person,
  id: EditorOperationId,
  status: number,
  asked: Omit<Asked, 'path'> & { readonly path?: Partial<Record<keyof Ids, number | string>> } = {},
): Promise<Answer> {
  return person.ask<OperationId>(id, status, asked);
}

/** Whether the address of an operation has a variable. */
export function hasVariable(id: EditorOperationId, name: keyof Ids): boolean {
  return operation(id).path.includes(`{${name}}`);
}

export function reads(id: EditorOperationId): boolean {
  return operation(id).method === 'GET';
}
