import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startFakeJira } from '../../src/index.js';
import { node24 } from '../support/other-node.js';

// Public clients that this Node cannot load, each in a program of its own: jira.js 6, which wants Node 22, and the module
// `jira` of Python, where the machine has it (Debian's python3-jira).

const run = promisify(execFile);
const program = (name: string) => fileURLToPath(new URL(`clients/${name}`, import.meta.url));

/** What a program prints that is given the address of a fake. */
async function told(profile: string, command: string, script: string): Promise<unknown> {
  const jira = await startFakeJira({ profile });
  try {
    return JSON.parse((await run(command, [program(script), jira.url])).stdout) as unknown;
  } finally {
    await jira.close();
  }
}

const here = { path: process.execPath, missing: undefined, remove: () => undefined };
const node = Number(process.versions.node.split('.')[0]) >= 22 ? here : await node24();
afterAll(() => node.remove());

(node.missing === undefined ? describe : describe.skip)('jira.js 6', () => {
  it('goes through the life of a field of a Cloud, and finds every answer as its schemas say', async () => {
    expect(await told('cloud', node.path, 'life-of-a-field.mjs')).toEqual({
      told: {
        made: ['Size', true, 'option'],
        permissions: ['ADMINISTER', 'BROWSE_PROJECTS'],
        user: 'Ada Admin',
        contexts: [
          ['Default Configuration Scheme for Size', true],
          ['Only TEST', false],
        ],
        options: ['L', 'XS', 'M'],
        default: ['option.single'],
        screens: ['Default Screen'],
        values: ['M', 'L'],
        trashed: 1,
        restored: 'L',
        left: 0,
      },
      mismatches: [],
    });
  });
});

/** A Python that has the module; undefined where there is none. */
async function pythonWithJira(): Promise<string | undefined> {
  for (const python of ['python3', '/usr/bin/python3']) {
    const found = await run(python, ['-c', 'import jira']).then(
      () => true,
      () => false,
    );
    if (found) return python;
  }
  process.stderr.write('Skipped, as no python3 here has the module jira: apt-get install python3-jira\n');
  return undefined;
}

const python = await pythonWithJira();

(python === undefined ? describe.skip : describe)('the module jira of Python', () => {
  it.each([
    ['jira-8.20', [8, 20], 200],
    ['jira-9.12', [9, 12], 404],
    ['jira-10.3', [10, 3], 404],
  ])('reads create metadata of %s, and makes, reads, changes and deletes an issue', async (profile, server, whole) => {
    expect(await told(profile, python as string, 'create_metadata.py')).toEqual({
      server,
      whole,
      types: ['Bug', 'Story', 'Sub-task', 'Task'],
      browsers: ['firefox', 'safari', 'edge'],
      issue: ['Made with Python', 'edge'],
      changed: 'safari',
      gone: 404,
    });
  });

  it.each(['jira-8.20', 'jira-10.3'])('goes around a project of %s', async (profile) => {
    expect(await told(profile, python as string, 'neighbours.py')).toEqual({
      versions: ['7.0', '8.0'],
      component: ['Bob Builder', 'COMPONENT_LEAD'],
      link: true,
      comments: ['It waits', 'Seen it twice'],
      transitions: ['To Do', 'In Progress', 'Done'],
      done: ['Done', 'Done'],
      changed: ['resolution', 'status'],
      related: 2,
      unresolved: 1,
      released: true,
      order: '8.0',
      open: [true],
      moved: ['Docs'],
      assignable: true,
      group: ['admin'],
      page: 1,
      wrong: [400, true],
      unlinked: 0,
    });
  });
});
