import { fileURLToPath } from 'node:url';
import { describeInBrowser, open, running, type Running } from '../browser.js';

const folder = fileURLToPath(new URL('../../../../docs/images/', import.meta.url));
const admin = { Authorization: `Basic ${btoa('admin:admin')}`, 'Content-Type': 'application/json' };

/** Each view with a text that is there when it is whole. */
const views = {
  world: ['world/10001', 'Which context applies'],
  traffic: ['traffic', '/rest/api/3/search'],
  'set-up': ['setup', 'make a difference'],
  evidence: ['evidence', '/rest/api/3/field'],
} as const;

describeInBrowser('pictures of the console', () => {
  let fake: Running;
  beforeAll(async () => void (fake = await running()));
  afterAll(() => fake?.stop());

  it('are written to docs/images, light and dark', async () => {
    const clock = JSON.stringify({ now: '2026-01-15T12:00:00Z', frozen: true });
    await fetch(`${fake.url}/_fake/clock`, { method: 'PUT', headers: admin, body: clock });
    const field = JSON.stringify({ name: 'Colour', type: 'com.atlassian.jira.plugin.system.customfieldtypes:select' });
    await fetch(`${fake.url}/rest/api/3/field`, { method: 'POST', headers: admin, body: field });
    for (const path of ['field', 'field/customfield_99999/context', 'myself', 'search?jql=project=TEST'])
      await fetch(`${fake.url}/rest/api/3/${path}`, { headers: admin });
    for (const [name, [view, text]] of Object.entries(views))
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await open(fake, view, { colorScheme });
        await page.getByText(text).first().waitFor();
        if (name === 'traffic') await page.getByRole('button', { name: /customfield_99999/ }).click();
        const { byteLength } = await page.screenshot({ path: `${folder}console-${name}-${colorScheme}.png` });
        expect(byteLength).toBeGreaterThan(10_000);
        expect(page.complaints).toEqual([]);
        await page.context().close();
      }
  });
});
