import { bases, documentBase, operation, operations, servedOperations, type OperationId } from '@fake-jira/openapi';
import type { Response } from 'supertest';
import type { TestJira, TestUser } from '../../support/jira.js';
import { idsOf, projectId, type Ids } from './world.js';

export const root = '/rest/jiracustomfieldeditorplugin';
const newestBase = documentBase('customfield-editor') as string;

/** What a request has beside what makes it succeed. */
export interface Variant {
  readonly ids?: Partial<Ids>;
  readonly body?: unknown;
  readonly query?: string;
  readonly user?: TestUser;
  /** The base, where it is not that of the version. */
  readonly base?: string;
}

const option = { optionvalue: 'new' };
const context = {
  contextName: 'Shop',
  contextDescription: 'of the shop',
  isGlobal: false,
  projectIds: [projectId],
  issueTypeIds: [],
};

/** Of the operations that have a body, one that succeeds. */
function bodyOf(operationId: OperationId, ids: Ids): unknown {
  const name = operationId.replace(/^editor(Legacy)?/, '');
  if (/^(Create|Update)(Default)?(Child)?Option$/.test(name)) return option;
  if (/^Move/.test(name)) return { position: 'First' };
  if (/^Sort/.test(name)) return { locale: 'en-US', order: 'ASCENDING' };
  if (/^Set(Default)?DefaultValue$/.test(name)) return defaultOf(ids);
  switch (name) {
    case 'ReplaceGlobalPermissions':
      return { userlist: ['bob'], grouplist: [] };
    case 'PatchPermission':
      return { user: 'bob', action: 'GRANT', type: 'GLOBAL' };
    case 'CreateContext':
    case 'UpdateContext':
      return context;
    case 'ReplaceContextPermissions':
      return [{ contextId: ids.contextId, userlist: ['bob'], grouplist: [] }];
    case 'ExecuteMaintenanceOperation':
      return { name: 'MaintenanceActionDeleteAllEventLogs' };
    case 'SetTruncateSchedule':
      return { active: true, cronExpression: '0 0 * ? * *' };
    default:
      return undefined;
  }
}

function defaultOf(ids: Ids): object {
  const { optionId, childOptionId } = ids;
  const cascading = ids.customFieldId === idsOf('default').customFieldId;
  return cascading ? { optionId, childOptionId } : { optionIds: [optionId, childOptionId] };
}

/** The ids of the cascading select list that an operation's address means. */
export function idsFor(operationId: OperationId): Ids {
  return idsOf(contextOf(operationId));
}

/** Whether an operation on options means the default context or the one in its address. */
export function contextOf(operationId: OperationId): 'default' | 'named' {
  const { path } = operation(operationId);
  return path.includes('/default/') || isLegacy(operationId) ? 'default' : 'named';
}

/** The parameters of an operation's address. */
export function parametersOf(operationId: OperationId): readonly string[] {
  return [...operation(operationId).path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
}

/** What served an operation at its address before 1.2. */
export function legacyOf(operationId: OperationId): OperationId {
  return operationId.replace(/^editor(\w+?)Default/, 'editorLegacy$1') as OperationId;
}

/** The operations that have served what an operation serves, at its newest address and at older ones. */
export function addressesOf(operationId: OperationId): readonly OperationId[] {
  const older = [legacyOf(operationId), `${operationId}Before20`];
  const ids = operations('customfield-editor').map((one) => one.operationId);
  return ids.filter((id) => id === operationId || older.includes(id));
}

/** What serves an operation in the version of a fake. */
export function servedAs({ profile }: TestJira, operationId: OperationId): OperationId {
  const served = servedOperations('customfield-editor', profile);
  return addressesOf(operationId).find((id) => served.has(id)) ?? operationId;
}

/** A request of an operation that succeeds where there is the operation, but for the variant. */
export function send(jira: TestJira, operationId: OperationId, variant: Variant = {}): Promise<Response> {
  const { method, path } = operation(operationId);
  const ids = { ...idsFor(operationId), ...variant.ids };
  const body = 'body' in variant ? variant.body : bodyOf(operationId, ids);
  const user = variant.user ?? (path.includes('/user/') ? jira.bob : jira.admin);
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => valueOf(name, ids, isLegacy(operationId)));
  const base = variant.base ?? bases('customfield-editor', jira.profile)[0]?.base ?? newestBase;
  const at = isLegacy(operationId) ? address : base + address.slice(newestBase.length);
  return user[method.toLowerCase() as 'get'](`${at}${variant.query ?? ''}`, body);
}

function valueOf(name: string, ids: Ids, legacy: boolean): string {
  if (name === 'parentOptionId') return String(ids.optionId);
  const value = String(ids[name as keyof Ids]);
  return legacy && name === 'customFieldId' ? `customfield_${value}` : value;
}

function isLegacy(operationId: OperationId): boolean {
  return operation(operationId).path.startsWith(`${root}/1.1/`);
}

export function isSuccess({ status }: Response): boolean {
  return status === 200 || status === 204;
}

/** The names of the entries of a validation error. */
export function namesOf({ body }: Response): readonly string[] {
  return ((body as { errors?: { name: string }[] }).errors ?? []).map(({ name }) => name);
}
