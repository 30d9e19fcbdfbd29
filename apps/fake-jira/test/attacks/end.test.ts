import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asAdmin, startedFake } from '../support/command-line.js';
import { control, listening } from '../control/stage.js';

const directory = mkdtempSync(join(tmpdir(), 'fake-jira-end-'));
afterAll(() => rmSync(directory, { recursive: true }));

const field = '/rest/api/3/field';
const create = (url: string, name: string) =>
  fetch(url + field, {
    method: 'POST',
    headers: { ...asAdmin.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name, type: 'com.atlassian.jira.plugin.system.customfieldtypes:select' }),
  });

/** Resolves once the fake has a request that waits for its fault. */
async function untilMet(jira: { readonly url: string }): Promise<void> {
  for (;;) {
    const { body } = await control(jira, 'GET', 'faults');
    if ((body.faults as { met: number }[]).some(({ met }) => met > 0)) return;
  }
}

describe('the end of a fake', () => {
  it('waits for the requests in flight, and no longer than it was told', async () => {
    let goOn = () => {};
    const jira = await listening({ delay: () => new Promise<void>((resolve) => (goOn = resolve)) });
    jira.faults.add({ latency: 300 });
    const asked = fetch(jira.url + field, asAdmin);
    await untilMet(jira);
    const closed = jira.close({ grace: 10_000 });
    goOn();
    const answer = await asked;
    expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
    expect(await answer.json()).toEqual(expect.any(Array));
    await closed;
    await expect(fetch(jira.url)).rejects.toThrow();

    const other = await listening();
    other.faults.add({ latency: 60_000 });
    const cut = expect(fetch(other.url + field, asAdmin)).rejects.toThrow();
    await untilMet(other);
    await other.close({ grace: 50 });
    await cut;
  });

  it('does not cut a response that is written and not read yet', async () => {
    const jira = await listening();
    jira.faults.add({ respond: { status: 200, text: 'x'.repeat(20_000_000) } });
    const answer = await fetch(jira.url + field);
    const closed = jira.close({ grace: 10_000 });
    expect((await answer.text()).length).toBe(20_000_000);
    await closed;
  });

  it('does not wait for connections without a request', async () => {
    const jira = await listening();
    const socket = connect(Number(new URL(jira.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    const begun = performance.now();
    await jira.close({ grace: 10_000 });
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

describe('SIGTERM', () => {
  it('lets what is in flight end, keeps it, and ends with 0', async () => {
    const fake = await startedFake('--state', directory);
    await control(fake, 'POST', 'faults', { when: { operation: 'createCustomField' }, latency: 2_000 });
    const made = create(fake.url, 'In flight');
    await untilMet(fake);
    const ended = fake.stop('SIGTERM');
    expect((await made).status).toBe(201);
    expect(await ended).toBe(0);
    const again = await startedFake('--state', directory);
    const names = (await (await fetch(again.url + field, asAdmin)).json()) as { name: string }[];
    expect(names.map(({ name }) => name)).toContain('In flight');
    expect(await again.stop('SIGHUP')).toBe(0);
  });

  it('a second time ends at once', async () => {
    const fake = await startedFake();
    await control(fake, 'POST', 'faults', { when: { operation: 'createCustomField' }, latency: 60_000 });
    const cut = expect(create(fake.url, 'Cut')).rejects.toThrow();
    await untilMet(fake);
    void fake.stop('SIGTERM');
    // It listens no more: the first one has come.
    await expect(
      (async () => {
        for (;;) await control(fake, 'GET', 'health');
      })(),
    ).rejects.toThrow();
    expect(await fake.stop('SIGTERM')).toBeNull();
    await cut;
  });
});
