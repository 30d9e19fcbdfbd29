import { readFileSync } from 'node:fs';
import { checkTraffic, parseExplanations, readTraffic, type Explanation } from '@fake-jira/traffic';
import { parse } from 'yaml';
import { startFakeJira } from '../../src/index.js';
import { reasons } from '../reality/reasons.js';
import { hasRecordings, recordingFile, recordingNames } from '../reality/recordings.js';
import { jiras } from '../reality/scenes.js';

const own = parseExplanations(parse(readFileSync(new URL('./reasons.yaml', import.meta.url), 'utf8')));

/** Why the fake differs for good, in the words of the test that plays each exchange in a scene of its own. */
const played: Explanation[] = reasons.map(({ exchanges, differences, reason }) => ({
  checks: exchanges?.map((id) =>
    id.replace(
      /^(\S+) (.*)$/,
      (_, name: string, at: string) => `: ${name}.json ${at === '*' ? '' : `exchanges[${at}]`}*`,
    ),
  ) ?? ['*'],
  ...(differences !== undefined && { lines: differences.replace(/\^/g, '^the fake: ') }),
  reason,
}));

// Whoever has no recordings beside the checkout has nothing to ask here.
const describeRecorded = hasRecordings ? describe : describe.skip;

describeRecorded('the traffic of real Jiras that was recorded', () => {
  const used = new Set<string>();

  it.each(recordingNames())(
    'has no disagreement that is not explained: %s',
    async (name) => {
      const profile = jiras[name]!;
      const fake = await startFakeJira({ profile });
      try {
        const explanations = [...own, ...played];
        const exchanges = readTraffic(recordingFile(name));
        const { report } = await checkTraffic({ exchanges, subject: name, profile, fake, explanations, now: Date.now });
        for (const { known } of report.results) if (known !== null) used.add(known);
        const failed = report.results.filter(({ verdict }) => verdict === 'failed');
        expect(failed.map(({ id, message }) => `${id}\n${message}`)).toEqual([]);
      } finally {
        await fake.close();
      }
    },
    120_000,
  );

  it('is explained by reasons that are still so', () => {
    const all = [...used].join(' ');
    expect(own.filter(({ reason }) => !all.includes(reason))).toEqual([]);
  });
});
