import { operations } from '@fake-jira/openapi';
import { testJira } from '../support/jira.js';
import { extenderOperationIds, to } from './requests.js';

// What they answer, to the letter, the checks of the contract suite say.
describe('the operations of Extender', () => {
  it('are those for which there are requests', () => {
    const documented = operations('extender').map(({ operationId }) => operationId as string);
    expect([...extenderOperationIds].sort()).toEqual(documented.sort());
  });

  it.each(extenderOperationIds)('%s is refused with 401 to whom has not signed in, or wrongly', async (id) => {
    const jira = testJira();
    const before = jira.root;
    for (const user of [jira.anonymous, jira.as('admin', 'wrong')]) {
      const answer = await to(jira, id, {}, user);
      expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Basic realm="Jira"']);
      expect(answer.body).toEqual({ message: expect.any(String) as string });
    }
    expect(jira.root).toBe(before);
  });

  it.each(extenderOperationIds)('%s is refused with 403 to whom is no Jira administrator', async (id) => {
    const jira = testJira();
    const before = jira.root;
    const answer = await to(jira, id, {}, jira.bob);
    expect([answer.status, answer.body]).toEqual([403, { message: 'only Jira administrators may use this' }]);
    expect(jira.root).toBe(before);
  });
});

it('Extender is not there where it is not installed', async () => {
  const jira = testJira({ extender: null });
  for (const id of extenderOperationIds) expect([id, (await to(jira, id)).status]).toEqual([id, 404]);
});
