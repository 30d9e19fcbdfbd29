import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkWorld, type Root } from '@fake-jira/world';
import { openState } from '../../src/state/open-state.js';
import { asAdmin, startedFake } from '../support/command-line.js';
import { Random } from '../support/random.js';

const rounds = process.env['FAKE_JIRA_TESTS'] === 'all' ? 200 : 3;
const seed = 20_261_128;
/** Clients that write at once, in workspaces that they share. */
const clients = 6;
const workspaces = ['default', 'one', 'two'];
/** Requests that are answered before a fake is killed, at the most. */
const longest = 120;

/** What a client was told, or was not: its request was on its way when the fake was killed. */
interface Write {
  readonly workspace: string;
  /** Values of options that the request made, all in one. */
  readonly made: readonly string[];
  /** The value that it deleted. */
  readonly deleted?: string;
  acknowledged: boolean;
}

interface Context {
  readonly fieldId: string;
  readonly contextId: string;
}

const headers = { ...asAdmin.headers, 'Content-Type': 'application/json' };

// The test knows what it asked for.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
async function ask(url: string, method: string, path: string, body?: unknown): Promise<{ status: number; body: any }> {
  const answer = await fetch(`${url}/rest/api/3/${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
}

async function makeContext(url: string): Promise<Context> {
  const type = 'com.atlassian.jira.plugin.system.customfieldtypes:select';
  const { body: field } = await ask(url, 'POST', 'field', { name: 'Crash', type });
  const { body: contexts } = await ask(url, 'GET', `field/${field.id}/context`);
  return { fieldId: field.id, contextId: contexts.values[0].id };
}

/** Writes until the fake is no more. */
async function client(url: string, context: Context, workspace: string, name: string, log: Write[]): Promise<void> {
  const own: { id: string; value: string }[] = [];
  const path = `field/${context.fieldId}/context/${context.contextId}/option`;
  for (let count = 0; ; count++) {
    const victim = count % 4 === 3 ? own.shift() : undefined;
    const made = victim ? [] : [1, 2, 3].map((part) => `${name}-${count}-${part}`);
    const write: Write = { workspace, made, ...(victim && { deleted: victim.value }), acknowledged: false };
    log.push(write);
    try {
      if (victim) {
        const { status } = await ask(url, 'DELETE', `${path}/${victim.id}`);
        if (status !== 204) throw new Error(`an option could not be deleted: ${status}`);
      } else {
        const { status, body } = await ask(url, 'POST', path, { options: made.map((value) => ({ value })) });
        if (status !== 200) throw new Error(`options could not be made: ${status} ${JSON.stringify(body)}`);
        own.push(...body.options);
      }
    } catch (error) {
      // The end of the fake, in the middle of an answer or before it.
      if (['TypeError', 'SyntaxError'].includes((error as Error).name)) return;
      throw error;
    }
    write.acknowledged = true;
  }
}

/** What is wrong with what is there, after what clients were told. */
function problems(root: Root, workspace: string, log: readonly Write[]): string[] {
  const there = new Set([...root.options.values()].map(({ value }) => value));
  const ofThis = log.filter((write) => write.workspace === workspace);
  const mayBeGone = new Set(ofThis.flatMap(({ deleted }) => deleted ?? []));
  const found: string[] = checkWorld(root);
  for (const { made, deleted, acknowledged } of ofThis) {
    const present = made.filter((value) => there.has(value));
    const missing = made.filter((value) => !there.has(value) && !mayBeGone.has(value));
    if (acknowledged && missing.length > 0) found.push(`lost: ${missing.join()}`);
    if (!acknowledged && present.length > 0 && missing.length > 0) found.push(`half done: ${present.join()}`);
    if (acknowledged && deleted !== undefined && there.has(deleted)) found.push(`deleted, and there again: ${deleted}`);
  }
  const asked = new Set(ofThis.flatMap(({ made }) => made));
  for (const value of there) if (/^r\d+c\d/.test(value) && !asked.has(value)) found.push(`never made: ${value}`);
  return found;
}

it(
  `what clients were told survives ${rounds} kills at random moments, and nothing half done is to be seen`,
  async () => {
    const directory = mkdtempSync(join(tmpdir(), 'fake-jira-crash-'));
    const random = new Random(seed);
    const log: Write[] = [];
    const contexts = new Map<string, Context>();
    let acknowledged = 0;
    try {
      for (let round = 0; round < rounds; round++) {
        const fake = await startedFake('--state', directory, '--world', 'tiny', '--quiet');
        const urlOf = (workspace: string) => (workspace === 'default' ? fake.url : `${fake.url}/w/${workspace}`);
        for (const workspace of workspaces)
          if (!contexts.has(workspace)) contexts.set(workspace, await makeContext(urlOf(workspace)));
        const before = log.length;
        const working = Array.from({ length: clients }, (_, i) => {
          const workspace = workspaces[i % workspaces.length] as string;
          return client(urlOf(workspace), contexts.get(workspace) as Context, workspace, `r${round}c${i}`, log);
        });
        // Counted in requests, not in time: the moment is as random, and the same amount is written on any machine.
        const enough = before + 1 + random.below(longest);
        while (log.length < enough) await new Promise((resolve) => setImmediate(resolve));
        await fake.stop('SIGKILL');
        await Promise.all(working);
        acknowledged += log.slice(before).filter((write) => write.acknowledged).length;

        const state = await openState(directory);
        for (const workspace of workspaces) {
          const { root } = await state.keeper.load(workspace);
          expect({ seed, round, workspace, problems: problems(root, workspace, log) }).toEqual({
            seed,
            round,
            workspace,
            problems: [],
          });
        }
        await state.keeper.close();
      }
      expect(acknowledged).toBeGreaterThan(rounds);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  },
  20_000 + rounds * 10_000,
);
