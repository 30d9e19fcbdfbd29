// For Playwright Test: the fixture `jira`, the option `fakeJira`, and the matcher.
import { expect as baseExpect, test as base } from '@playwright/test';
import { expect as jestExpect } from 'expect';
import type { FakeWorkspace, Place } from '../fake-jira.js';
import { toHaveReceived, type ExpectedRequest } from '../matchers/to-have-received.js';
import type { ElsewhereOptions, RunnerOptions } from '../runners/options.js';
import { ownWorkspace } from '../runners/own-workspace.js';

export type { ExpectedRequest } from '../matchers/to-have-received.js';
export type { ElsewhereOptions, RunnerOptions } from '../runners/options.js';

/** What a test is given. */
export interface FakeJiraFixtures {
  /** The workspace of the worker, reset before each test. What is asked of it is awaited, wherever the fake runs. */
  jira: FakeWorkspace<Place>;
}

/** What `use` of a configuration can say. */
export interface FakeJiraWorkerOptions {
  /** How the fake of a worker is started, or `url` and `token` of one that runs elsewhere. */
  fakeJira: RunnerOptions | ElsewhereOptions;
}

/**
 * Playwright's `test` with `jira`. Where a test fails, its report has the requests that the fake has received.
 *
 * @example
 * test('creates its field once', async ({ page, jira }) => {
 *   await page.goto(`/?jira=${jira.url}`);
 *   await page.getByRole('button', { name: 'Create' }).click();
 *   await expect(jira).toHaveReceived('POST', '/rest/api/*\/field', { times: 1 });
 * });
 */
export const test = base.extend<FakeJiraFixtures, FakeJiraWorkerOptions & { jiraOfWorker: FakeWorkspace<Place> }>({
  fakeJira: [{}, { option: true, scope: 'worker' }],
  jiraOfWorker: [
    async ({ fakeJira }, use, { parallelIndex }) => {
      const file = `worker-${parallelIndex}`;
      const { jira, end } = await ownWorkspace(fakeJira, { of: 'fakeJira of `use`', file });
      await use(jira);
      await end();
    },
    { scope: 'worker' },
  ],
  jira: async ({ jiraOfWorker }, use, testInfo) => {
    await jiraOfWorker.reset();
    await use(jiraOfWorker);
    if (testInfo.status === testInfo.expectedStatus) return;
    const body = JSON.stringify(await jiraOfWorker.journal(), null, 2);
    await testInfo.attach('requests to Jira', { body, contentType: 'application/json' });
  },
});

/** Playwright's `expect` with the matcher. */
export const expect = baseExpect.extend({
  toHaveReceived(
    jira: Pick<FakeWorkspace<Place>, 'journal'>,
    method: string,
    path: string,
    expected?: ExpectedRequest,
  ): Promise<MatcherOutcome> {
    return Promise.resolve(toHaveReceived.call({ ...this, equals } as never, jira, method, path, expected));
  },
});

/** Whether a value has a part, by Jest: what Playwright gives matchers refuses to compare. */
function equals(whole: unknown, part: unknown): boolean {
  try {
    jestExpect({ it: whole }).toMatchObject({ it: part });
    return true;
  } catch {
    return false;
  }
}

interface MatcherOutcome {
  readonly pass: boolean;
  readonly message: () => string;
}
