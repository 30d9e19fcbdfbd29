// For `setupFilesAfterEnv`: the matchers, and the reset between tests.
import { beforeEach, expect } from '@jest/globals';
import type { FakeWorkspace } from '../fake-jira.js';
import { toHaveReceived } from './matchers.js';

export type { ExpectedRequest, FakeJiraMatchers } from './matchers.js';

declare global {
  /** The workspace of this test file, from `fake-jira/jest-environment`. */
  var jira: FakeWorkspace;
}

if ((globalThis as { jira?: FakeWorkspace }).jira === undefined) {
  throw new Error("fake-jira/jest-setup needs testEnvironment: 'fake-jira/jest-environment' in Jest's configuration.");
}
const { jira } = globalThis;
expect.extend({ toHaveReceived });
// Before, not after: so the first test begins as all others do, whatever a file does on its way to it.
beforeEach(() => jira.reset());
