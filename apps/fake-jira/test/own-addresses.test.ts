import { calibrate, openTarget } from '@fake-jira/contract';
import { effectiveSpec } from '@fake-jira/openapi';
import { namedProfile, type Profile } from '@fake-jira/profile';
import { Target } from '@fake-jira/target';
import { credentialsOfTheFake } from '../src/cli/contract-target.js';
import { startFakeJira, type FakeJira } from '../src/index.js';

const base = '/rest/jiracustomfieldeditorplugin/1';
const addresses = {
  editorListJobs: `${base}/jobs`,
  editorDeleteContext: `${base}/contexts/{customFieldId}/of/{contextId}`,
};
const plain = namedProfile('data-center');
const moved: Profile = { ...plain, name: 'moved', addresses };

const as = { headers: { Authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` } };

describe('a profile with addresses of its own', () => {
  let jira: FakeJira;
  beforeAll(async () => {
    jira = await startFakeJira({ profile: moved });
  });
  afterAll(() => jira.close());
  const ask = (path: string, method = 'GET') => fetch(jira.url + path, { ...as, method });

  it('is answered there, and not where the documents have the operation', async () => {
    const { status } = await ask(`${base}/jobs`);
    expect(status).toBe(200);
    expect((await ask(`${base}/maintenance/jobs`)).status).toBe(404);
    expect((await ask(`${base}/maintenance/event_logs`)).status).toBe(200);
  });

  it('has the variables of an operation in another place', async () => {
    const fields = (await (await ask(`${base}/admin/customfields`)).json()) as {
      values: { fieldId: number; fieldType: string }[];
    };
    const field = fields.values.find(({ fieldType }) => fieldType === 'singleselect')?.fieldId as number;
    const contexts = async () =>
      (await (await ask(`${base}/admin/customfields/${field}/contexts`)).json()) as { contextId: number }[];
    const [first] = await contexts();
    const id = first?.contextId as number;
    expect((await ask(`${base}/admin/customfields/${field}/contexts/${id}`, 'DELETE')).status).toBe(405);
    expect((await ask(`${base}/contexts/${field}/of/${id}`, 'DELETE')).status).toBe(200);
    expect((await contexts()).map(({ contextId }) => contextId)).not.toContain(id);
  });

  it('shows in the Swagger of the app, and in its document', async () => {
    const { paths } = (await (await ask(`${base}/api_specification/swagger_json`)).json()) as { paths: object };
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/jobs', '/contexts/{customFieldId}/of/{contextId}']));
    expect(Object.keys(paths)).not.toContain('/maintenance/jobs');
    const document = effectiveSpec('customfield-editor', moved).paths;
    expect(document[`${base}/jobs`]?.get?.operationId).toBe('editorListJobs');
    // Where another operation stays, only the one is gone.
    const left = document[`${base}/admin/customfields/{customFieldId}/contexts/{contextId}`];
    expect([left?.put?.operationId, left?.delete]).toEqual(['editorUpdateContext', undefined]);
  });

  it('is met by the faults of its operations', async () => {
    jira.faults.add({ when: { operation: 'editorListJobs' }, times: 1, status: 503 });
    expect((await ask(`${base}/jobs`)).status).toBe(503);
    expect((await ask(`${base}/jobs`)).status).toBe(200);
  });

  it('is that of one workspace, and others have theirs', async () => {
    const other = jira.workspace('other');
    other.changeSettings({ profile: plain });
    expect((await fetch(`${other.url}${base}/jobs`, as)).status).toBe(404);
    expect((await fetch(`${other.url}${base}/maintenance/jobs`, as)).status).toBe(200);
    expect((await ask(`${base}/jobs`)).status).toBe(200);
  });
});

describe('an address that an operation cannot have', () => {
  let jira: FakeJira;
  beforeAll(async () => {
    jira = await startFakeJira({ profile: plain });
  });
  afterAll(() => jira.close());

  it.each([
    [
      'editorListJob',
      `${base}/jobs`,
      'whose operations alone can have addresses of their own: did you mean editorListJobs',
    ],
    ['createCustomField', '/rest/api/2/new', 'is no operation of Customfield Editor'],
    ['editorListMigrationTasksBefore20', `${base}/tasks`, 'that Customfield Editor 3.0 does not have'],
    ['editorDeleteContext', `${base}/contexts/{contextId}`, 'must have {customFieldId}, then {contextId}, as '],
    ['editorListJobs', `${base}/jobs/{id}`, 'must have no variables'],
    ['editorListJobs', '/rest/elsewhere/1/jobs', `must be below ${base}/`],
    ['editorListJobs', `${base}/maintenance/event_logs`, 'is the address of editorListEventLogs too'],
    ['editorListJobs', 'jobs', 'must be an address such as'],
  ])('refuses %s at %s, and says where', (id, address, message) => {
    const change = () => jira.changeSettings({ profile: { ...plain, addresses: { [id]: address } } });
    expect(change).toThrow(`addresses["${id}"] ${message.startsWith('whose') ? 'is no operation' : ''}`);
    expect(change).toThrow(message);
    expect(jira.settings().profile).toEqual(plain);
  });

  it('is refused at the start too', async () => {
    const addresses = { editorListJobs: '/rest/elsewhere/1/jobs' };
    await expect(startFakeJira({ profile: { ...plain, addresses } })).rejects.toThrow('addresses["editorListJobs"]');
  });
});

describe('calibration of an instance with addresses of its own', () => {
  it('writes them, with their evidence, and asks there', async () => {
    const jira = await startFakeJira({ profile: moved });
    try {
      const reached = new Target({ url: jira.url, credentials: credentialsOfTheFake });
      const target = await openTarget({ target: reached, asReal: true });
      expect(target.profile.addresses).toBeUndefined();
      const found = await calibrate({ target, runId: 'moved', name: 'moved', evidence: 'a test' });
      expect(found.profile.addresses).toEqual(addresses);
      expect(found.profile.evidence).toMatchObject({ editorListJobs: 'a test', editorDeleteContext: 'a test' });
      expect(found.listed).toMatchObject({ unlisted: [], unknown: [] });
      // Its probe lists the jobs.
      expect(found.profile.answers['editor.job-finished-status']).toBe('SUCCESS');
    } finally {
      await jira.close();
    }
  }, 60_000);
});
