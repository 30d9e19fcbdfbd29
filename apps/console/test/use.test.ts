import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { becomes, describeInBrowser, open, running, type Running } from './browser.js';

const admin = { Authorization: `Basic ${btoa('admin:admin')}` };

/** Answers what the next question of the page asks, with a text where it wants one. */
function answerNext(page: Page, text?: string): void {
  page.once('dialog', (dialog) => void dialog.accept(text));
}

describeInBrowser('who uses the console', () => {
  let fake: Running;
  beforeAll(async () => void (fake = await running()));
  afterAll(() => fake?.stop());

  it('finds a field, and adds, renames, moves, disables, sorts and deletes its options', async () => {
    const page = await open(fake);
    await page.getByLabel('Search fields').fill('whose bowl');
    await page.getByRole('link', { name: 'Animals' }).click();
    const tree = page.getByRole('tree');
    const shown = async () => (await tree.getByRole('treeitem').allTextContents()).map((text) => text.split(' ')[0]);
    const top = async () => (await shown()).filter((name) => /^(cats|dogs|fish|birds|ants)$/.test(name ?? ''));
    const chosen = (name: string) => tree.getByRole('treeitem', { name: new RegExp(`^${name} `) });
    answerNext(page, 'parrots');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await chosen('parrots').click();
    answerNext(page, 'birds');
    await tree.press('Enter');
    await chosen('birds').waitFor();
    await tree.press('Alt+ArrowUp');
    await becomes(top, ['cats', 'dogs', 'birds', 'fish']);
    await page.getByRole('button', { name: 'Up' }).click();
    await becomes(top, ['cats', 'birds', 'dogs', 'fish']);
    await page.getByRole('button', { name: 'Disable' }).click();
    await page.getByRole('button', { name: 'Enable' }).waitFor();
    await page.getByRole('button', { name: 'Sort' }).click();
    await becomes(top, ['birds', 'cats', 'dogs', 'fish']);
    answerNext(page);
    await tree.press('Delete');
    await becomes(top, ['cats', 'dogs', 'fish']);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  it('shows which context applies, and the field as each API shows it', async () => {
    const page = await open(fake, 'world/10000');
    const row = page.getByRole('row', { name: /^TEST/ });
    await row.getByRole('cell', { name: 'Bugs of TEST' }).waitFor();
    await page.getByRole('button', { name: 'Ask all of them' }).click();
    const apis = page.locator('.side-by-side h3');
    await becomes(
      async () => [...new Set(await apis.allTextContents())],
      ['customfield-editor', 'extender', 'jira-cloud'],
    );
    await page.context().close();
  });

  it('scrolls ten thousand options, of which few are in the page', async () => {
    const options = Array.from({ length: 10_000 }, (_, at) => ({ value: `option ${at}` }));
    const fields = [{ name: 'Many', type: 'select', id: 20_000, contexts: [{ name: 'All', options }] }];
    const many = `${fake.url}/w/many`;
    const headers = { 'Content-Type': 'application/json' };
    await fetch(`${many}/_fake/world`, { method: 'POST', headers, body: JSON.stringify({ fields }) });
    const page = await open({ ...fake, url: many }, 'world/20000');
    const tree = page.getByRole('tree');
    await tree.getByText('option 0 ').waitFor();
    await tree.press('End');
    await tree.getByText('option 9999').waitFor();
    expect(await tree.getByRole('treeitem').count()).toBeLessThan(60);
    await page.context().close();
  });

  it('sees each request when it is answered, how it is known, and takes it along', async () => {
    const page = await open(fake, 'traffic');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('heading', { name: 'Traffic' }).waitFor();
    await page.getByLabel('Status').fill('404');
    await fetch(`${fake.url}/rest/api/3/field/customfield_99999/context`, { headers: admin });
    await page.getByRole('button', { name: /customfield_99999/ }).click();
    await page.getByRole('region', { name: 'Request' }).getByText('documented').waitFor();
    const copied = async (name: string) => {
      await page.getByRole('button', { name }).click();
      await page.getByText('Copied as').waitFor();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await copied('Copy as curl')).toBe(
      `curl -u 'admin:admin' '${fake.url}/rest/api/3/field/customfield_99999/context'`,
    );
    expect(await copied('Copy as Jest test')).toContain('expect(answer.status).toBe(404)');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as HAR' }).click(),
    ]);
    const { log } = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(log.entries.at(-1).response.status).toBe(404);
    await page.context().close();
  });

  it('makes something go wrong in two clicks, moves the clock, answers a question, and resets', async () => {
    const set = { ...fake, url: `${fake.url}/w/set-up` };
    const page = await open(set, 'setup');
    const status = async () => (await fetch(`${set.url}/rest/api/3/field`, { headers: admin })).status;
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Remove fault-1' }).waitFor();
    expect(await status()).toBe(503);
    await page.getByRole('button', { name: 'Stop it' }).click();
    await page.getByText('(stands still)').waitFor();
    const question = page.locator('details', { hasText: 'jira.bare-field-id' });
    await question.locator('summary').click();
    await question.getByRole('combobox').selectOption('404');
    await question.getByText('Answered').waitFor();
    answerNext(page);
    await page.getByRole('button', { name: 'Reset set-up' }).click();
    await page.getByText('is as it began').waitFor();
    expect(await status()).toBe(200);
    await page.context().close();
  });
});

describeInBrowser('who should not use the console', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fake-jira-console-'));
  const file = join(folder, 'token');
  let fake: Running;
  beforeAll(async () => {
    writeFileSync(file, 'a-control-token');
    fake = await running('--control-token-file', file);
  });
  afterAll(async () => {
    await fake?.stop();
    rmSync(folder, { recursive: true });
  });

  it('is asked for the control token', async () => {
    const page = await open(fake);
    await page.getByLabel('Token').fill('a-control-token');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('link', { name: 'Animals' }).waitFor();
    await page.context().close();
  });
});

describeInBrowser('a page of another origin', () => {
  let fake: Running;
  beforeAll(async () => void (fake = await running()));
  afterAll(() => fake?.stop());

  it('cannot reset the world, nor read it, nor show the console in a frame', async () => {
    const merge = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"groups":["kept"]}' };
    await fetch(`${fake.url}/_fake/world`, merge);
    const other = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end('<p>Hello'));
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const page = await (await fake.browser.newContext()).newPage();
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    const tried = await page.evaluate(async (url) => {
      const said = (asked: Promise<Response>) =>
        asked.then(
          () => 'sent',
          () => 'failed',
        );
      await said(fetch(`${url}/_fake/reset`, { method: 'POST', mode: 'no-cors' }));
      const frame = Object.assign(document.createElement('iframe'), { src: url });
      document.body.append(frame);
      return said(fetch(`${url}/_fake/world`));
    }, fake.url);
    expect(tried).toBe('failed');
    const { groups } = (await (await fetch(`${fake.url}/_fake/world`)).json()) as { groups: { name: string }[] };
    expect(groups.map(({ name }) => name)).toContain('kept');
    const frame = page.frames()[1];
    expect(await frame?.getByText('Search fields').count()).toBe(0);
    other.close();
    await page.context().close();
  });
});
