import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { selectChecks, allChecks, record, writeRecording } from '@fake-jira/contract';
import { namedProfile } from '@fake-jira/profile';
import { readTraffic } from '@fake-jira/traffic';
import { startedTarget } from '../../src/cli/contract-target.js';
import { checkedExchanges, failuresOf } from './stage.js';

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../../../packages/traffic/test/fixtures/${name}`, import.meta.url));

describe('Traffic that tools have recorded of a fake', () => {
  it.each([
    'playwright.har',
    'playwright.zip',
    'vcrpy.yaml',
    'vcrpy.json',
    'nock.json',
    'polly.har',
    'postman.json',
    'ruby-vcr.yaml',
    'wiremock',
  ])('is what a fake answers still: %s', async (name) => {
    const result = await checkedExchanges(readTraffic(fixture(name)), namedProfile('cloud'));
    expect(failuresOf(result)).toEqual([]);
    expect(result.report.results.length).toBeGreaterThan(1);
  });
});

describe('A recording of the contract suite', () => {
  it('is traffic too: its names get ids again', async () => {
    const profile = namedProfile('cloud');
    const directory = mkdtempSync(join(tmpdir(), 'fake-jira-traffic-'));
    const { target, close } = await startedTarget(profile, true);
    try {
      const grep =
        '/^jira-cloud.(options|fields): (createCustomFieldOption|getOptionsForContext|updateCustomField) answers 20/';
      expect(selectChecks(allChecks, { grep }, () => 'documented').length).toBeGreaterThan(3);
      const recording = await record({ target, grep, runId: 'abc123' });
      writeRecording(join(directory, 'recording'), recording, { url: target.url, at: '2026-01-15T12:00:00.000Z' });
      const result = await checkedExchanges(readTraffic(join(directory, 'recording')), profile);
      expect(failuresOf(result)).toEqual([]);
    } finally {
      await close();
      rmSync(directory, { recursive: true, force: true });
    }
  });
});
