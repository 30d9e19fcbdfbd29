import { defineConfig } from '@playwright/test';
import type { FakeJiraWorkerOptions } from 'fake-jira/playwright';

export default defineConfig<object, FakeJiraWorkerOptions>({
  testDir: 'test',
  fullyParallel: true,
  use: { fakeJira: { world: 'tiny' } },
});
