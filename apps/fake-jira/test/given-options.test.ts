import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFakeJira, type FakeJira, type FakeJiraOptions } from '../src/index.js';

const asOptions = (options: object) => options as FakeJiraOptions;

describe('options that a program gives', () => {
  it.each([
    [{ prot: 3422 }, 'startFakeJira has no option "prot": did you mean "port"?'],
    [{ somethingElse: 1 }, 'startFakeJira has no option "somethingElse". It has: port, host, '],
    [{ port: '3422' }, 'The option "port" of startFakeJira cannot be "3422": it is a whole number from 0 to 65535.'],
    [{ validate: 'on' }, 'The option "validate" of startFakeJira cannot be "on": it is one of off, warn, strict.'],
    [{ auth: 'none' }, 'The option "auth" of startFakeJira cannot be "none": it is one of strict, any.'],
    [{ seed: 'abc' }, 'The option "seed" of startFakeJira cannot be "abc"'],
    [{ world: 'tinny' }, 'There is no preset "tinny", but there is tiny'],
    [{ world: './nowhere.yaml' }, './nowhere.yaml: there is no such file.'],
    [{ world: 7 }, 'The option "world" of startFakeJira cannot be 7'],
    [{ profile: 'data-centre' }, 'There is no profile "data-centre", but there is data-center'],
    [{ profile: { jira: { deployment: 'dc' } } }, 'jira.deployment'],
    [{ middleware: () => undefined }, 'The option "middleware" of startFakeJira cannot be a function: it is a list'],
  ])('are refused in a sentence before anything listens: %j', async (options, sentence) => {
    await expect(startFakeJira(asOptions(options))).rejects.toThrow(sentence);
  });

  it('are an object', async () => {
    await expect(startFakeJira(asOptions(['tiny']))).rejects.toThrow('startFakeJira takes its options as an object');
  });
});

describe('a world and a profile in files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fake-jira-given-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are taken by their paths', async () => {
    const [world, profile] = [join(folder, 'world.yaml'), join(folder, 'profile.yaml')] as const;
    writeFileSync(world, 'fields: [{ name: Team, type: select }]\n');
    writeFileSync(profile, "name: ours\njira: { deployment: data-center, version: '9.12.0' }\n");
    const jira = await startFakeJira({ world: world as `${string}.yaml`, profile });
    expect([...jira.world().fields.values()].map(({ name }) => name)).toContain('Team');
    expect(jira.settings().profile.name).toBe('ours');
    await jira.close();
  });

  it('tell every mistake of the world with its line', async () => {
    const world = join(folder, 'wrong.yaml');
    writeFileSync(world, 'fields:\n  - { name: Team, type: selct }\n');
    await expect(startFakeJira({ world: world as `${string}.yaml` })).rejects.toThrow(
      'wrong.yaml:2:25 fields[0].type: "selct" is no field type.',
    );
  });
});

describe('what a program asks of a running fake', () => {
  let jira: FakeJira;
  beforeAll(async () => (jira = await startFakeJira({ world: 'tiny' })));
  afterAll(() => jira.close());

  type Any = Record<string, (...given: unknown[]) => unknown>;
  const of = (part: object) => part as Any;

  it.each([
    [() => of(jira)['load']?.('team'), 'load takes "demo" or "tiny" or a world file\'s content, not "team".'],
    [() => of(jira)['merge']?.('w.yaml'), 'merge takes a world file\'s content, not "w.yaml".'],
    [() => of(jira)['load']?.('tiny', { basline: true }), 'load has no option "basline": did you mean "baseline"?'],
    [() => of(jira.faults)['add']?.({ wen: {}, status: 503 }), 'unknown property "wen": did you mean "when"?'],
    [() => of(jira.faults)['add']?.({ when: { oprtion: 'x' }, status: 503 }), 'did you mean "operation"?'],
    [
      () => of(jira.clock)['advance']?.('1h'),
      'The clock advances by a number of milliseconds, such as 60_000, not "1h".',
    ],
    [() => of(jira.clock)['set']?.('2026-01-15'), 'A moment is given in milliseconds since 1970'],
    [() => of(jira)['changeSettings']?.({ profle: 'cloud' }), 'unknown property "profle": did you mean "profile"?'],
    [() => of(jira)['changeSettings']?.({ subtasks: 'no' }), 'changeSettings: subtasks must be a boolean.'],
    [() => of(jira)['journal']?.({ metod: 'GET' }), 'journal: There is no parameter "metod": did you mean "method"?'],
    [() => of(jira)['journal']?.({ status: 'bad' }), 'journal: status must be an integer.'],
  ])('is refused as over HTTP where it is not what that may be: %s', (ask, sentence) => {
    expect(ask).toThrow(sentence);
  });

  it('answers as before afterwards', async () => {
    expect((await fetch(`${jira.url}/_fake/health`)).status).toBe(200);
    expect(jira.faults.list()).toEqual([]);
  });

  it('tells over HTTP too which parameter was meant', async () => {
    const answer = await fetch(`${jira.url}/_fake/requests?metod=GET`);
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { message: 'There is no parameter "metod": did you mean "method"?' },
    ]);
  });
});

describe('the end of a fake', () => {
  it('may be asked for twice', async () => {
    const jira = await startFakeJira({ world: 'tiny' });
    await Promise.all([jira.close(), jira.close()]);
    await jira.close();
  });

  it('comes with that of a block that uses it', async () => {
    const jira = await startFakeJira({ world: 'tiny' });
    await jira[Symbol.asyncDispose]();
    await expect(fetch(jira.url)).rejects.toThrow();
  });
});
