import { customFieldId } from '@fake-jira/world';
import { idOf, kinds, tokens } from './protected-world.js';
import { play, secretValues, type Played } from './scenario.js';
import { formsOf, leaks } from './secrets.js';

/** What must be nowhere: tokens, and the values that are nothing but values. */
const secrets: Record<string, string> = {
  ...Object.fromEntries(Object.entries(tokens).map(([name, token]) => [`token ${name}`, token])),
  ...Object.fromEntries(
    (['text', 'number', 'date'] as const).flatMap((kind) =>
      secretValues[kind].map((value, i) => [`${kind} ${i + 1}`, String(value)]),
    ),
  ),
};

/** Values that name what is there anyway: they must not be where something is said about the issue. */
const named = { user: '5b10a0effa615349cb016cd8', group: 'vault-keepers', option: 'fish' };

describe('with encrypted fields', () => {
  let played: Played;
  beforeAll(async () => {
    played = await play();
  });

  it('the API itself answers every value, before and after a write', () => {
    for (const [first, second] of Object.values(secretValues)) {
      const account = (value: unknown) => JSON.stringify(value).replaceAll('tina', named.user);
      expect(played.reads).toContain(account(first));
      expect(played.reads).toContain(account(second));
    }
  });

  it('nothing that the fake wrote or answered elsewhere has a value or a token in clear', () => {
    expect(leaks(played.outputs, secrets)).toEqual([]);
  });

  it('nothing that says something about the issue has the user, the group or the option', () => {
    expect(played.ofIssue.length).toBe(4);
    expect(leaks(played.ofIssue, named)).toEqual([]);
  });

  it('all that was looked through was there: answers, both logs, the journal, the state, the world and its export', () => {
    const from = new Map<string, number>();
    for (const output of played.outputs) {
      const kind = output.from.split(' ')[0] as string;
      from.set(kind, (from.get(kind) ?? 0) + 1);
    }
    expect(Object.fromEntries(from)).toMatchObject({ issue: 3, journal: 2, serialized: 1, export: 2 });
    expect(from.get('answer')).toBeGreaterThan(80);
    expect(from.get('log')).toBeGreaterThan(150);
    expect(from.get('state')).toBeGreaterThan(3);
    // Two forms of log, with the address of each request in them.
    const log = played.outputs.filter((output) => output.from === 'log').map(({ bytes }) => bytes);
    expect(log.filter((line) => line.includes('"event":"request"')).length).toBeGreaterThan(70);
    expect(log.filter((line) => /(t|%74)oken=\*\*\*/i.test(line)).length).toBeGreaterThan(100);
    // The other workspace has a state of its own, with the values of the world file.
    const states = played.outputs.filter((output) => output.from.startsWith('state ') && output.from.endsWith('.json'));
    for (const { bytes } of states) expect(bytes).toContain('"kind":"sealed"');
  });

  it('the world has each of them sealed, differently each time', () => {
    const [issue] = [...played.root.issues.values()];
    const sealed = kinds.map((kind) => issue?.values[Number(idOf(kind).slice('customfield_'.length))]);
    expect(sealed.map((value) => value?.kind)).toEqual(kinds.map(() => 'sealed'));
    expect(new Set(sealed.map((value) => JSON.stringify(value))).size).toBe(kinds.length);
    expect(Object.keys(issue?.values ?? {}).map((id) => customFieldId(Number(id)))).toEqual(
      kinds.map((kind) => idOf(kind)),
    );
  });
});

describe('the search for secrets', () => {
  it('finds a value in every place where one that is not encrypted stands', async () => {
    const { outputs, ofIssue } = await play('unencrypted');
    const found = leaks(outputs, secrets);
    for (const place of [
      'issue /rest/api/3/issue/TEST-1',
      'issue /rest/api/2/issue/TEST-1',
      'serialized world',
      'export',
      'export over HTTP',
      'state',
    ]) {
      for (const kind of ['text 2', 'number 2', 'date 2']) expect(found).toContain(`${place}: ${kind}`);
    }
    expect(found).toContain('state: text 1');
    expect(leaks(ofIssue, named)).toEqual(expect.arrayContaining(['issues: user', 'issues: group', 'issues: option']));
    // And the tokens are as secret as ever.
    expect(found.filter((leak) => leak.includes('token'))).toEqual([]);
  });

  it('finds a token in a log that has addresses as they came, and in a header of an answer', async () => {
    const { outputs } = await play('encrypted', [
      (request, response, next) => {
        const { log } = console;
        log(request.originalUrl);
        response.setHeader('X-Asked', Buffer.from(`asked ${request.originalUrl}`).toString('base64'));
        next();
      },
    ]);
    const found = leaks(outputs, secrets);
    expect(found).toEqual(
      expect.arrayContaining(['log: token all', 'log: token read', 'log: token shop', 'log: token write']),
    );
    expect(found).toContain('answer /rest/protected-fields/1/values: token all');
    expect(found).toContain('answer /rest/unknown: token all');
  });

  it.each(Object.entries(secrets))('finds %s in whatever form it is written', (name, secret) => {
    const written = [
      secret,
      `https://jira.example.com/x?y=${encodeURIComponent(secret)}&z`,
      JSON.stringify({ value: secret }),
      JSON.stringify(JSON.stringify({ value: secret })),
      ...['', 'x', 'xx'].map((before) => Buffer.from(`${before}${secret}tail`).toString('base64')),
      ...['', 'x', 'xx'].map((before) => Buffer.from(`${before}${secret}tail`).toString('base64url')),
      Buffer.from(secret).toString('hex'),
    ];
    expect(written.map((bytes) => leaks([{ from: 'x', bytes }], { [name]: secret }))).toEqual(
      written.map(() => [`x: ${name}`]),
    );
    // Nor does it find what is not there.
    expect(leaks([{ from: 'x', bytes: formsOf(`${secret}`.slice(1)).join(' ') }], { [name]: secret })).toEqual([]);
  });
});
