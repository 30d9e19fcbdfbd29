import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Profile } from '@fake-jira/profile';
import { checkTraffic, readTraffic, type CheckedTraffic, type TrafficExchange } from '@fake-jira/traffic';
import { startFakeJira, type FakeJiraOptions } from '../../src/index.js';
import { harClient, type HarClient } from './har-client.js';

/** The HAR of a session with a fake. */
export async function harOf(
  profile: Profile,
  session: (client: HarClient) => Promise<void>,
  options: FakeJiraOptions = {},
): Promise<string> {
  const jira = await startFakeJira({ profile, ...options });
  try {
    const client = harClient(jira.url);
    await session(client);
    return client.har();
  } finally {
    await jira.close();
  }
}

/** What comes out of holding exchanges to a profile, and to a fake of it. */
export async function checkedExchanges(
  exchanges: Iterable<TrafficExchange> | AsyncIterable<TrafficExchange>,
  profile: Profile,
): Promise<CheckedTraffic> {
  const fake = await startFakeJira({ profile });
  try {
    return await checkTraffic({ exchanges, subject: 'traffic', profile, fake, now: Date.now });
  } finally {
    await fake.close();
  }
}

/** The failures of a check, a text each. */
export const failuresOf = ({ report }: CheckedTraffic): string[] =>
  report.results.flatMap(({ verdict, title, message }) => (verdict === 'failed' ? [`${title}\n${message}`] : []));

/** The same of the text of a HAR. */
export async function checkedHar(har: string, profile: Profile): Promise<CheckedTraffic> {
  const directory = mkdtempSync(join(tmpdir(), 'fake-jira-traffic-'));
  try {
    const file = join(directory, 'session.har');
    writeFileSync(file, har);
    return await checkedExchanges(readTraffic(file), profile);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
