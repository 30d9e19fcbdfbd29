import { describeInBrowser, open, running, seriousFindings, type Running } from './browser.js';

const views = {
  world: 'World',
  'world/10001': 'Animals',
  issues: 'Issues',
  traffic: 'Traffic',
  setup: 'Set-up',
  evidence: 'How it is known',
};

describeInBrowser('the console', () => {
  let fake: Running;
  beforeAll(async () => void (fake = await running()), 30_000);
  afterAll(() => fake?.stop());

  it.each(Object.entries(views))('shows %s to everybody: axe finds nothing serious', async (view, title) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open(fake, view, { colorScheme });
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      expect(page.complaints).toEqual([]);
      await page.context().close();
    }
  });
});
