import { testJira } from '../support/jira.js';

describe('a property that Data Center does not know', () => {
  const jira = () => testJira({ profile: 'data-center', world: 'demo' });
  const type = 'com.atlassian.jira.plugin.system.customfieldtypes:select';

  it.each([
    ['/rest/api/2/field', { name: 'A', type, colour: 1 }, 'Unrecognized field "colour", not marked as ignorable'],
    [
      '/rest/api/2/field',
      { name: 'A', type, colour: 1, size: 2 },
      'Unrecognized field "colour", not marked as ignorable\nUnrecognized field "size", not marked as ignorable',
    ],
    [
      '/rest/api/2/search',
      { jql: '', page: 1 },
      'Unrecognized field "page" (Class com.atlassian.jira.rest.v2.search.SearchRequestBean), not marked as ignorable',
    ],
  ])('is refused in the words of what reads it: %s %j', async (path, sent, sentence) => {
    const { status, body } = await jira().admin.post(path, sent);
    expect([status, body]).toEqual([400, { errorMessages: [sentence] }]);
  });

  it('is told with what else is wrong', async () => {
    const { status, body } = await jira().admin.post('/rest/api/2/field', { colour: 1 });
    expect(status).toBe(400);
    const [sentence] = (body as { errorMessages: [string] }).errorMessages;
    for (const part of ['"colour"', 'name is required', 'type is required']) expect(sentence).toContain(part);
  });
});
