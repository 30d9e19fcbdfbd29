import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  authorizationOf,
  credentialsFromEnvironment,
  CredentialsError,
  parseCredentials,
  readCredentials,
} from '../src/index.js';

const schema = JSON.parse(
  readFileSync(new URL('../../../specs/credentials.schema.json', import.meta.url), 'utf8'),
) as object;
const fits = new Ajv2020({ strict: false }).compile(schema);

const good: [string, object][] = [
  ['a password', { roles: { administrator: { user: 'admin', password: 'secret' } } }],
  ['an API token', { roles: { administrator: { user: 'a@example.com', token: 'secret' } } }],
  ['a personal access token', { roles: { administrator: { token: 'secret' } } }],
  [
    'everything',
    {
      roles: { administrator: { token: 't' }, user: { user: 'bob', password: 'p' }, 'other-app': { token: 'u' } },
      sandbox: { projects: ['FJF'], issueTypes: ['Task'] },
      protectedFields: { token: 'v', address: '/rest/protected-fields/1/values' },
      appField: 'my-app__team',
    },
  ],
];

const bad: [object, string][] = [
  [{}, 'roles.administrator is missing'],
  [{ roles: { administrator: { user: 'secret' } } }, 'roles.administrator has neither a password nor a token'],
  [{ roles: { administrator: { password: 'secret' } } }, 'roles.administrator has a password and no user'],
  [{ roles: { administrator: { user: 'a', password: 'secret', token: 'secret' } } }, 'has both a password and a token'],
  [{ roles: { administrator: { user: 'a', password: 1234 } } }, 'roles.administrator.password must be a text'],
  [{ roles: { administrator: { user: 'a', pasword: 'secret' } } }, 'did you mean "password"?'],
  [{ roles: { administrator: { token: 't' }, 'A b': { token: 't' } } }, '"A b" is no name of a role'],
  [{ roles: { administrator: { token: 't' } }, sandbox: { projects: 'FJF' } }, 'sandbox.projects must be a list'],
  [{ roles: { administrator: { token: 't' } }, protectedFields: {} }, 'protectedFields.token is missing'],
  [[], 'holds no object: it begins with roles: { administrator: … }'],
];

describe('credentials', () => {
  it.each(good)('can be %s', (_, data) => {
    expect(parseCredentials(data, 'file').roles.administrator).toEqual(
      (data as { roles: object }).roles['administrator' as never],
    );
    expect(fits(data)).toBe(true);
  });

  it.each(bad)('%j are refused: %s; the schema refuses them too', (data, sentence) => {
    const mistakes = mistakesOf(() => parseCredentials(data, 'mine.yaml'));
    expect(mistakes).toContain(sentence);
    expect(mistakes).not.toMatch(/secret|1234/);
    expect(fits(data)).toBe(false);
  });

  it('are read from a file, in YAML or JSON, without repeating what it holds', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'credentials-'));
    const file = (name: string, text: string) => {
      writeFileSync(join(directory, name), text);
      return join(directory, name);
    };
    try {
      const yaml = file('a.yaml', 'roles: { administrator: { user: admin, password: secret } }\n');
      expect((await readCredentials(yaml)).roles.administrator).toEqual({ user: 'admin', password: 'secret' });
      const broken = await readCredentials(file('b.yaml', 'roles: { administrator: { password: secret\n')).catch(
        String,
      );
      expect(broken).toContain('is neither YAML nor JSON');
      expect(broken).not.toContain('secret');
      await expect(readCredentials(join(directory, 'none.yaml'))).rejects.toThrow('there is no such file');
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it('of one administrator can stand in the environment', () => {
    expect(credentialsFromEnvironment({})).toBeUndefined();
    expect(credentialsFromEnvironment({ FAKE_JIRA_USER: 'a', FAKE_JIRA_PASSWORD: 'p' })?.roles).toEqual({
      administrator: { user: 'a', password: 'p' },
    });
    expect(credentialsFromEnvironment({ FAKE_JIRA_USER: 'a', FAKE_JIRA_TOKEN: 't' })?.roles.administrator).toEqual({
      user: 'a',
      token: 't',
    });
    expect(credentialsFromEnvironment({ FAKE_JIRA_TOKEN: 't' })?.roles.administrator).toEqual({ token: 't' });
    for (const half of [{ FAKE_JIRA_USER: 'a' }, { FAKE_JIRA_PASSWORD: 'p' }]) {
      expect(() => credentialsFromEnvironment(half)).toThrow(CredentialsError);
    }
    expect(() =>
      credentialsFromEnvironment({ FAKE_JIRA_USER: 'a', FAKE_JIRA_PASSWORD: 'p', FAKE_JIRA_TOKEN: 't' }),
    ).toThrow('both set');
  });

  it('become Basic with a user, and Bearer without one', () => {
    expect(authorizationOf({ user: 'a', password: 'p:q' })).toBe(`Basic ${Buffer.from('a:p:q').toString('base64')}`);
    expect(authorizationOf({ user: 'a', token: 't' })).toBe(`Basic ${Buffer.from('a:t').toString('base64')}`);
    expect(authorizationOf({ token: 't' })).toBe('Bearer t');
  });
});

function mistakesOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}
