/** The runners for which `fake-jira init` writes a first test. */
export const runners = ['jest', 'vitest', 'playwright', 'node'] as const;
export type Runner = (typeof runners)[number];

/** A first test of a project, and how it is run. */
export interface FirstTest {
  /** Its path in the project. */
  readonly path: string;
  readonly text: string;
  /** The command that runs it. */
  readonly run: string;
}

/** The world file that goes with it, by its path in the project. */
export const worldPath = 'test/world.yaml';

/** What the tests of all runners do: the field of the world file is there, and what was asked can be asked for. */
const body = {
  find: [
    `  const answer = await fetch(\`\${jira.url}/rest/api/2/field\`, { headers });`,
    '  const fields = await answer.json();',
    "  expect(fields.map(({ name }) => name)).toContain('Team');",
  ],
  create: [
    '  // Yours comes here: have your code work on jira.url instead of this request, and see what it has asked for.',
    "  const type = 'com.atlassian.jira.plugin.system.customfieldtypes:textfield';",
    `  await fetch(\`\${jira.url}/rest/api/2/field\`, {`,
    "    method: 'POST',",
    "    headers: { ...headers, 'Content-Type': 'application/json' },",
    "    body: JSON.stringify({ name: 'Released by', type }),",
    '  });',
  ],
};

const credentials = "const headers = { Authorization: `Basic ${btoa('admin:admin')}` };";
const asked = "  const [asked] = jira.journal({ method: 'POST', path: '/rest/api/2/field' });";

/**
 * The first test of a project.
 *
 * @param isModule - whether its `.js` files are ES modules
 */
export function firstTest(runner: Runner, isModule: boolean): FirstTest {
  return { jest: () => jest(isModule), vitest, playwright, node }[runner]();
}

function jest(isModule: boolean): FirstTest {
  const setUp = 'fake-jira/jest-setup';
  return {
    path: 'test/fake-jira.test.js',
    run: isModule ? 'NODE_OPTIONS=--experimental-vm-modules npx jest test/fake-jira' : 'npx jest test/fake-jira',
    text: lines(
      '/**',
      ' * Each test file has a Jira of its own, the global `jira`, which begins anew before each test.',
      ' * @jest-environment fake-jira/jest-environment',
      ` * @jest-environment-options {"fakeJira":{"world":"${worldPath}"}}`,
      ' */',
      isModule ? `import '${setUp}';` : `require('${setUp}');`,
      '',
      credentials,
      '',
      "test('finds the field of the world file', async () => {",
      ...body.find,
      '});',
      '',
      "test('creates its field once', async () => {",
      ...body.create,
      "  expect(jira).toHaveReceived('POST', '/rest/api/*/field', { body: { name: 'Released by' }, times: 1 });",
      '});',
    ),
  };
}

/** For runners with hooks and `expect`: the fake is started and closed by the file itself. */
function hooked(imports: string, hooks: { before: string; beforeEach: string; after: string }): string {
  return lines(
    imports,
    "import { startFakeJira } from 'fake-jira';",
    '',
    credentials,
    'let jira;',
    `${hooks.before}(async () => {`,
    `  jira = await startFakeJira({ world: '${worldPath}' });`,
    '});',
    `${hooks.beforeEach}(() => jira.reset());`,
    `${hooks.after}(() => jira.close());`,
    '',
    "test('finds the field of the world file', async () => {",
    ...body.find,
    '});',
    '',
    "test('creates its field', async () => {",
    ...body.create,
    asked,
    "  expect(asked).toMatchObject({ status: 201, body: { name: 'Released by' } });",
    '});',
  );
}

function vitest(): FirstTest {
  return {
    path: 'test/fake-jira.test.mjs',
    run: 'npx vitest run test/fake-jira',
    text: hooked("import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';", {
      before: 'beforeAll',
      beforeEach: 'beforeEach',
      after: 'afterAll',
    }),
  };
}

function playwright(): FirstTest {
  return {
    path: 'test/fake-jira.spec.mjs',
    run: 'npx playwright test test/fake-jira',
    text: hooked("import { expect, test } from '@playwright/test';", {
      before: 'test.beforeAll',
      beforeEach: 'test.beforeEach',
      after: 'test.afterAll',
    }),
  };
}

function node(): FirstTest {
  return {
    path: 'test/fake-jira.test.mjs',
    run: 'node --test test/fake-jira.test.mjs',
    text: lines(
      "import assert from 'node:assert/strict';",
      "import { after, before, beforeEach, test } from 'node:test';",
      "import { startFakeJira } from 'fake-jira';",
      '',
      credentials,
      'let jira;',
      'before(async () => {',
      `  jira = await startFakeJira({ world: '${worldPath}' });`,
      '});',
      'beforeEach(() => jira.reset());',
      'after(() => jira.close());',
      '',
      "test('finds the field of the world file', async () => {",
      ...body.find.slice(0, 2),
      "  assert(fields.some(({ name }) => name === 'Team'));",
      '});',
      '',
      "test('creates its field', async () => {",
      ...body.create,
      asked,
      '  assert.equal(asked.status, 201);',
      "  assert.equal(asked.body.name, 'Released by');",
      '});',
    ),
  };
}

const lines = (...all: readonly string[]) => `${all.join('\n')}\n`;
