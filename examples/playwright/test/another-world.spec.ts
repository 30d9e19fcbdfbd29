import { expect, test } from './app.js';

// A fake of another kind is one of another worker: that is said for a whole file.
test.use({ fakeJira: { world: 'demo', profile: 'data-center' } });

test('shows the fields of the Jira that it is given', async ({ request, app }) => {
  expect(await (await request.get(app)).text()).toContain('<li>Browsers</li>');
});
