import { effectiveSpec, type OperationId } from '@fake-jira/openapi';
import { namedProfile, type Profile } from '@fake-jira/profile';
import { matchAddresses, type Swagger } from '../src/calibrate/addresses.js';

const base = '/rest/jiracustomfieldeditorplugin/1';
const newest = namedProfile('data-center');

interface Change {
  readonly drop?: readonly string[];
  readonly add?: readonly string[];
}

/** What an instance lists that has the operations of the documents, but for some: `GET /maintenance/jobs`. */
function swagger({ drop = [], add = [] }: Change, basePath = base): Swagger {
  const paths: Record<string, Record<string, object>> = {};
  const put = (method: string, path: string) => {
    paths[path] = { ...paths[path], [method.toLowerCase()]: { operationId: 'sort' } };
  };
  for (const [path, item] of Object.entries(effectiveSpec('customfield-editor', newest).paths)) {
    const below = path.slice(base.length);
    for (const method of ['get', 'put', 'post', 'delete', 'patch'] as const) {
      if (item[method] && !drop.includes(`${method.toUpperCase()} ${below}`)) put(method, below);
    }
  }
  for (const one of add) put(...(one.split(' ') as [string, string]));
  return { basePath, paths };
}

const match = (change: Change, basePath?: string, profile: Profile = newest) =>
  matchAddresses(swagger(change, basePath), profile);
const ids = (listed: readonly { readonly operationId: OperationId }[]) => listed.map(({ operationId }) => operationId);

const jobs = 'GET /maintenance/jobs';
const events = 'GET /maintenance/event_logs';
const storage = 'GET /maintenance/data_storage';
const deletesContext = 'DELETE /admin/customfields/{customFieldId}/contexts/{contextId}';

describe('the addresses of operations, held to the Swagger of the instance', () => {
  it('are confirmed where it has method and path, whatever its ids of operations are', () => {
    const found = match({});
    expect(found.confirmed.length).toBeGreaterThan(40);
    expect(found).toMatchObject({ addresses: {}, unlisted: [], unknown: [] });
  });

  it('are confirmed below a context path, with a slash at the end, and with other names and forms of variables', () => {
    const path = '/admin/customfields/{id: \\d+}/contexts/{context}/';
    const found = matchAddresses(
      {
        basePath: `/jira${base}/`,
        paths: { ...swagger({ drop: [deletesContext] }).paths, [path]: { delete: {} } },
      },
      newest,
    );
    expect(found).toMatchObject({ addresses: {}, unlisted: [], unknown: [] });
  });

  it('are those of the instance where one is left that only one of the operations can have', () => {
    const found = match({
      drop: [jobs, deletesContext],
      add: ['GET /jobs', 'DELETE /contexts/{customFieldId}/of/{contextId}'],
    });
    expect(found).toMatchObject({
      addresses: {
        editorListJobs: `${base}/jobs`,
        editorDeleteContext: `${base}/contexts/{customFieldId}/of/{contextId}`,
      },
      unlisted: [],
      unknown: [],
    });
    expect(ids(found.confirmed)).not.toContain('editorListJobs');
  });

  it('stay those of the documents where two of the instance could be meant', () => {
    const found = match({ drop: [jobs], add: ['GET /jobs', 'GET /tasks'] });
    expect(found.addresses).toEqual({});
    expect(ids(found.unlisted)).toEqual(['editorListJobs']);
    expect(found.unknown.map(({ method, address }) => `${method} ${address}`)).toEqual([
      `GET ${base}/jobs`,
      `GET ${base}/tasks`,
    ]);
  });

  it('stay those of the documents where one of the instance could be that of two operations', () => {
    const found = match({ drop: [jobs, events], add: ['GET /jobs'] });
    expect(found.addresses).toEqual({});
    expect([...ids(found.unlisted)].sort()).toEqual(['editorListEventLogs', 'editorListJobs']);
    expect(found.unknown).toEqual([{ method: 'GET', address: `${base}/jobs` }]);
  });

  it('are not taken over with another method, or with other variables or in another order', () => {
    const add = [
      'POST /jobs',
      'DELETE /contexts/{contextId}/of/{customFieldId}',
      'DELETE /contexts/{customFieldId}/of/{id}',
    ];
    const found = match({ drop: [storage, deletesContext], add });
    expect(found.addresses).toEqual({});
    expect([...ids(found.unlisted)].sort()).toEqual(['editorDeleteContext', 'editorGetDataStorage']);
    expect(found.unknown).toHaveLength(3);
  });

  it('that no operation has are told, and one that is unlisted', () => {
    const found = match({ drop: [jobs], add: ['PATCH /new/{thing}'] });
    expect(found.unknown).toEqual([{ method: 'PATCH', address: `${base}/new/{thing}` }]);
    expect(ids(found.unlisted)).toEqual(['editorListJobs']);
    expect(found.addresses).toEqual({});
  });

  it('are not taken over from elsewhere than the base of the version', () => {
    const found = match({}, '/rest/other/1');
    expect(found).toMatchObject({ confirmed: [], addresses: {} });
    expect(found.unknown).toHaveLength(found.unlisted.length);
  });

  it('are found anew where the profile had some', () => {
    const addresses = { editorListJobs: `${base}/old_jobs` };
    expect(match({}, base, { ...newest, addresses })).toMatchObject({ addresses: {}, unlisted: [] });
  });
});
