import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseWorldFile } from '@fake-jira/fixtures';
import { fakeJira } from './support/command-line.js';
import { fake } from './support/seeding.js';

const directory = mkdtempSync(join(tmpdir(), 'fake-jira-seeding-'));
afterAll(() => rmSync(directory, { recursive: true }));

describe('The commands for worlds', () => {
  const environment = { ...process.env };
  beforeEach(() => {
    process.env['FAKE_JIRA_USER'] = 'admin';
    process.env['FAKE_JIRA_PASSWORD'] = 'admin';
  });
  afterEach(() => {
    process.env = { ...environment };
  });

  function file(name: string, content: string): string {
    const path = join(directory, name);
    writeFileSync(path, content);
    return path;
  }

  const world = () =>
    file(
      'world.yaml',
      `projects: [{ key: TEST, name: Test }]
fields:
  - name: Browsers
    type: select
    contexts: [{ options: [firefox, chrome], default: chrome }]
  - { name: Approvers, type: userpicker, locked: true }
`,
    );

  const empty = { projects: [{ key: 'TEST', name: 'Test' }], fields: [] };

  describe('fake-jira world apply', () => {
    it('prints its plan and does nothing with --dry-run, then does it, then has nothing to do', async () => {
      const jira = await fake({ profile: 'cloud', world: empty });
      const path = world();
      const plan = `"Browsers"
  create the field
  create the context "Default Configuration Scheme for Browsers" for all projects
  add 2 options to "Default Configuration Scheme for Browsers"
  set the default value of "Default Configuration Scheme for Browsers"
`;
      const leftOut = `left out: field "Approvers", because no operation locks a field
left out: 1 screen, because apply makes custom fields only
`;
      const apply = (...options: string[]) => fakeJira('world', 'apply', path, '--target', jira.url, ...options);
      expect(await apply('--dry-run')).toEqual({ code: 0, out: plan + leftOut, err: '' });
      expect(jira.world().fields.size).toBe(0);
      expect(await apply()).toEqual({
        code: 0,
        out: `${plan}${leftOut}Done: 1 field changed, 0 as in ${path} already.\n`,
        err: '',
      });
      expect([...jira.world().options.values()].map(({ value }) => value)).toEqual(['firefox', 'chrome']);
      const before = jira.world();
      expect(await apply()).toEqual({
        code: 0,
        out: `${leftOut}Nothing to do: 1 field as in ${path} already.\n`,
        err: '',
      });
      expect(jira.world()).toBe(before);
    });

    it('begins nothing where something is missing, and names all of it', async () => {
      const jira = await fake({ profile: 'cloud', world: { projects: [{ key: 'TST', name: 'Test' }], fields: [] } });
      const path = file(
        'missing.yaml',
        'projects: [{ key: TEST }]\nfields: [{ name: A, type: select, contexts: [{ projects: [TEST] }] }]\n',
      );
      const { code, err } = await fakeJira('world', 'apply', path, '--target', jira.url);
      expect({ code, err }).toEqual({
        code: 1,
        err: 'missing at the target: the project "TEST" (there is "TST")\nNothing was begun.\n',
      });
      expect(jira.world().fields.size).toBe(0);
    });

    it('lists the mistakes of a world file before it asks the target anything', async () => {
      const bad = file('bad.yaml', 'fields: [{ name: A, type: selct }]\n');
      const { code, err } = await fakeJira('world', 'apply', bad, '--target', 'http://127.0.0.1:9');
      expect(code).toBe(1);
      expect(err).toContain('Did you mean "select"?');
    });

    it('says what to do where the target goes away in the middle, with exit code 3', async () => {
      let writes = 0;
      const jira = await fake({
        profile: 'cloud',
        world: empty,
        middleware: [
          (request, _, next) => (request.method === 'GET' || ++writes < 2 ? next() : void request.socket.destroy()),
        ],
      });
      const { code, err } = await fakeJira('world', 'apply', world(), '--target', jira.url);
      expect(code).toBe(3);
      expect(err).toBe(
        `${jira.url} is not reachable: it closed the connection. Run the same command again: it goes on from here.\n`,
      );
    });
  });

  describe('fake-jira world capture', () => {
    it('writes a world file, YAML or JSON by its ending, that can be started from', async () => {
      const jira = await fake({ profile: 'cloud', world: 'demo' });
      const yaml = join(directory, 'captured.yaml');
      const json = join(directory, 'captured.json');
      expect(await fakeJira('world', 'capture', '--target', jira.url, '--out', yaml)).toEqual({
        code: 0,
        out: '',
        err: `${yaml} is written.\n`,
      });
      await fakeJira('world', 'capture', '--target', `${jira.url}/jira`, '--out', json);
      const read = (path: string) => parseWorldFile(readFileSync(path, 'utf8'), { name: path });
      expect({ ...read(json), $schema: undefined }).toEqual({ ...read(yaml), $schema: undefined });
      expect((await fakeJira('world', 'check', yaml)).out).toContain('3 projects');
      const { out } = await fakeJira('world', 'capture', '--target', jira.url, '--no-ids', '--keep-personal-data');
      expect(out).toContain('name: Tina Tester'.replace('name: ', 'displayName: '));
    });
  });

  describe('credentials', () => {
    it('come from a file where one is named', async () => {
      delete process.env['FAKE_JIRA_USER'];
      delete process.env['FAKE_JIRA_PASSWORD'];
      const jira = await fake({ profile: 'cloud', world: 'tiny' });
      const good = file('good.yaml', 'roles: { administrator: { user: admin, password: admin } }\n');
      expect(await fakeJira('world', 'capture', '--target', jira.url, '--credentials', good)).toMatchObject({
        code: 0,
      });
      const bad = file('wrong.yaml', 'roles: { administrator: { user: admin, password: s3cret } }\n');
      const { code, err } = await fakeJira('world', 'capture', '--target', jira.url, '--credentials', bad);
      expect({ code, err }).toEqual({
        code: 2,
        err: expect.stringMatching(/^administrator: admin cannot sign in: 401 .*Correct the password/) as string,
      });
    });

    it.each([
      [{}, 'name a file with --credentials, or set FAKE_JIRA_USER and FAKE_JIRA_PASSWORD'],
      [{ FAKE_JIRA_USER: 'admin' }, 'FAKE_JIRA_USER is set, and neither'],
    ])('are asked for where the environment has %j', async (given, sentence) => {
      delete process.env['FAKE_JIRA_USER'];
      delete process.env['FAKE_JIRA_PASSWORD'];
      Object.assign(process.env, given);
      const { code, err } = await fakeJira('world', 'capture', '--target', 'http://127.0.0.1:9');
      expect(code).toBe(2);
      expect(err).toContain(sentence);
    });

    it('are never repeated, and a target where nothing listens ends with exit code 3', async () => {
      process.env['FAKE_JIRA_PASSWORD'] = 'very-secret';
      const gone = await fake({});
      await gone.close();
      const { code, out, err } = await fakeJira('world', 'capture', '--target', gone.url);
      expect(code).toBe(3);
      expect(err).toBe(`${gone.url} is not reachable: nothing listens there.\n`);
      expect(out + err).not.toContain('very-secret');
    });

    it('do not belong into the address', async () => {
      const { code, err } = await fakeJira('world', 'capture', '--target', 'http://admin:very-secret@127.0.0.1:9');
      expect(code).toBe(2);
      expect(err).not.toContain('very-secret');
    });
  });
});
