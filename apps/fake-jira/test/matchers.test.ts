import { expect } from '@jest/globals';
import { startFakeJira, type FakeJira } from '../src/index.js';
import { toHaveReceived } from '../src/jest/matchers.js';

expect.extend({ toHaveReceived });

const json = {
  Authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`,
  'Content-Type': 'application/json',
};
describe('The matchers', () => {
  let jira: FakeJira;
  beforeAll(async () => {
    jira = await startFakeJira({ world: 'tiny' });
  });
  beforeEach(() => jira.reset());
  afterAll(() => jira.close());

  async function create(name: string): Promise<void> {
    const type = 'com.atlassian.jira.plugin.system.customfieldtypes:select';
    await fetch(`${jira.url}/rest/api/3/field`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ name, type }),
    });
  }

  function messageOf(expectation: () => void): string {
    try {
      expectation();
    } catch (error) {
      return (error as Error).message.replace(/\u001b\[\d+m/g, '');
    }
    throw new Error('It holds.');
  }

  describe('toHaveReceived', () => {
    it('looks for method, path, a part of the body or of the query, user, status, and how often', async () => {
      await create('Team');
      await fetch(`${jira.url}/rest/api/3/field/search?query=Team&maxResults=1`, { headers: json });
      expect(jira).toHaveReceived('post', '/rest/api/*/field', { body: { name: 'Team' }, user: 'admin', status: 201 });
      expect(jira).toHaveReceived('POST', '/rest/**', { body: { name: expect.stringMatching(/^T/) }, times: 1 });
      expect(jira).toHaveReceived('GET', '/rest/api/3/field/search', { query: { query: 'Team' } });
      expect(jira).not.toHaveReceived('POST', '/rest/api/3/field', { body: { name: 'Other' } });
      expect(jira).not.toHaveReceived('POST', '/rest/api/3/field', { times: 2 });
      expect(jira).not.toHaveReceived('GET', '/rest/api/3/field/search', { body: {} });
    });

    it('shows what was received instead', async () => {
      expect(messageOf(() => expect(jira).toHaveReceived('PUT', '/x'))).toContain('Received no request at all.');
      await create('Team');
      const other = messageOf(() => expect(jira).toHaveReceived('PUT', '/rest/api/3/field/*'));
      expect(other).toContain(
        'Expected: PUT /rest/api/3/field/*\nReceived instead:\n  POST /rest/api/3/field → 201 (admin)',
      );
      const body = messageOf(() => expect(jira).toHaveReceived('POST', '/rest/api/3/field', { body: { name: 'A' } }));
      expect(body).toContain('Received, but not with this:\n  POST /rest/api/3/field → 201 (admin) {"name":"Team"');
      const often = messageOf(() => expect(jira).not.toHaveReceived('POST', '/rest/api/3/field'));
      expect(often).toContain('Expected not: POST /rest/api/3/field\nReceived once:');
    });

    it('says what is wrong with its use', () => {
      expect(() => expect({}).toHaveReceived('GET', '/')).toThrow('has no journal');
      expect(() => expect(jira).toHaveReceived('GET', 'rest')).toThrow('begins with a slash');
      expect(() => expect(jira).not.toHaveReceived('GET', '/rest?a=b')).toThrow('The path has no query');
    });
  });
});
