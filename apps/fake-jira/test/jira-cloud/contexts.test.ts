import { contextPath, fieldWithTwoContexts, mappings } from '../support/context-steps.js';
import {
  bodyOf,
  contextsOf,
  fieldNamed,
  issueTypeIdOf,
  listeningJira,
  newContext,
  newField,
  onlyContextOf,
  projectIdOf,
  read,
  refusalOf,
  type Page,
} from '../support/field-steps.js';

/** When the context of a field for all projects could still be removed and narrowed. */
const untilApril2026 = { profile: 'cloud-2026-03' } as const;

describe('a context', () => {
  it('is for projects and issue types, for all of them where none is named', async () => {
    const jira = await listeningJira();
    const field = await newField(jira);
    const [test, bug] = [projectIdOf(jira, 'TEST'), issueTypeIdOf(jira, 'Bug')];
    const answer = await jira.admin.post(contextPath(field), {
      name: 'Bugs',
      description: 'Of TEST',
      projectIds: [test],
      issueTypeIds: [bug],
    });
    const { id } = bodyOf<{ id: string }>(answer, 201);
    expect(answer.body).toEqual({ id, name: 'Bugs', description: 'Of TEST', projectIds: [test], issueTypeIds: [bug] });
    expect(await contextsOf(jira, field)).toMatchObject([
      { isGlobalContext: true, isAnyIssueType: true },
      { id, name: 'Bugs', description: 'Of TEST', isGlobalContext: false, isAnyIssueType: false },
    ]);
  });

  it('is global though it is for some issue types only', async () => {
    const jira = await listeningJira();
    const [severity] = await contextsOf(jira, fieldNamed(jira, 'Severity'));
    expect(severity).toMatchObject({ isGlobalContext: true, isAnyIssueType: false });
  });

  it('is found by what it is for and by its id; ids that nothing has are passed over', async () => {
    const jira = await listeningJira();
    const { field, global, own } = await fieldWithTwoContexts(jira);
    const ids = async (query: string) => (await contextsOf(jira, field, query)).map(({ id }) => id);
    expect(await ids('isGlobalContext=true')).toEqual([global]);
    expect(await ids('isGlobalContext=false')).toEqual([own]);
    expect(await ids('isAnyIssueType=true')).toEqual([global, own]);
    expect(await ids('isAnyIssueType=false')).toEqual([]);
    expect(await ids(`contextId=${own}&contextId=99999`)).toEqual([own]);
    expect(await ids(`contextId=${own}&isGlobalContext=true`)).toEqual([]);
  });

  it('gets another name or description, and keeps what is not given', async () => {
    const jira = await listeningJira();
    const { field, own } = await fieldWithTwoContexts(jira);
    expect((await jira.admin.put(contextPath(field, own), { description: 'Words' })).status).toBe(204);
    expect((await jira.admin.put(contextPath(field, own), { name: 'Renamed' })).status).toBe(204);
    expect(await contextsOf(jira, field, `contextId=${own}`)).toMatchObject([
      { name: 'Renamed', description: 'Words' },
    ]);
  });

  it('goes with its options and its default, and leaves its projects to the global context', async () => {
    const jira = await listeningJira();
    const field = fieldNamed(jira, 'Teams');
    const own = (await contextsOf(jira, field, 'isGlobalContext=false'))[0]?.id ?? '';
    expect((await jira.admin.delete(contextPath(field, own))).status).toBe(204);
    expect([...jira.root.options.values()].filter(({ contextId }) => String(contextId) === own)).toEqual([]);
    expect((await read<Page<object>>(jira.admin, `${contextPath(field)}/defaultValue`)).values).toEqual([]);
    expect(refusalOf(await jira.admin.delete(contextPath(field, own)))).toEqual([404, 'The context was not found.']);
    await newContext(jira, field, { name: 'Another', projectIds: [projectIdOf(jira, 'SHOP')] });
  });

  it('of another field is not found', async () => {
    const jira = await listeningJira();
    const { own } = await fieldWithTwoContexts(jira);
    const other = fieldNamed(jira, 'Browsers');
    expect(refusalOf(await jira.admin.put(contextPath(other, own), { name: 'Mine' }))).toEqual([
      404,
      'The context was not found.',
    ]);
  });
});

describe('a field has never two contexts that apply to all projects', () => {
  const text = (id: string) =>
    `The custom field would have two global contexts, context ${id} applies to all projects already.`;

  it('so a second one is not created', async () => {
    const jira = await listeningJira();
    const { field, global } = await fieldWithTwoContexts(jira);
    const before = jira.root;
    for (const projectIds of [undefined, []]) {
      const answer = await jira.admin.post(contextPath(field), { name: 'Second', ...(projectIds && { projectIds }) });
      expect(refusalOf(answer)).toEqual([400, text(global)]);
    }
    expect(jira.root).toBe(before);
  });

  it('so the last project of another one is not removed', async () => {
    const jira = await listeningJira();
    const { field, global, own } = await fieldWithTwoContexts(jira);
    const answer = await jira.admin.post(`${contextPath(field, own)}/project/remove`, {
      projectIds: [projectIdOf(jira, 'TEST')],
    });
    expect(refusalOf(answer)).toEqual([400, text(global)]);
    expect(await mappings(jira, field, 'projectmapping')).toEqual([
      { contextId: global, isGlobalContext: true },
      { contextId: own, projectId: projectIdOf(jira, 'TEST') },
    ]);
  });

  it('but another one can take the place of the one that is deleted', async () => {
    const jira = await listeningJira(untilApril2026);
    const { field, global, own } = await fieldWithTwoContexts(jira);
    await jira.admin.delete(contextPath(field, global));
    const answer = await jira.admin.post(`${contextPath(field, own)}/project/remove`, {
      projectIds: [projectIdOf(jira, 'TEST')],
    });
    expect(answer.status).toBe(204);
    expect(await contextsOf(jira, field)).toMatchObject([{ id: own, isGlobalContext: true }]);
  });
});

describe('the projects of a context', () => {
  it('make a global context one of its own, and without the last it is global again', async () => {
    const jira = await listeningJira(untilApril2026);
    const field = await newField(jira);
    const context = await onlyContextOf(jira, field);
    const [test, shop] = [projectIdOf(jira, 'TEST'), projectIdOf(jira, 'SHOP')];
    const address = `${contextPath(field, context)}/project`;
    expect((await jira.admin.put(address, { projectIds: [shop, test] })).status).toBe(204);
    expect(await contextsOf(jira, field)).toMatchObject([{ isGlobalContext: false }]);
    expect(await mappings(jira, field, 'projectmapping')).toEqual([
      { contextId: context, projectId: test },
      { contextId: context, projectId: shop },
    ]);
    expect((await jira.admin.post(`${address}/remove`, { projectIds: [test] })).status).toBe(204);
    expect(await contextsOf(jira, field)).toMatchObject([{ isGlobalContext: false }]);
    expect((await jira.admin.post(`${address}/remove`, { projectIds: [shop] })).status).toBe(204);
    expect(await contextsOf(jira, field)).toMatchObject([{ isGlobalContext: true }]);
    expect(await mappings(jira, field, 'projectmapping')).toEqual([{ contextId: context, isGlobalContext: true }]);
  });

  it('are in at most one context of the field', async () => {
    const jira = await listeningJira();
    const { field, global } = await fieldWithTwoContexts(jira);
    const [test, ops] = [projectIdOf(jira, 'TEST'), projectIdOf(jira, 'OPS')];
    const before = jira.root;
    const taken = [400, `These projects are already associated with a context of the custom field: ${test}.`];
    expect(refusalOf(await jira.admin.post(contextPath(field), { name: 'Third', projectIds: [ops, test] }))).toEqual(
      taken,
    );
    expect(
      refusalOf(await jira.admin.put(`${contextPath(field, global)}/project`, { projectIds: [ops, test] })),
    ).toEqual(taken);
    expect(jira.root).toBe(before);
  });

  it('can be in contexts of as many fields as there are', async () => {
    const jira = await listeningJira();
    await fieldWithTwoContexts(jira);
    await fieldWithTwoContexts(jira);
  });

  it.each([
    [
      'put',
      'project',
      'projectIds',
      'TEST',
      (id: string) => `These projects are already associated with a context of the custom field: ${id}.`,
    ],
    [
      'post',
      'project/remove',
      'projectIds',
      'OPS',
      (id: string) => `These projects are not associated with the context: ${id}.`,
    ],
  ] as const)(
    'are not changed by a %s of %s that holds for some of them only',
    async (method, address, property, key, text) => {
      const jira = await listeningJira();
      const { field, own } = await fieldWithTwoContexts(jira);
      const [known, other] = [projectIdOf(jira, key), projectIdOf(jira, key === 'TEST' ? 'SHOP' : 'TEST')];
      const before = jira.root;
      const answer = await jira.admin[method](`${contextPath(field, own)}/${address}`, { [property]: [other, known] });
      expect(refusalOf(answer)).toEqual([400, text(known)]);
      expect(jira.root).toBe(before);
    },
  );
});

describe('the issue types of a context', () => {
  it('limit it, and without the last it is for all of them again', async () => {
    const jira = await listeningJira(untilApril2026);
    const field = await newField(jira);
    const context = await onlyContextOf(jira, field);
    const [task, bug] = [issueTypeIdOf(jira, 'Task'), issueTypeIdOf(jira, 'Bug')];
    const address = `${contextPath(field, context)}/issuetype`;
    expect((await jira.admin.put(address, { issueTypeIds: [bug, task] })).status).toBe(204);
    expect(await mappings(jira, field, 'issuetypemapping')).toEqual([
      { contextId: context, issueTypeId: task },
      { contextId: context, issueTypeId: bug },
    ]);
    expect((await jira.admin.post(`${address}/remove`, { issueTypeIds: [task, bug] })).status).toBe(204);
    expect(await mappings(jira, field, 'issuetypemapping')).toEqual([{ contextId: context, isAnyIssueType: true }]);
  });

  it.each([
    ['put', 'issuetype', 'Bug', (id: string) => `These issue types are already associated with the context: ${id}.`],
    [
      'post',
      'issuetype/remove',
      'Task',
      (id: string) => `These issue types are not associated with the context: ${id}.`,
    ],
  ] as const)('are not changed by a %s of %s that holds for some of them only', async (method, address, name, text) => {
    const jira = await listeningJira();
    const field = fieldNamed(jira, 'Severity');
    const context = await onlyContextOf(jira, field);
    const [wrong, right] = [issueTypeIdOf(jira, name), issueTypeIdOf(jira, name === 'Bug' ? 'Task' : 'Bug')];
    const before = jira.root;
    const answer = await jira.admin[method](`${contextPath(field, context)}/${address}`, {
      issueTypeIds: [right, wrong],
    });
    expect(refusalOf(answer)).toEqual([400, text(wrong)]);
    expect(jira.root).toBe(before);
  });
});

describe('while sub-tasks are switched off', () => {
  const text = 'Sub-tasks are disabled in Jira. At least one of the issue types is a sub-task.';
  const world = {
    users: [{ name: 'admin', groups: ['jira-system-administrators'] }],
    projects: [{ key: 'TEST' }],
    issueTypes: [{ name: 'Bug' }, { name: 'Sub-task', subtask: true }],
    settings: { subtasks: false },
    fields: [{ name: 'Browsers', type: 'select' }],
  };

  it('a context is not for an issue type of sub-tasks', async () => {
    const jira = await listeningJira({ world });
    const field = fieldNamed(jira, 'Browsers');
    const context = await onlyContextOf(jira, field);
    const issueTypeIds = [issueTypeIdOf(jira, 'Bug'), issueTypeIdOf(jira, 'Sub-task')];
    const before = jira.root;
    const created = await jira.admin.post(contextPath(field), {
      name: 'New',
      projectIds: [projectIdOf(jira, 'TEST')],
      issueTypeIds,
    });
    expect(refusalOf(created)).toEqual([409, text]);
    expect(refusalOf(await jira.admin.put(`${contextPath(field, context)}/issuetype`, { issueTypeIds }))).toEqual([
      409,
      text,
    ]);
    expect(jira.root).toBe(before);
  });

  it('other issue types are as they were', async () => {
    const jira = await listeningJira({ ...untilApril2026, world });
    const field = fieldNamed(jira, 'Browsers');
    const address = `${contextPath(field, await onlyContextOf(jira, field))}/issuetype`;
    expect((await jira.admin.put(address, { issueTypeIds: [issueTypeIdOf(jira, 'Bug')] })).status).toBe(204);
  });

  it('nothing of this holds once they are switched on', async () => {
    const jira = await listeningJira({ ...untilApril2026, world: { ...world, settings: { subtasks: true } } });
    const field = fieldNamed(jira, 'Browsers');
    const address = `${contextPath(field, await onlyContextOf(jira, field))}/issuetype`;
    expect((await jira.admin.put(address, { issueTypeIds: [issueTypeIdOf(jira, 'Sub-task')] })).status).toBe(204);
  });
});

describe('the context for all projects', () => {
  it.each([
    ['cloud', 400],
    ['all', 400],
    ['cloud-2026-03', 204],
  ])('of %s answers %i to who takes it away or limits it', async (profile, status) => {
    const jira = await listeningJira({ profile });
    const [projectIds, issueTypeIds] = [[projectIdOf(jira, 'TEST')], [issueTypeIdOf(jira, 'Bug')]];
    const ofNew = async (ask: (address: string) => Promise<{ readonly status: number }>) => {
      const field = await newField(jira);
      const before = await contextsOf(jira, field);
      expect((await ask(contextPath(field, await onlyContextOf(jira, field)))).status).toBe(status);
      if (status === 400) expect(await contextsOf(jira, field)).toEqual(before);
    };
    await ofNew((address) => jira.admin.delete(address));
    await ofNew((address) => jira.admin.put(`${address}/project`, { projectIds }));
    await ofNew((address) => jira.admin.put(`${address}/issuetype`, { issueTypeIds }));
  });
});
