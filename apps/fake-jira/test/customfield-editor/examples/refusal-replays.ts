import type { Example } from './document.js';
import type { Replay } from './replay.js';
import { contextId, contextWorld, optionId, optionWorld, worldOf } from './worlds.js';

/** An ID that no field has. */
const unknown = 99_999;

/** A request that is right for each operation with a body, as far as its form goes. */
function rightBody({ path, method, operationId }: Example): unknown {
  if (method === 'get' || method === 'delete') return undefined;
  if (operationId === 'editorPatchPermission') return { user: 'bob', action: 'GRANT', type: 'GLOBAL' };
  if (path.endsWith('/contexts/permissions')) return [{ contextId, userlist: ['bob'], grouplist: [] }];
  if (path.includes('/admin/')) {
    const isPermission = path.endsWith('/{customFieldId}');
    if (isPermission) return { userlist: ['bob'], grouplist: [] };
    return { contextName: 'foo', contextDescription: '', isGlobal: true, projectIds: [], issueTypeIds: [] };
  }
  if (path.endsWith('/operations')) return { name: 'JobIndexCustomFieldSearchTable' };
  if (path.endsWith('/event_log_truncate_schedule')) return { active: false };
  if (path.endsWith('/move')) return { position: 'First' };
  if (path.endsWith('/sort')) return { order: 'ASCENDING' };
  return path.endsWith('/options/default') ? { optionId } : { optionvalue: 'foo' };
}

/** What is wrong with a request that is refused with 400: the field that it names, the page, or the body. */
function wrongRequest(example: Example): Pick<Replay, 'ids' | 'query' | 'body'> {
  const { path, method } = example;
  if (path.includes('{customFieldId}')) return { ids: { customFieldId: unknown }, body: rightBody(example) };
  if (path.endsWith('/operations')) return { body: { name: 'foo' } };
  if (method === 'put') return { body: { active: true, cronExpression: 'foo' } };
  if (/\/(customfields|jobs|event_logs)$/.test(path)) return { query: 'maxResults=none' };
  // Without parameters only what cannot be read is wrong.
  return { body: '{' };
}

/** The option that a value is taken by has the ID of the example. */
function duplicateReplay({ path, method }: Example): Replay {
  const children = path.includes('/childoptions');
  const taken = { id: 1234, value: 'foo' };
  const options = method === 'post' ? [taken] : [taken, { id: optionId, value: 'bar' }];
  return { world: optionWorld(options, { children }), body: { optionvalue: 'foo' } };
}

export function refusalReplay(example: Example): Replay {
  const { status, name, path } = example;
  const world = contextWorld({});
  if (name === 'duplicate') return duplicateReplay(example);
  if (status === 400) return { world, ...wrongRequest(example) };
  const body = rightBody(example);
  if (status === 500) return { world, broken: true, ...(body !== undefined && { body }) };
  const isUsers = path.includes('/user/');
  // Even an administrator has no access without a grant.
  return { world: isUsers ? worldOf({ permissions: {} }) : world, as: isUsers ? 'admin' : 'bob', body };
}
