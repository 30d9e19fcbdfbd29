import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeInBrowser, open, running, seriousFindings, type Running } from './browser.js';

const folder = mkdtempSync(join(tmpdir(), 'fake-jira-console-reports-'));

function write(name: string, report: unknown): void {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), JSON.stringify(report, null, 2));
}

const check = (id: string, verdict: string, message: string | null = null) => ({
  ...{ id, api: 'jira-cloud', title: `Title of ${id}`, kind: 'rule', evidence: 'documented', source: 'Field API, 1' },
  ...{ verdict, message, exchange: message === null ? null : { method: 'GET', path: '/rest/api/3/field' } },
});

const counts = (passed: number, failed = 0, skipped = 0) => ({ passed, failed, skipped });

const side = (name: string, at: string) => ({ name, versions: `versions of ${name}`, url: `https://${name}.test`, at });

describeInBrowser('the reports of the contract suite in the console', () => {
  let fake: Running;
  beforeAll(async () => {
    write('run.json', {
      format: 'fake-jira contract report 1',
      target: { url: 'https://jira.test', profile: 'cloud' },
      startedAt: 0,
      results: [check('fields: passes', 'passed'), check('fields: fails', 'failed', 'It was 500 and not 200.')],
      coverage: [
        { evidence: 'documented', seen: true },
        { evidence: 'documented', seen: false },
      ],
    });
    const operations = { getFields: counts(4), createOption: counts(1), deleteOption: counts(2, 1) };
    const row = { ...counts(7, 1), failures: ['deleteOption 204: It was 500.'] };
    write('matrix.json', {
      format: 'fake-jira contract matrix 1',
      rows: [
        { profile: 'cloud', ...row, operations },
        { profile: 'jira-9.12', ...counts(4), failures: [], operations: { getFields: counts(4) } },
      ],
    });
    const difference = { check: 'fields: passes', aspect: 'values', at: '1 /name', before: 'A', after: 'B' };
    write('compared.json', [
      {
        ...{ before: 'old', after: 'new', compared: 12 },
        sides: { before: side('old', '2026-10-01T00:00:00Z'), after: side('new', '2026-11-01T00:00:00Z') },
        differences: [
          { ...difference, judgement: 'undocumented', because: [], accepted: null },
          { ...difference, at: '2 /name', judgement: 'documented', because: ['Line 7 of the history'], accepted: null },
        ],
      },
    ]);
    write('recorded/recording.json', {
      ...{ format: 'fake-jira recording 1', profile: { name: 'data-center' }, files: ['a', 'b'] },
    });
    write('recorded/taken.json', { url: 'https://jira.test', at: '2026-11-28T00:00:00Z' });
    fake = await running('--reports', folder);
  });
  afterAll(async () => {
    await fake?.stop();
    rmSync(folder, { recursive: true });
  });

  it('shows of a run what failed, with its message and its exchange', async () => {
    const page = await open(fake, 'reports');
    await page.getByRole('link', { name: 'run.json' }).click();
    await page.getByText('Documented outcomes seen: 1 of 2.').waitFor();
    await page.getByText('fields: fails', { exact: true }).click();
    await page.getByText('It was 500 and not 200.').waitFor();
    await page.getByRole('button', { name: 'passed 1' }).click();
    await page.getByText('fields: passes', { exact: true }).waitFor();
    expect(await page.getByText('fields: fails').count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  it('shows the matrix as a map of operations and versions', async () => {
    const page = await open(fake, 'reports/matrix.json');
    const cells = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('cell');
    await cells('deleteOption').first().waitFor();
    expect(await cells('getFields').allTextContents()).toEqual(['4', '4']);
    expect(await cells('deleteOption').allTextContents()).toEqual(['✗ 2', '']);
    await page.getByText('cloud: deleteOption 204: It was 500.').waitFor();
    await page.getByLabel('Search operations').fill('getf');
    expect(await page.getByRole('row').count()).toBe(2);
    expect(await seriousFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.context().close();
  });

  it('shows what a comparison cannot explain, what both sides were, and recordings', async () => {
    const page = await open(fake, 'reports/compared.json');
    await page.getByText('new: versions of new of https://new.test, 2026-11-01T00:00:00Z').waitFor();
    await page.getByText('Not documented: 1').waitFor();
    await page.getByText('Documented or accepted: 1').click();
    await page.getByText('Line 7 of the history').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'recorded' }).click();
    await page.getByText('A recording of data-center, taken of https://jira.test').waitFor();
    await page.context().close();
  });

  it('opens a file of whoever looks, and says where it is no report', async () => {
    const page = await open(fake, 'reports');
    const file = (name: string, content: string) => ({
      ...{ name, mimeType: 'application/json', buffer: Buffer.from(content) },
    });
    await page.getByLabel('Open a file').setInputFiles(file('other.json', '{ "name": "other" }'));
    await page.getByRole('status').getByText('other.json is no report').waitFor();
    await page
      .getByLabel('Open a file')
      .setInputFiles(file('mine.json', '{"format":"fake-jira contract matrix 1","rows":[]}'));
    await page.getByText('0 operations in 0 profiles').waitFor();
    await page.context().close();
  });
});
