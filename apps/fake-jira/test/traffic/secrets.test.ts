import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startedCommand } from '../support/command-line.js';

const secrets = {
  'a password': 'hunter2-of-jane',
  'a token of the API': 'ATATT3xFfGF0_secret-token=12345678',
  'a cookie': 'JSESSIONID=0123456789ABCDEF',
  'a token in an address': 'sekrit-access-token',
  'a JSON Web Token': 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqYW5lIn0.c2lnbmF0dXJl',
  'an e-mail address': 'jane.doe@acme.test',
  'somebody else’s address': 'joe.bloggs@acme.test',
  'a name': 'Jane Q. Doe',
  'an account id': '5b10ac8d82e05b22cc7d4ef5',
  'a protected value': '4111-1111-1111-1111',
};

const headers = (list: Record<string, string>) => Object.entries(list).map(([name, value]) => ({ name, value }));

function entry(method: string, path: string, status: number, body: unknown, sent?: unknown): object {
  const auth = `Basic ${btoa(`${secrets['an e-mail address']}:${secrets['a password']}`)}`;
  return {
    request: {
      method,
      url: `https://jane:${secrets['a password']}@acme.atlassian.net${path}`,
      headers: headers({
        Authorization: path.includes('field') ? `Bearer ${secrets['a token of the API']}` : auth,
        Cookie: secrets['a cookie'],
        'X-AUSERNAME': secrets['an e-mail address'],
      }),
      ...(sent !== undefined && { postData: { mimeType: 'application/json', text: JSON.stringify(sent) } }),
    },
    response: {
      status,
      headers: headers({ 'Set-Cookie': secrets['a cookie'], 'Content-Type': 'application/json' }),
      content: { size: 1, mimeType: 'application/json', text: JSON.stringify(body) },
    },
  };
}

const person = {
  self: `https://acme.atlassian.net/rest/api/3/user?accountId=${secrets['an account id']}`,
  accountId: secrets['an account id'],
  displayName: secrets['a name'],
  emailAddress: secrets['an e-mail address'],
  active: true,
};

const har = {
  log: {
    version: '1.2',
    entries: [
      // None of these is as the documents have it: all that is in them would be shown.
      entry('GET', '/rest/api/3/myself?username=jane.doe%40acme.test', 200, { ...person, wrong: secrets['a name'] }),
      entry('GET', `/rest/api/3/field?token=${secrets['a token in an address']}`, 200, [
        { id: 7, name: `By ${secrets['a name']} and ${secrets['somebody else’s address']}` },
        { apiToken: secrets['a token of the API'], note: `it was ${secrets['a JSON Web Token']}` },
      ]),
      entry('GET', '/rest/api/3/screens', 418, {
        errorMessages: [`${secrets['an e-mail address']} may not see ${secrets['an account id']}`],
      }),
      entry(
        'PUT',
        `/rest/protected-fields/1/values?token=${secrets['a token in an address']}&issueKey=A-1`,
        418,
        { message: `no ${secrets['a protected value']}` },
        [{ fieldId: 'customfield_10000', value: secrets['a protected value'] }],
      ),
      entry(
        'GET',
        `/rest/protected-fields/1/values?token=${secrets['a token in an address']}&issueKey=A-1&fieldId=customfield_10000`,
        200,
        [{ fieldId: 'customfield_10000', value: secrets['a protected value'], odd: true }],
      ),
    ],
  },
};

/** Which of the secrets stand in a text. */
const secretsIn = (text: string) =>
  Object.entries(secrets).flatMap(([name, value]) =>
    [value, encodeURIComponent(value), Buffer.from(value).toString('base64')].some((form) => text.includes(form))
      ? [name]
      : [],
  );

describe('What is made of traffic', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'fake-jira-traffic-'));
    writeFileSync(join(directory, 'acme.har'), JSON.stringify(har));
  });

  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  /** What a command has written, wherever. */
  async function outputsOf(...commands: string[]): Promise<string> {
    const before = new Set(readdirSync(directory));
    const { out, err } = await startedCommand(commands, directory).ended;
    const made = readdirSync(directory).filter((name) => !before.has(name));
    return [out, err, ...made.map((name) => readFileSync(join(directory, name), 'utf8'))].join('\n');
  }

  it('would be found in it, if it were there', () => {
    expect(secretsIn(JSON.stringify(har))).toEqual(Object.keys(secrets));
  });

  it('by a check has no token, cookie, address, name or protected value, though all of it is shown', async () => {
    const reports = ['--json', 'r.json', '--junit', 'r.xml', '--html', 'r.html', '--verbose'];
    const output = await outputsOf('traffic', 'check', 'acme.har', ...reports);
    expect(secretsIn(output)).toEqual([]);
    expect(output).toContain('5 failed');
    expect(output).toContain('***');
  });

  it('by learning has none of them either', async () => {
    const output = await outputsOf('traffic', 'learn', 'acme.har', '--out', 'profile.yaml', '--world', 'world.yaml');
    expect(secretsIn(output)).toEqual([]);
    expect(output).toContain('deployment: cloud');
    expect(output).toContain('@pseudonym.example');
  });
});
