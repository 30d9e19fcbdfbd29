import { trashRetention, taskDuration, checkWorld } from '@fake-jira/world';
import {
  fieldNamed,
  fieldPath,
  listeningJira,
  onlyContextOf,
  optionsAt,
  read,
  refusalOf,
  valuesOf,
} from '../support/field-steps.js';
import type { TestJira } from '../support/jira.js';

interface TaskJson {
  readonly status: string;
  readonly progress: number;
  readonly [property: string]: unknown;
}

const idsOf = async (jira: TestJira) => (await read<{ id: string }[]>(jira.admin, fieldPath)).map(({ id }) => id);

/** Asks for a deletion; answers with the address of its task. */
async function startDeleting(jira: TestJira, id: string, prefix = ''): Promise<string> {
  const answer = await jira.admin.delete(`${prefix}${fieldPath}/${id}`);
  expect([answer.status, answer.text]).toEqual([303, '']);
  return answer.headers['location'] as string;
}

const taskAt = (jira: TestJira, location: string) => read<TaskJson>(jira.admin, location.slice(jira.url.length));

describe('a field in the trash', () => {
  it('is in no list and cannot be changed, yet keeps its id and name', async () => {
    const jira = await listeningJira();
    const id = fieldNamed(jira, 'Teams');
    const answer = await jira.admin.post(`${fieldPath}/${id}/trash`);
    expect([answer.status, answer.body]).toEqual([200, {}]);
    expect(await idsOf(jira)).not.toContain(id);
    expect((await read<{ total: number }>(jira.admin, `${fieldPath}/search?id=${id}`)).total).toBe(0);
    for (const change of [
      jira.admin.put(`${fieldPath}/${id}`, { name: 'Mine' }),
      jira.admin.get(`${fieldPath}/${id}/context`),
    ]) {
      expect(refusalOf(await change)).toEqual([404, 'The custom field was not found.']);
    }
  });

  it('comes back as it was', async () => {
    const jira = await listeningJira();
    const id = fieldNamed(jira, 'Animals');
    const options = optionsAt(id, await onlyContextOf(jira, id));
    const before = [
      await valuesOf(jira, options),
      (await jira.admin.get(`${fieldPath}/${id}/context/defaultValue`)).body,
    ];
    const list = await read(jira.admin, fieldPath);
    await jira.admin.post(`${fieldPath}/${id}/trash`);
    const answer = await jira.admin.post(`${fieldPath}/${id}/restore`);
    expect([answer.status, answer.body]).toEqual([200, {}]);
    expect([
      await valuesOf(jira, options),
      (await jira.admin.get(`${fieldPath}/${id}/context/defaultValue`)).body,
    ]).toEqual(before);
    expect(await read(jira.admin, fieldPath)).toEqual(list);
  });

  it('is put there once, and restored from there only', async () => {
    const jira = await listeningJira();
    const [teams, old] = [fieldNamed(jira, 'Teams'), fieldNamed(jira, 'Old rating')];
    expect(refusalOf(await jira.admin.post(`${fieldPath}/${old}/trash`))).toEqual([
      400,
      `The custom field '${old}' is in the trash already.`,
    ]);
    expect(refusalOf(await jira.admin.post(`${fieldPath}/${teams}/restore`))).toEqual([
      400,
      `The custom field '${teams}' is not in the trash.`,
    ]);
  });

  it('is not a locked one', async () => {
    const jira = await listeningJira();
    const id = fieldNamed(jira, 'Approvers');
    const text = [400, `The custom field '${id}' is locked and cannot be changed.`];
    expect(refusalOf(await jira.admin.post(`${fieldPath}/${id}/trash`))).toEqual(text);
    expect(refusalOf(await jira.admin.delete(`${fieldPath}/${id}`))).toEqual(text);
  });

  it('is gone for good on the day that was planned, and not before', async () => {
    const jira = await listeningJira();
    const id = fieldNamed(jira, 'Teams');
    await jira.admin.post(`${fieldPath}/${id}/trash`);
    jira.clock.advance(trashRetention - 1);
    expect((await read<{ total: number }>(jira.admin, `${fieldPath}/search/trashed?id=${id}`)).total).toBe(1);
    jira.clock.advance(1);
    expect((await read<{ total: number }>(jira.admin, `${fieldPath}/search/trashed?id=${id}`)).total).toBe(0);
    expect(refusalOf(await jira.admin.post(`${fieldPath}/${id}/restore`))).toEqual([
      404,
      'The custom field was not found.',
    ]);
    expect(checkWorld(jira.root)).toEqual([]);
  });
});

describe('deleting a field', () => {
  it.each([
    ['in use', 'Teams'],
    ['in the trash', 'Old rating'],
  ])('%s takes a while, which a task shows', async (_where, name) => {
    const jira = await listeningJira();
    const id = fieldNamed(jira, name);
    const location = await startDeleting(jira, id);
    expect(location).toMatch(new RegExp(`^${jira.url}/rest/api/3/task/\\d+$`));
    expect(await taskAt(jira, location)).toMatchObject({
      self: location,
      status: 'RUNNING',
      progress: 0,
      elapsedRuntime: 0,
    });
    jira.clock.advance(taskDuration / 2);
    expect(await taskAt(jira, location)).toMatchObject({
      status: 'RUNNING',
      progress: 50,
      elapsedRuntime: taskDuration / 2,
    });
    jira.clock.advance(taskDuration / 2 - 1);
    expect(await taskAt(jira, location)).toMatchObject({ status: 'RUNNING', progress: 99 });
    jira.clock.advance(1);
    const done = await taskAt(jira, location);
    expect(done).toMatchObject({ status: 'COMPLETE', progress: 100, elapsedRuntime: taskDuration });
    expect(done).toHaveProperty('finished');
    jira.clock.advance(60_000);
    expect(await taskAt(jira, location)).toEqual(done);
  });

  it('is refused with 409 while it is running, as are trash and restore', async () => {
    const jira = await listeningJira();
    const [teams, old] = [fieldNamed(jira, 'Teams'), fieldNamed(jira, 'Old rating')];
    const [task, oldTask] = [await startDeleting(jira, teams), await startDeleting(jira, old)].map((location) =>
      location.split('/').at(-1),
    );
    const running = (id: string, taskId?: string) => [
      409,
      `The custom field '${id}' is being deleted by task ${taskId}.`,
    ];
    expect(refusalOf(await jira.admin.delete(`${fieldPath}/${teams}`))).toEqual(running(teams, task));
    expect(refusalOf(await jira.admin.post(`${fieldPath}/${teams}/trash`))).toEqual(running(teams, task));
    expect(refusalOf(await jira.admin.post(`${fieldPath}/${old}/restore`))).toEqual(running(old, oldTask));
  });

  it('takes the field away with everything in it', async () => {
    const jira = await listeningJira();
    const id = fieldNamed(jira, 'Animals');
    const number = Number(id.replace('customfield_', ''));
    await startDeleting(jira, id);
    expect(await idsOf(jira)).toContain(id);
    jira.clock.advance(taskDuration);
    expect(await idsOf(jira)).not.toContain(id);
    expect(refusalOf(await jira.admin.get(`${fieldPath}/${id}/context`))).toEqual([
      404,
      'The custom field was not found.',
    ]);
    expect(refusalOf(await jira.admin.delete(`${fieldPath}/${id}`))).toEqual([404, 'The custom field was not found.']);
    expect(
      [...jira.root.options.values(), ...jira.root.contexts.values()].filter(({ fieldId }) => fieldId === number),
    ).toEqual([]);
    expect(checkWorld(jira.root)).toEqual([]);
  });

  it('is known by the format of its id: a bare number and a system field are none', async () => {
    const jira = await listeningJira();
    for (const id of ['10000', 'summary']) {
      const text = `The custom field ID '${id}' is not valid: expected a form such as customfield_10000.`;
      expect(refusalOf(await jira.admin.delete(`${fieldPath}/${id}`))).toEqual([400, text]);
    }
  });

  it.each(['/jira', '/w/mine', '/w/mine/jira'])(
    'answers with a task under the prefix %s, where it was asked for',
    async (prefix) => {
      const jira = await listeningJira();
      const location = await startDeleting(jira, fieldNamed(jira, 'Teams'), prefix);
      expect(location.slice(jira.url.length)).toMatch(new RegExp(`^${prefix}/rest/api/3/task/\\d+$`));
      expect(await taskAt(jira, location)).toMatchObject({ status: 'RUNNING', self: location });
    },
  );

  it('is for administrators, and so is its task', async () => {
    const jira = await listeningJira();
    const id = fieldNamed(jira, 'Teams');
    for (const answer of [
      await jira.bob.delete(`${fieldPath}/${id}`),
      await jira.bob.post(`${fieldPath}/${id}/trash`),
    ]) {
      expect(refusalOf(answer)).toEqual([403, 'Only Jira administrators can do this.']);
    }
    const location = (await startDeleting(jira, id)).slice(jira.url.length);
    const taskId = location.split('/').at(-1);
    expect(refusalOf(await jira.bob.get(location))).toEqual([
      403,
      `Only Jira administrators and the user who started task ${taskId} can do this.`,
    ]);
  });
});
