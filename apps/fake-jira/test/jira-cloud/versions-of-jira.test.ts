import { testJira } from '../support/jira.js';

const old = '/rest/api/2/issue/createmeta';
const inPages = `${old}/TEST/issuetypes`;

describe('create metadata', () => {
  it.each([
    ['jira-7.13', 200, 404],
    ['jira-8.4', 200, 200],
    ['jira-8.20', 200, 200],
    ['data-center', 404, 200],
    ['jira-10.3', 404, 200],
    ['cloud', 200, 200],
    ['all', 200, 200],
  ])('of %s answers %i as a whole, and %i in pages', async (profile, whole, paged) => {
    const { get } = testJira({ profile }).admin;
    expect((await get(old)).status).toBe(whole);
    expect((await get(inPages)).status).toBe(paged);
  });
});
