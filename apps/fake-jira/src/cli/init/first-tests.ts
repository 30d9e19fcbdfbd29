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

const credentials = "const headers = { Authorization: `Basic ${btoa('admin:admin')}` };";

/** What the tests of all runners do, behind what each of them begins with. */
function tests(opening: readonly string[], { parameters, matching }: { parameters: string; matching: string }): string {
  return lines(
    ...opening,
    '',
    credentials,
    '',
    `test('finds the field of the world file', async (${parameters}) => {`,
    '  const answer = await fetch(`${jira.url}/rest/api/2/field`, { headers });',
    '  const fields = await answer.json();',
    "  expect(fields.map(({ name }) => name)).toContain('Team');",
    '});',
    '',
    `test('creates its field once', async (${parameters}) => {`,
    '  // Yours comes here: have your code work on jira.url instead of this request, and see what it has asked for.',
    "  const type = 'com.atlassian.jira.plugin.system.customfieldtypes:textfield';",
    '  await fetch(`${jira.url}/rest/api/2/field`, {',
    "    method: 'POST',",
    "    headers: { ...headers, 'Content-Type': 'application/json' },",
    "    body: JSON.stringify({ name: 'Released by', type }),",
    '  });',
    `  ${matching}(jira).toHaveReceived('POST', '/rest/api/*/field', { body: { name: 'Released by' }, times: 1 });`,
    '});',
  );
}

const global = { parameters: '', matching: 'expect' };
/** A fixture hands `jira` to the test. */
const fixture = { parameters: '{ jira }', matching: 'expect' };

/**
 * The first test of a project. Each file has a Jira of its own, which begins anew before each test.
 *
 * @param isModule - whether its `.js` files are ES modules
 */
export function firstTest(runner: Runner, isModule: boolean): FirstTest {
  return { jest: () => jest(isModule), vitest, playwright, node }[runner]();
}

function jest(isModule: boolean): FirstTest {
  const setUp = 'fake-jira/jest-setup';
  const opening = [
    '/**',
    ' * @jest-environment fake-jira/jest-environment',
    ` * @jest-environment-options {"fakeJira":{"world":"${worldPath}"}}`,
    ' */',
    isModule ? `import '${setUp}';` : `require('${setUp}');`,
  ];
  return {
    path: 'test/fake-jira.test.js',
    run: isModule ? 'NODE_OPTIONS=--experimental-vm-modules npx jest test/fake-jira' : 'npx jest test/fake-jira',
    text: tests(opening, global),
  };
}

function vitest(): FirstTest {
  const opening = [
    "import { expect, withFakeJira } from 'fake-jira/vitest';",
    '',
    `const test = withFakeJira({ world: '${worldPath}' });`,
  ];
  return {
    path: 'test/fake-jira.test.mjs',
    run: 'npx vitest run test/fake-jira',
    text: tests(opening, fixture),
  };
}

function playwright(): FirstTest {
  const opening = [
    "import { expect, test } from 'fake-jira/playwright';",
    '',
    `test.use({ fakeJira: { world: '${worldPath}' } });`,
  ];
  return {
    path: 'test/fake-jira.spec.mjs',
    run: 'npx playwright test test/fake-jira',
    text: tests(opening, { ...fixture, matching: 'await expect' }),
  };
}

function node(): FirstTest {
  const opening = [
    "import { test } from 'node:test';",
    "import { expect, fakeJira } from 'fake-jira/node-test';",
    '',
    `const jira = await fakeJira({ world: '${worldPath}' });`,
  ];
  return {
    path: 'test/fake-jira.test.mjs',
    run: 'node --test test/fake-jira.test.mjs',
    text: tests(opening, global),
  };
}

const lines = (...all: readonly string[]) => `${all.join('\n')}\n`;
