// For node:test: a workspace for a file of tests, and `expect` with the matcher.
import { after, beforeEach } from 'node:test';
import { expect } from 'expect';
import type { FakeWorkspace, Place } from '../fake-jira.js';
import '../jest/matchers.js';
import { toHaveReceived } from '../matchers/to-have-received.js';
import type { ElsewhereOptions, RunnerOptions } from './options.js';
import { ownWorkspace } from './own-workspace.js';

export type { ExpectedRequest, FakeJiraMatchers } from '../matchers/to-have-received.js';
export type { ElsewhereOptions, RunnerOptions } from './options.js';

expect.extend({ toHaveReceived });

/**
 * A workspace for the tests of a file, or of a `describe`: reset before each of them, and gone after the last.
 *
 * @param options - how the fake of the process is started, or `url` and `token` of one that runs elsewhere
 * @example
 * const jira = await fakeJira({ world: 'tiny' });
 * test('creates its field once', async () => {
 *   await createField(jira.url);
 *   expect(jira).toHaveReceived('POST', '/rest/api/*\/field', { body: { name: 'Team' }, times: 1 });
 * });
 */
export function fakeJira(options: ElsewhereOptions): Promise<FakeWorkspace<'elsewhere'>>;
export function fakeJira(options?: RunnerOptions): Promise<FakeWorkspace>;
export async function fakeJira(options: RunnerOptions | ElsewhereOptions = {}): Promise<FakeWorkspace<Place>> {
  const { jira, end } = await ownWorkspace(options, { of: 'fakeJira', file: process.argv[1] ?? 'node-test' });
  beforeEach(async () => jira.reset());
  after(end);
  return jira;
}

export { expect };
