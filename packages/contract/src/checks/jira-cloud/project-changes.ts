import { expect } from 'expect';
import type { OperationId } from '@fake-jira/openapi';
import { checksOf, type Check } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { refuses } from './errors.js';

const { outcome, rule } = checksOf('jira-cloud', 'project-changes');

const onCloud = { deployment: 'cloud' } as const;
const onDataCenter = { deployment: 'data-center' } as const;
const noProject = { projectIdOrKey: 'NOSUCHPROJECT' } as const;

const isCloud = ({ versions }: Stage) => versions.jira.has('cloud');

/** What a new project is asked with. Its key is made of its name, which nothing else has. */
function projectOf(stage: Stage, more: object = {}) {
  const { accountId, name: user } = stage.adminIdentity;
  const name = stage.name('project');
  const [, run = '', number = ''] = /^fjf-(\w+?)-(\d+)/.exec(name) ?? [];
  const key = `F${run}${number}`.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const lead = isCloud(stage) ? { leadAccountId: accountId } : { lead: user };
  return { key: `F${key.slice(-9)}`, name, projectTypeKey: 'business', ...lead, ...more };
}

/** Does something with a new project, which is gone behind it. */
async function withProject(
  stage: Stage,
  use: (project: { readonly key: string; readonly name: string; readonly id: number }) => Promise<void>,
): Promise<void> {
  const body = projectOf(stage);
  const made = (await stage.admin.ask('createProject', 201, { body })).body as { id: number };
  try {
    await use({ ...body, id: made.id });
  } finally {
    await removed(stage, made.id);
  }
}

async function removed(stage: Stage, id: number): Promise<void> {
  const query = isCloud(stage) && { query: { enableUndo: false } };
  await stage.admin.send('deleteProject', { path: { projectIdOrKey: id }, ...query });
}

/** 404 for a project that is not there. */
function unknown(id: OperationId, needs: object = {}): Check {
  return outcome(
    id,
    404,
    'when there is no such project',
    async (stage) => {
      const asked = { path: noProject, ...(id === 'updateProject' && { body: { description: 'Changed' } }) };
      refuses((await stage.admin.ask(id, 404, asked)).body);
    },
    needs,
  );
}

const keysOf = async ({ admin }: Stage, status: string) =>
  (await admin.ask('searchProjects', 200, { query: { status } })).body.values as { key: string }[];

/** What administrators do with projects. */
export const projectChanges: readonly Check[] = [
  unknown('updateProject'),
  unknown('deleteProject'),
  unknown('archiveProject', onCloud),
  unknown('restore', onCloud),
  unknown('archiveProjectDataCenter', onDataCenter),
  unknown('restoreProjectDataCenter', onDataCenter),

  outcome('createProject', 201, 'and there it is', (stage) =>
    withProject(stage, async ({ id, key, name }) => {
      const { body } = await stage.admin.ask('getProject', 200, { path: { projectIdOrKey: key } });
      expect(body).toMatchObject({ id: String(id), key, name, projectTypeKey: 'business' });
    }),
  ),
  outcome('createProject', 400, 'when the key is taken', async (stage) => {
    const body = projectOf(stage, { key: stage.sandbox.project.key });
    const refused = (await stage.admin.ask('createProject', 400, { body })).body;
    expect(refused).toMatchObject({ errors: { projectKey: expect.any(String) } });
  }),
  outcome('createProject', 400, 'when the key is in lower case', async (stage) => {
    refuses((await stage.admin.ask('createProject', 400, { body: projectOf(stage, { key: 'lower' }) })).body);
  }),
  outcome('updateProject', 200, 'with the project, and what is not named stays', (stage) =>
    withProject(stage, async ({ key, name }) => {
      const path = { projectIdOrKey: key };
      const { body } = await stage.admin.ask('updateProject', 200, { path, body: { description: 'Words' } });
      expect(body).toMatchObject({ key, name, description: 'Words' });
      expect((await stage.admin.ask('getProject', 200, { path })).body).toMatchObject({ description: 'Words' });
    }),
  ),
  outcome('updateProject', 400, 'when the name is blank', (stage) =>
    withProject(stage, async ({ key }) => {
      refuses(
        (await stage.admin.ask('updateProject', 400, { path: { projectIdOrKey: key }, body: { name: ' ' } })).body,
      );
    }),
  ),
  rule(
    'a project that gets another key is found by the old one',
    { evidence: 'assumed', source: 'Update Project' },
    (stage) =>
      withProject(stage, async ({ id, key }) => {
        const next = `G${key.slice(1)}`;
        await stage.admin.ask('updateProject', 200, { path: { projectIdOrKey: key }, body: { key: next } });
        const { body } = await stage.admin.ask('getProject', 200, { path: { projectIdOrKey: key } });
        expect(body).toMatchObject({ id: String(id), key: next });
      }),
  ),
  outcome('deleteProject', 204, 'and it is gone', (stage) =>
    withProject(stage, async ({ id, key }) => {
      await stage.admin.ask('deleteProject', 204, { path: { projectIdOrKey: id } });
      await stage.admin.ask('getProject', 404, { path: { projectIdOrKey: key } });
    }),
  ),
  outcome(
    'restore',
    200,
    'with the project, out of the trash',
    (stage) =>
      withProject(stage, async ({ id, key }) => {
        const path = { projectIdOrKey: id };
        await stage.admin.ask('deleteProject', 204, { path });
        expect(await keysOf(stage, 'deleted')).toContainEqual(expect.objectContaining({ key, deleted: true }));
        expect((await stage.admin.ask('restore', 200, { path })).body).toMatchObject({ key });
        await stage.admin.ask('getProject', 200, { path: { projectIdOrKey: key } });
      }),
    onCloud,
  ),
  outcome(
    'restore',
    400,
    'when it is in use',
    (stage) =>
      withProject(stage, async ({ key }) =>
        refuses((await stage.admin.ask('restore', 400, { path: { projectIdOrKey: key } })).body),
      ),
    onCloud,
  ),
  outcome(
    'archiveProject',
    204,
    'and it is among the archived',
    (stage) =>
      withProject(stage, async ({ key }) => {
        await stage.admin.ask('archiveProject', 204, { path: { projectIdOrKey: key } });
        expect(await keysOf(stage, 'archived')).toContainEqual(expect.objectContaining({ key, archived: true }));
        expect((await keysOf(stage, 'live')).map((one) => one.key)).not.toContain(key);
      }),
    onCloud,
  ),
  outcome(
    'archiveProject',
    400,
    'when it is archived already',
    (stage) =>
      withProject(stage, async ({ key }) => {
        const path = { projectIdOrKey: key };
        await stage.admin.ask('archiveProject', 204, { path });
        refuses((await stage.admin.ask('archiveProject', 400, { path })).body);
      }),
    onCloud,
  ),
  outcome(
    'archiveProjectDataCenter',
    204,
    'and it is listed where the archived are wanted',
    (stage) =>
      withProject(stage, async ({ key }) => {
        await stage.admin.ask('archiveProjectDataCenter', 204, { path: { projectIdOrKey: key } });
        const listed = async (query: Record<string, boolean>) =>
          ((await stage.admin.ask('getAllProjects', 200, { query })).body as { key: string }[]).map((one) => one.key);
        expect(await listed({})).not.toContain(key);
        expect(await listed({ includeArchived: true })).toContain(key);
      }),
    onDataCenter,
  ),
  outcome(
    'archiveProjectDataCenter',
    400,
    'when it is archived already',
    (stage) =>
      withProject(stage, async ({ key }) => {
        const path = { projectIdOrKey: key };
        await stage.admin.ask('archiveProjectDataCenter', 204, { path });
        refuses((await stage.admin.ask('archiveProjectDataCenter', 400, { path })).body);
      }),
    onDataCenter,
  ),
  outcome(
    'restoreProjectDataCenter',
    202,
    'and it is listed again',
    (stage) =>
      withProject(stage, async ({ key }) => {
        const path = { projectIdOrKey: key };
        await stage.admin.ask('archiveProjectDataCenter', 204, { path });
        await stage.admin.ask('restoreProjectDataCenter', 202, { path });
        const { body } = await stage.admin.ask('getAllProjects', 200);
        expect((body as { key: string }[]).map((one) => one.key)).toContain(key);
      }),
    onDataCenter,
  ),
  outcome(
    'restoreProjectDataCenter',
    400,
    'when it is in use',
    (stage) =>
      withProject(stage, async ({ key }) =>
        refuses((await stage.admin.ask('restoreProjectDataCenter', 400, { path: { projectIdOrKey: key } })).body),
      ),
    onDataCenter,
  ),
];
