import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportWorldFile, type WorldFile } from '@fake-jira/fixtures';
import { pagesOf, type Root } from '@fake-jira/world';
import type { RequestHandler } from 'express';
import { logger } from '../../src/cli/log.js';
import { startFakeJira } from '../../src/index.js';
import { openState } from '../../src/state/open-state.js';
import { Store } from '../../src/state/store.js';
import { TestClock } from '../support/jira.js';
import { address, idOf, kinds, ordinary, tokens, world, type Kind } from './protected-world.js';
import type { Output } from './secrets.js';

/** Two values of each kind: the issue has the first from the world file, and gets the second by a write. */
export const secretValues: { readonly [K in Kind]: readonly [unknown, unknown] } = {
  text: ['first "secret" <té&xt>/+ 7c1', 'second "secret" <té&xt>/+ 9d2'],
  number: [83719264.25, 58203917.75],
  date: ['2031-07-19', '2033-09-23'],
  user: ['tina', '5b10a0effa615349cb016cd8'],
  'multi-user': [['tina'], ['5b10a0effa615349cb016cd8']],
  group: ['vault-keepers', 'vault-keepers'],
  collection: [['fish'], ['fish']],
};

/** A world in which an issue has all kinds of encrypted values from the beginning. */
export function worldOf(protection: 'encrypted' | 'unencrypted'): WorldFile {
  const values = Object.fromEntries(kinds.map((kind) => [idOf(kind, protection), secretValues[kind][0]])) as Record<
    string,
    string
  >;
  return {
    ...world,
    groups: [...(world.groups ?? []), 'vault-keepers'],
    issues: [
      { key: 'TEST-1', type: 'Bug', summary: 'Has secrets', reporter: 'steve', assignee: 'bob', fields: values },
      { key: 'TEST-2', type: 'Bug', summary: 'Has none', reporter: 'steve' },
    ],
  };
}

export interface Played {
  /** All that the fake wrote or answered, but for what a read of the API itself is there to answer. */
  readonly outputs: readonly Output[];
  /** Those parts of it that say something about the issue. */
  readonly ofIssue: readonly Output[];
  /** What the reads of the API answered: that there was something to leak. */
  readonly reads: string;
  readonly root: Root;
}

const asAdmin = { Authorization: `Basic ${btoa('admin:admin')}` };
const asJson = { 'Content-Type': 'application/json' };

/**
 * Everything that people do around protected fields, rightly and wrongly, in a fake that logs in both forms, keeps its
 * state, and holds its answers to the spec.
 *
 * @param planted - a leak, to be found
 */
export async function play(
  protection: 'encrypted' | 'unencrypted' = 'encrypted',
  planted: readonly RequestHandler[] = [],
): Promise<Played> {
  const outputs: Output[] = [];
  const collect = (from: string, bytes: string) => void outputs.push({ from, bytes });
  const { log, error } = console;
  const write = process.stdout.write.bind(process.stdout);
  const collectAs =
    (from: string) =>
    (...parts: unknown[]) =>
      collect(from, parts.map(String).join(' '));
  Object.assign(console, { log: collectAs('log'), error: collectAs('log of errors') });
  process.stdout.write = (line: unknown) => {
    collect('log', String(line));
    return true;
  };
  const directory = mkdtempSync(join(tmpdir(), 'fake-jira-'));
  const state = await openState(directory);
  const loggers = [await logger('text'), await logger('json')];
  const jira = await startFakeJira({
    world: worldOf(protection),
    clock: new TestClock(),
    ...state,
    validate: 'warn',
    middleware: planted,
    onRequest(entry) {
      for (const one of loggers) one.request(entry);
    },
    onDefect: (defect) => loggers.forEach((one) => one.defect(defect)),
  });
  let reads = '';
  try {
    const ready = {
      url: jira.url,
      profile: 'all',
      protectedFields: address,
      size: '',
      root: jira.world(),
      auth: 'strict',
    };
    for (const one of loggers) one.ready(ready);
    const ask = async (path: string, init: RequestInit = {}, from = 'answer') => {
      const response = await fetch(jira.url + path, init);
      const text = await response.text();
      collect(`${from} ${path.split('?')[0] ?? ''}`, `${JSON.stringify([...response.headers])}\n${text}`);
      return { status: response.status, text };
    };
    const send = (method: string, body: string) => ({ method, body, headers: asJson });
    const ids = kinds.map((kind) => idOf(kind, protection));
    const fieldIds = ids.map((id) => `fieldId=${id}`).join('&');
    const at = (token: string, rest = '') => `${address}?token=${encodeURIComponent(token)}&issueKey=TEST-1${rest}`;
    const read = async () => {
      reads += await (await fetch(`${jira.url}${at(tokens.all)}&${fieldIds}`)).text();
    };
    const entries = (which: 0 | 1) =>
      JSON.stringify(kinds.map((kind) => ({ fieldId: idOf(kind, protection), value: secretValues[kind][which] })));

    await read();
    expect(await ask(at(tokens.all), send('PUT', entries(1)))).toEqual({ status: 200, text: 'OK' });
    await read();
    // Refused: for its token, for a value after others, and as what is no JSON.
    for (const token of [tokens.read, tokens.shop, `${tokens.all}x`]) await ask(at(token), send('POST', entries(1)));
    const oneWrong = JSON.stringify([...(JSON.parse(entries(1)) as object[]), { fieldId: ordinary, value: 'x' }]);
    await ask(at(tokens.all), send('POST', oneWrong));
    await ask(at(tokens.all), send('PUT', entries(1).slice(0, -3)));
    await ask(at(tokens.all), { ...send('PUT', entries(1)), headers: { 'Content-Type': 'text/plain' } });
    await ask(at(tokens.all), { method: 'DELETE' });
    await ask(at(tokens.write, '&fieldId=customfield_99999'));
    await ask(at(tokens.all, '&fieldId=summary'));
    // A token where none belongs, however it is written.
    for (const token of [
      `token=${tokens.all}`,
      `%74oken=${tokens.all}`,
      `TOKEN=${tokens.all}&access_token=${tokens.write}`,
    ]) {
      for (const before of ['', '/jira', '/w/other', '/w/not%20a%20name']) {
        await ask(`${before}/rest/api/3/field/search?maxResults=1&${token}`, { headers: asAdmin });
        await ask(`${before}/rest/unknown?${token}`);
        await ask(`${before}/rest/api/3/field?${token}`, { headers: { Authorization: 'Basic d3Jvbmc6d3Jvbmc=' } });
        await ask(`${before}/rest/jiracustomfieldeditorplugin/1/admin/customfields?startAt=x&${token}`, {
          headers: asAdmin,
        });
        await ask(`${before}/rest/api/3/field?${token}`, {
          method: 'POST',
          body: '{',
          headers: { ...asAdmin, ...asJson },
        });
        await ask(`${before}${address}/more?${token}`);
      }
    }
    // What the other windows show.
    const issue = { headers: asAdmin };
    for (const path of [
      '/rest/api/3/issue/TEST-1?expand=names,schema,editmeta',
      '/rest/api/2/issue/TEST-1',
      '/rest/api/3/issue/TEST-1/editmeta',
    ]) {
      await ask(path, issue, 'issue');
    }
    for (const path of [
      '/rest/api/3/issue/createmeta?expand=projects.issuetypes.fields',
      '/rest/api/3/field',
      '/rest/api/3/field/search?expand=lastUsed,screensCount,contextsCount',
      '/rest/jiracustomfieldeditorplugin/1/admin/customfields',
      '/rest/jiracustomfieldeditorplugin/1/maintenance/event_logs',
      '/rest/jiracustomfieldeditorplugin/1/maintenance/data_storage',
    ]) {
      await ask(path, issue);
    }
    await ask('/rest/api/3/issue/TEST-1', {
      method: 'PUT',
      body: JSON.stringify({ fields: { summary: 'New' } }),
      headers: { ...asAdmin, ...asJson },
    });
    await read();

    collect('journal', JSON.stringify([jira.journal(), jira.workspace('other').journal()]));
    const root = jira.world();
    collect('serialized world', JSON.stringify(pagesOf(root)));
    collect('export', JSON.stringify(exportWorldFile(root, { history: true })));
    const answered = await fetch(`${jira.url}/_fake/world?history=true`, { headers: { Accept: 'application/yaml' } });
    collect('export over HTTP', await answered.text());
    collect('journal over HTTP', await (await fetch(`${jira.url}/_fake/requests`)).text());
    await jira.close();
    await state.keeper.close();
    const files = readdirSync(directory, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
    for (const { parentPath, name } of files) collect(`state ${name}`, readFileSync(join(parentPath, name), 'utf8'));
    const store = await Store.open(directory);
    collect('state', JSON.stringify(await store.read('')));
    await store.close();
    const table = JSON.stringify([...root.issues.values()]);
    const ofIssue = [{ from: 'issues', bytes: table }, ...outputs.filter(({ from }) => from.startsWith('issue '))];
    return { outputs, ofIssue, reads, root };
  } finally {
    await jira.close();
    rmSync(directory, { recursive: true });
    Object.assign(console, { log, error });
    process.stdout.write = write;
  }
}
