import { exportWorldFile, worldFileText } from '@fake-jira/fixtures';
import { checkWorld, pagesOf, type Root } from '@fake-jira/world';
import { ask, control, createField, fieldNames, listening } from './stage.js';

const asYaml = { 'Content-Type': 'application/yaml' };
const still = { now: () => Date.UTC(2026, 0, 15) };

async function exported(jira: { readonly url: string }, query = '', accept = 'application/json') {
  const { body, headers } = await control(jira, 'GET', `world${query}`, undefined, { Accept: accept });
  return { content: body as object | string, type: headers.get('content-type') };
}

describe('export and import are the identity', () => {
  // Larger ones are written and read by `packages/fixtures`.
  it.each(['demo', 'tiny'] as const)(
    'for %s, as JSON and as YAML',
    async (world) => {
      const jira = await listening({ world, clock: still });
      await createField(jira, 'New');
      const json = await exported(jira);
      const yaml = await exported(jira, '', 'application/yaml');
      expect(json.type).toMatch(/^application\/json/);
      expect(yaml.type).toBe('application/yaml; charset=utf-8');
      const [one, two] = [jira.workspace('one'), jira.workspace('two')];
      expect((await control(one, 'PUT', 'world', json.content)).status).toBe(200);
      expect((await control(two, 'PUT', 'world', yaml.content, asYaml)).status).toBe(200);
      for (const copy of [one, two]) {
        expect(await exported(copy)).toEqual(json);
        expect((await exported(copy, '', 'application/yaml')).content).toBe(yaml.content);
        expect(checkWorld(copy.world())).toEqual([]);
      }
    },
    60_000,
  );

  it('with its history too: events, jobs, tasks, and the ids that come next', async () => {
    const jira = await listening({ world: 'demo', clock: still });
    jira.changeSettings({ holdTasks: true });
    await createField(jira, 'New');
    const copy = jira.workspace('copy');
    await control(copy, 'PUT', 'world', (await exported(jira, '?history=true')).content);
    const tables = (root: Root) => pagesOf(root).map(([name, page]) => [name, JSON.parse(page)]);
    expect(tables(copy.world())).toEqual(tables(jira.world()));
    expect((await createField(copy, 'Next')).text).toBe(
      (await createField(jira, 'Next')).text.replaceAll(jira.url, copy.url),
    );
  });

  it('of the configuration alone, an issue and the values in it change nothing; a field does', async () => {
    const jira = await listening({ world: 'demo' });
    const before = await exported(jira, '?configuration=true');
    expect(before.content).not.toHaveProperty('issues');
    const fields = { project: { key: 'TEST' }, issuetype: { name: 'Task' }, summary: 'With default values' };
    expect((await ask(jira, '/rest/api/2/issue', { method: 'POST', body: { fields } })).status).toBe(201);
    expect(await exported(jira, '?configuration=true')).toEqual(before);
    await createField(jira, 'New');
    expect(await exported(jira, '?configuration=true')).not.toEqual(before);
  });

  it('JSON is what a client gets that takes anything', async () => {
    const jira = await listening();
    expect((await exported(jira, '', '*/*')).type).toMatch(/^application\/json/);
    expect((await exported(jira, '', 'text/html')).type).toMatch(/^application\/json/);
  });
});

describe('import', () => {
  it('takes the place of the world; a reset leads back to the one of the beginning', async () => {
    const jira = await listening();
    const file = 'projects: [{ key: MINE, name: Mine }]\nfields:\n  - { name: Colour, type: select }\n';
    const { status, body } = await control(jira, 'PUT', 'world', file, asYaml);
    expect([status, body.counts]).toEqual([200, expect.objectContaining({ projects: 1, fields: 1 })]);
    expect(await fieldNames(jira)).toContain('Colour');
    await control(jira, 'POST', 'reset');
    expect(await fieldNames(jira)).not.toContain('Colour');
  });

  it('with baseline a reset leads back to it', async () => {
    const jira = await listening();
    await control(jira, 'PUT', 'world?baseline=true', { fields: [{ name: 'Colour', type: 'select' }] });
    await createField(jira, 'Later');
    await control(jira, 'POST', 'reset');
    const names = await fieldNames(jira);
    expect([names.includes('Colour'), names.includes('Later')]).toEqual([true, false]);
  });

  it('tells all mistakes, of YAML with their lines, and changes nothing', async () => {
    const jira = await listening();
    const before = jira.world().fields;
    const file =
      'fields:\n  - { name: A, type: selct }\n  - { name: B, type: select, contexts: [{ projects: [NO] }] }\n';
    const yaml = await control(jira, 'PUT', 'world', file, asYaml);
    expect([yaml.status, yaml.body.mistakes]).toEqual([
      400,
      [
        expect.objectContaining({ path: 'fields[0].type', line: 2 }),
        expect.objectContaining({ path: 'fields[1].contexts[0].projects[0]', line: 3 }),
      ],
    ]);
    const json = await control(jira, 'PUT', 'world', { fields: [{ name: 'A', tipe: 'select' }] });
    expect([json.status, json.body.mistakes]).toEqual([
      400,
      [expect.objectContaining({ path: 'fields[0].type' }), expect.objectContaining({ path: 'fields[0].tipe' })],
    ]);
    expect((await control(jira, 'PUT', 'world', 'fields: [', asYaml)).status).toBe(400);
    expect((await control(jira, 'PUT', 'world', '{"fields": [', { 'Content-Type': 'application/json' })).status).toBe(
      400,
    );
    expect((await control(jira, 'PUT', 'world', [])).status).toBe(400);
    expect(jira.world().fields).toBe(before);
  });

  it('takes worlds that are larger than any request of a mirrored API may be', async () => {
    const jira = await listening();
    const options = Array.from({ length: 9000 }, (_, i) => `Option ${i} ${'x'.repeat(200)}`);
    const { status, body } = await control(jira, 'PUT', 'world', {
      fields: [{ name: 'Many', type: 'select', contexts: [{ options }] }],
    });
    expect([status, body.counts.options]).toEqual([200, 9000]);
  });
});

describe('merge', () => {
  it('adds to the world, and may name what is there', async () => {
    const jira = await listening();
    const [project] = [...jira.world().projects.values()];
    const file = `users: [{ name: eve }]\nfields:\n  - { name: Team, type: select, contexts: [{ projects: [${project?.key}] }] }\n`;
    const before = await fieldNames(jira);
    expect((await control(jira, 'POST', 'world', file, asYaml)).status).toBe(200);
    expect((await fieldNames(jira)).sort()).toEqual([...before, 'Team'].sort());
    expect((await control(jira, 'POST', 'world', { groups: ['new-group'] })).status).toBe(200);
    expect((await ask(jira, '/rest/api/2/groups/picker?query=new-group')).text).toContain('new-group');
    expect(checkWorld(jira.world())).toEqual([]);
  });

  it('tells its mistakes, and changes nothing', async () => {
    const jira = await listening();
    const before = jira.world().fields;
    const file = 'fields:\n  - { name: Team, type: select, contexts: [{ projects: [NO] }] }\n';
    const { status, body } = await control(jira, 'POST', 'world', file, asYaml);
    expect([status, body.mistakes]).toEqual([400, [expect.objectContaining({ line: 2 })]]);
    expect(jira.world().fields).toBe(before);
  });
});

describe('what no mirrored API deletes', () => {
  it('a project goes with its issues, and out of its contexts', async () => {
    const jira = await listening({ world: 'demo' });
    for (const { key } of [...jira.world().projects.values()]) {
      expect((await control(jira, 'DELETE', `projects/${key}`)).status).toBe(204);
      expect(checkWorld(jira.world())).toEqual([]);
    }
    expect([jira.world().projects.size, jira.world().issues.size]).toEqual([0, 0]);
    expect((await control(jira, 'DELETE', 'projects/NO')).body).toEqual({ message: 'There is no project NO.' });
  });

  it('a user and a group, unless something names them', async () => {
    const jira = await listening();
    jira.merge({ users: [{ name: 'eve', groups: ['spies'] }] });
    expect((await control(jira, 'DELETE', 'users/eve')).status).toBe(204);
    expect((await control(jira, 'DELETE', 'groups/spies')).status).toBe(204);
    expect((await control(jira, 'DELETE', 'groups/spies')).status).toBe(404);
    const lead = await control(jira, 'DELETE', 'users/admin');
    expect([lead.status, lead.body.message]).toEqual([
      400,
      expect.stringMatching(/^The user "admin" cannot be deleted/),
    ]);
  });
});

describe('from a test', () => {
  it('another world is loaded, added to, and made the one to which a reset leads back', async () => {
    const jira = await listening();
    jira.load({ fields: [{ name: 'Colour', type: 'select' }] }, { baseline: true });
    jira.merge({ fields: [{ name: 'Size', type: 'select' }] });
    expect((await fieldNames(jira)).filter((name) => ['Colour', 'Size'].includes(name))).toHaveLength(2);
    jira.reset();
    expect(await fieldNames(jira)).toContain('Colour');
    expect(await fieldNames(jira)).not.toContain('Size');
    jira.load('demo');
    expect(await fieldNames(jira)).toContain('Browsers');
    expect(() => jira.load({ fields: [{ name: 'A', type: 'selct' }] })).toThrow('is no field type');
    expect(worldFileText(exportWorldFile(jira.world()), 'yaml')).toContain('Browsers');
  });
});
