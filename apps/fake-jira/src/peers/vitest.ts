// For Vitest: the fixture `jira`, and the matcher.
import { expect, test as base, type TestAPI } from 'vitest';
import type { FakeWorkspace, Place } from '../fake-jira.js';
import { toHaveReceived, type FakeJiraMatchers } from '../matchers/to-have-received.js';
import type { ElsewhereOptions, RunnerOptions } from '../runners/options.js';
import { ownWorkspace } from '../runners/own-workspace.js';

export type { ExpectedRequest, FakeJiraMatchers } from '../matchers/to-have-received.js';
export type { ElsewhereOptions, RunnerOptions } from '../runners/options.js';

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-explicit-any -- Vitest's own form
  interface Assertion<T = any> extends FakeJiraMatchers<void, T> {}
}

// A type of its own is what Vitest asks of matchers; ours goes by what it has in common with Jest's.
expect.extend({ toHaveReceived } as never);

/**
 * Vitest's `test` with `jira`: a workspace of its own for each file, reset before each test. Tests that run at the same
 * time as others of their file have one each.
 *
 * @param options - how the fake of the worker is started, or `url` and `token` of one that runs elsewhere
 * @example
 * const test = withFakeJira({ world: 'test/world.yaml' });
 * test('creates its field once', async ({ jira }) => {
 *   await createField(jira.url);
 *   expect(jira).toHaveReceived('POST', '/rest/api/*\/field', { body: { name: 'Team' }, times: 1 });
 * });
 */
export function withFakeJira(options: ElsewhereOptions): TestAPI<{ jira: FakeWorkspace<'elsewhere'> }>;
export function withFakeJira(options?: RunnerOptions): TestAPI<{ jira: FakeWorkspace }>;
export function withFakeJira(options: RunnerOptions | ElsewhereOptions = {}): TestAPI<{ jira: FakeWorkspace<Place> }> {
  const own = (file: string) => ownWorkspace(options, { of: 'withFakeJira', file });
  const extended = base.extend<{ ofFile: FakeWorkspace<Place>; jira: FakeWorkspace<Place> }>({
    ofFile: [
      async ({}, use) => {
        const { jira, end } = await own(expect.getState().testPath ?? 'vitest');
        await use(jira);
        await end();
      },
      { scope: 'file' },
    ],
    jira: async ({ ofFile, task }, use) => {
      if (task.concurrent !== true) {
        await ofFile.reset();
        return use(ofFile);
      }
      const { jira, end } = await own(task.file.filepath);
      await use(jira);
      await end();
    },
  });
  return extended;
}

/** {@link withFakeJira} with the world `demo` and the profile `all`. */
export const test = withFakeJira();
export { test as it, expect };
