import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namedProfile, type Profile } from '@fake-jira/profile';
import { learn, readTraffic, type Learning } from '@fake-jira/traffic';
import { startFakeJira } from '../../src/index.js';
import { hiddenProfile } from '../support/hidden-profile.js';
import type { HarClient } from './har-client.js';
import { sessionOnCloud } from './sessions.js';
import { harOf } from './stage.js';

const seeds = Array.from({ length: process.env['FAKE_JIRA_TESTS'] === 'all' ? 50 : 12 }, (_, at) => at + 1);

/** What a client asks whichever Jira it is. */
async function anywhere({ send }: HarClient): Promise<void> {
  await send('GET', '/rest/api/2/serverInfo');
  await send('GET', '/rest/api/2/myself');
  await send('GET', '/rest/api/2/field');
  await send('GET', '/rest/api/2/issuetype');
  await send('GET', '/rest/extender/1.0/customField/all');
  await send('GET', '/rest/jiracustomfieldeditorplugin/1/admin/customfields');
}

async function learntFrom(har: string): Promise<Learning> {
  const directory = mkdtempSync(join(tmpdir(), 'fake-jira-traffic-'));
  try {
    const file = join(directory, 'session.har');
    writeFileSync(file, har);
    return (await learn({ exchanges: readTraffic(file), name: 'learnt', now: Date.now() }))!;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A version that was learnt is the one that there is; of what is not shown it is said that it is not. */
function expectNothingWrong(learnt: Learning, hidden: Profile): void {
  const { evidence, unknown, profile } = learnt;
  const isKnown = (what: string) =>
    evidence.some((line) => line.startsWith(`${what}: `) && !line.includes('installed'));
  expect(profile.jira.deployment).toBe(hidden.jira.deployment);
  if (isKnown('version') || isKnown('date')) expect(profile.jira).toEqual(hidden.jira);
  else expect(unknown.join()).toMatch(/day of the Cloud|version of Jira/);
  for (const [app, name] of [
    ['extender', 'Extender'],
    ['customfieldEditor', 'Customfield Editor'],
  ] as const) {
    if (isKnown(app)) expect(profile[app]).toBe(hidden[app]);
    else expect(unknown.join()).toContain(name);
  }
  expect(profile.answers).toEqual({});
}

describe('Traffic of an instance', () => {
  it.each(seeds)('teaches no wrong version, whichever it is: %i', async (seed) => {
    const hidden = hiddenProfile(seed);
    expectNothingWrong(await learntFrom(await harOf(hidden, anywhere)), hidden);
  });

  it('teaches a world in which a fake has what was shown, with its ids, and nobody by name', async () => {
    const profile = namedProfile('cloud');
    const { world, leftOut } = await learntFrom(await harOf(profile, sessionOnCloud));
    expect(leftOut).toEqual([]);
    expect(JSON.stringify(world)).not.toContain('Ada Admin');
    const jira = await startFakeJira({ profile, world });
    try {
      const headers = { Authorization: `Basic ${btoa('admin:admin')}` };
      const options = await fetch(`${jira.url}/rest/api/3/field/customfield_10000/context`, { headers });
      expect(await options.json()).toMatchObject({
        values: [{ name: 'Default Configuration Scheme for Browsers' }, {}],
      });
    } finally {
      await jira.close();
    }
  });

  it('that shows two versions is said to contradict itself, with both places', async () => {
    const info = (version: string) => ({
      method: 'GET',
      path: '/rest/api/2/serverInfo',
      status: 200,
      body: { version, deploymentType: 'Server' },
    });
    const learnt = await learntFrom(JSON.stringify({ exchanges: [info('9.12.0'), info('10.3.0')] }));
    expect(learnt.contradictions).toEqual([
      'version: 9.12.0 (serverInfo, exchanges[0]), and 10.3.0 (serverInfo, exchanges[1])',
    ]);
    expect(learnt.profile.jira).toEqual({ deployment: 'data-center', version: '10.3.0' });
  });
});
