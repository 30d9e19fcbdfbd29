import { PassThrough } from 'node:stream';
import { jest } from '@jest/globals';
import type { RunReport } from '@fake-jira/contract';
import { annotations } from '../src/cli/annotations.js';
import { progressBar } from '../src/cli/progress.js';
import { hasColours, paintedReport } from '../src/cli/style.js';
import { fakeJira, startedCommand } from './support/command-line.js';

describe('colours', () => {
  const terminal = { isTTY: true };
  const file = {};

  it.each([
    ['a terminal has them', terminal, {}, true],
    ['a file or a pipe has none', file, {}, false],
    ['a terminal that shows none has none', terminal, { TERM: 'dumb' }, false],
    ['NO_COLOR takes them away', terminal, { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR says nothing', terminal, { NO_COLOR: '' }, true],
    ['FORCE_COLOR has them everywhere', file, { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR goes before NO_COLOR', file, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    ['FORCE_COLOR=0 takes them away', terminal, { FORCE_COLOR: '0' }, false],
  ] as const)('%s', (_name, output, env, expected) => {
    expect(hasColours(output, env)).toBe(expected);
  });

  it('mark the failures of a report, and leave its last line to programs', async () => {
    const { out } = await startedCommand(
      ['contract', 'run', '--no-prism', '--grep', 'jira-cloud/server-info', '--profile', 'cloud'],
      undefined,
      { FORCE_COLOR: '1' },
    ).ended;
    expect(out).toMatch(/\n[1-9]\d* passed, 0 failed, 0 skipped\n$/);
    const report = '✗ a check\n  documented\n  → GET /rest\n1 passed, 1 failed, 0 skipped\n';
    expect(paintedReport(report).replace(/\u001b\[\d+m/g, '')).toBe(report);
  });
});

describe('failures in a run of GitHub Actions', () => {
  const report = {
    results: [
      { id: 'jira-cloud/fields: a, b', verdict: 'failed', message: 'expected 100%\nreceived 1' },
      { id: 'jira-cloud/fields: c', verdict: 'passed', message: null },
    ],
  } as unknown as RunReport;

  it('stand beside it, each in one line', () => {
    expect(annotations(report, { GITHUB_ACTIONS: 'true' })).toBe(
      '::error title=jira-cloud/fields%3A a%2C b::expected 100%25%0Areceived 1\n',
    );
    expect(annotations(report, {})).toBe('');
  });
});

describe('progress without a terminal', () => {
  it('is a line every half minute with the time to go, and nothing for what is soon done', async () => {
    const stream = new PassThrough();
    const write = jest.spyOn(stream, 'write');
    let now = 0;
    const bar = await progressBar(200, '200 checks', { stream, now: () => now });
    const after = (seconds: number, done: number) => {
      now += seconds * 1000;
      bar.add(done);
    };
    after(29, 20);
    expect(write).not.toHaveBeenCalled();
    after(1, 10);
    after(20, 10);
    after(10, 10);
    after(100, 150);
    bar.stop();
    expect(write.mock.calls.map(([text]) => text)).toEqual([
      '15% of 200 checks, 2m50s left\n',
      '25% of 200 checks, 3m0s left\n',
    ]);
  });
});

describe('--json', () => {
  const printed = async (...args: string[]) => {
    const { code, out, err } = await fakeJira(...args, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return JSON.parse(out) as unknown;
  };

  it('is there for what prints a list', async () => {
    expect(await printed('profiles', 'list')).toContainEqual(
      expect.objectContaining({ name: 'jira-8.20', jira: { deployment: 'data-center', version: '8.20.0' } }),
    );
    expect(await printed('profiles', 'show', 'cloud')).toMatchObject({
      name: 'cloud',
      answers: { 'jira.bare-field-id': '400' },
    });
    expect(await printed('contract', 'list', '--api', 'extender')).toContainEqual(
      expect.objectContaining({ api: 'extender', evidence: 'documented' }),
    );
  });
});
