import { describeInBrowser, open, running, seriousFindings, type Running } from './browser.js';

const views = {
  world: 'World',
  'world/10001': 'Animals',
  issues: 'Issues',
  traffic: 'Traffic',
  setup: 'Set-up',
  'evidence/extender': 'How it is known',
  reports: 'Reports of the contract suite',
};

describeInBrowser('every view of the console', () => {
  let fake: Running;
  beforeAll(async () => void (fake = await running()));
  afterAll(() => fake?.stop());

  it.each(Object.entries(views))(
    '%s has nothing serious for axe, light and dark, and fits a phone',
    async (view, title) => {
      const page = await open(fake, view);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      if (view.startsWith('evidence')) await page.getByRole('listitem').first().waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await seriousFindings(page, ['color-contrast'])).toEqual([]);
      await page.setViewportSize({ width: 360, height: 700 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(page.complaints).toEqual([]);
      await page.context().close();
    },
  );

  it('the first takes less than 100 KiB, compressed, and nothing from elsewhere', async () => {
    const page = await open(fake);
    await page.getByRole('heading', { level: 1, name: 'World' }).waitFor();
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map((one) => {
        const { name, encodedBodySize } = one as PerformanceResourceTiming;
        return { name, encodedBodySize };
      }),
    );
    expect(loaded.filter(({ name }) => !name.startsWith(fake.url))).toEqual([]);
    expect(loaded.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)).toBeLessThan(100 * 1024);
    await page.context().close();
  });

  it('the explorer loads Swagger UI when it is opened, and asks the fake as whoever is signed in', async () => {
    const page = await open(fake, 'explorer');
    await page
      .getByRole('button', { name: /Expand operation|Fields/ })
      .first()
      .click();
    await page.locator('#operations-Fields-getFields').click();
    await page.getByRole('button', { name: 'Try it out' }).click();
    await page.getByRole('button', { name: 'Execute' }).click();
    await page.locator('.live-responses-table .response-col_status').getByText('200').waitFor();
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});
