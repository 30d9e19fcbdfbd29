import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSameToAClient } from '@fake-jira/contract';
import { namedProfile, type Profile, type QuestionId } from '@fake-jira/profile';
import { learn, readTraffic, type Learning } from '@fake-jira/traffic';
import { changingFake } from '../../src/cli/changing-fake.js';
import { startFakeJira } from '../../src/index.js';
import { hiddenProfile } from '../support/hidden-profile.js';
import type { HarClient } from './har-client.js';
import { sessionOnCloud, sessionOnDataCenter } from './sessions.js';
import { harOf } from './stage.js';

const whole = process.env['FAKE_JIRA_TESTS'] === 'all';
const seeds = Array.from({ length: whole ? 50 : 2 }, (_, at) => at + 1);

/** What a client asks whichever Jira it is. */
async function anywhere({ send }: HarClient): Promise<void> {
  await send('GET', '/rest/api/2/serverInfo');
  await send('GET', '/rest/api/2/myself');
  await send('GET', '/rest/api/2/field');
  await send('GET', '/rest/api/2/issuetype');
  await send('GET', '/rest/plugins/1.0/extender-for-jira-key');
  await send('GET', '/rest/plugins/1.0/jiracustomfieldeditorplugin-key');
  await send('GET', '/rest/extender/1.0/customField/all');
  await send('GET', '/rest/extender/1.0/customField/customFieldTypes');
  await send('GET', '/rest/jiracustomfieldeditorplugin/1/admin/customfields');
  await send('GET', '/rest/jiracustomfieldeditorplugin/1/admin/customfields/99999');
  await send('GET', `/rest/protected-fields/1/values?token=wrong&issueKey=SHOP-1&fieldId=customfield_10017`);
}

/** The same, and then what a client of that deployment does; one that meets what it does not expect ends early. */
async function ordinary(client: HarClient, { jira }: Profile): Promise<void> {
  await anywhere(client);
  const session = jira.deployment === 'cloud' ? sessionOnCloud : sessionOnDataCenter;
  await session(client).catch((error: unknown) => expect(error).toBeInstanceOf(TypeError));
}

async function learntFrom(har: string, withAnswers = false): Promise<Learning> {
  const directory = mkdtempSync(join(tmpdir(), 'fake-jira-traffic-'));
  try {
    const file = join(directory, 'session.har');
    writeFileSync(file, har);
    const answers = withAnswers && { fakeOf: changingFake };
    return (await learn({ exchanges: readTraffic(file), name: 'learnt', now: Date.now(), ...answers }))!;
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
  for (const [id, answer] of Object.entries(profile.answers)) {
    const right = hidden.answers[id as QuestionId];
    expect([id, isSameToAClient(id as QuestionId, answer, right ?? '', hidden) ? right : answer]).toEqual([id, right]);
  }
}

describe('Traffic of an instance', () => {
  const counts: string[] = [];
  afterAll(
    () => void process.stdout.write(`Open questions that ordinary traffic answers, by seed: ${counts.join(', ')}\n`),
  );

  it.each(seeds)(
    'teaches no wrong version and no wrong answer, whichever it is: %i',
    async (seed) => {
      const hidden = hiddenProfile(seed);
      const learnt = await learntFrom(await harOf(hidden, (client) => ordinary(client, hidden)), true);
      expectNothingWrong(learnt, hidden);
      const { answers } = learnt.profile;
      counts.push(`${Object.keys(answers).length} of ${learnt.asked}`);
      expect(Object.keys(answers).length).toBeGreaterThan(0);
      expect(learnt.contradictions).toEqual([]);
    },
    120_000,
  );

  it('answers a question with the exchange that shows it, and leaves open what two exchanges answer otherwise', async () => {
    const profile: Profile = { ...namedProfile('data-center'), answers: { 'editor.unknown-entity': '404' } };
    const har = await harOf(profile, async ({ send }) => {
      await send('GET', '/rest/api/2/serverInfo');
      await send('GET', '/rest/api/2/myself');
      await send('GET', '/rest/plugins/1.0/jiracustomfieldeditorplugin-key');
      await send('GET', '/rest/jiracustomfieldeditorplugin/1/admin/customfields/99999');
    });
    const learnt = await learntFrom(har, true);
    expect(learnt.profile.answers).toEqual({ 'editor.unknown-entity': '404' });
    expect(learnt.profile.evidence).toEqual({
      'editor.unknown-entity': 'log.entries[3]: GET /rest/jiracustomfieldeditorplugin/1/admin/customfields/99999',
    });
    const [first, ...rest] = (JSON.parse(har) as { log: { entries: object[] } }).log.entries;
    const other = await harOf(namedProfile('data-center'), async ({ send }) => {
      await send('GET', '/rest/jiracustomfieldeditorplugin/1/admin/customfields/99999');
    });
    const [last] = (JSON.parse(other) as { log: { entries: object[] } }).log.entries;
    // As if it were of the same instance.
    const host = /http:\/\/127\.0\.0\.1:\d+/g;
    const [here = ''] = JSON.stringify(first).match(host) ?? [];
    const both = JSON.stringify({ log: { version: '1.2', entries: [first, ...rest, last] } }).replace(host, here);
    const { profile: left, contradictions } = await learntFrom(both, true);
    expect([left.answers, contradictions]).toEqual([
      {},
      [expect.stringMatching(/^editor\.unknown-entity: 404 \(log\.entries\[3\].*\), and 400 \(log.entries\[4\]/)],
    ]);
  }, 60_000);

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
