import { control, listening } from './stage.js';

describe('how it is known', () => {
  it('is told of every operation of the profile, outcome by outcome', async () => {
    const jira = await listening({ profile: 'cloud' });
    const { operations } = (await control(jira, 'GET', 'explanations')).body;
    const apis = new Set(operations.map(({ api }: { api: string }) => api));
    expect(apis).toContain('jira-cloud');
    expect(apis).not.toContain('extender');
    const found = operations.find(({ operation }: { operation: string }) => operation === 'createCustomField');
    expect(found).toMatchObject({ method: 'POST', path: '/rest/api/3/field', evidence: 'documented' });
    expect(found.outcomes[0]).toMatchObject({ status: 201, evidence: 'documented' });
  });

  it('has the open questions, what this Jira answers, and which operations name them', async () => {
    const jira = await listening();
    const id = 'jira.bare-field-id';
    const question = async () => {
      const { questions } = (await control(jira, 'GET', 'questions')).body;
      return questions.find((one: { id: string }) => one.id === id);
    };
    expect(await question()).toMatchObject({ answer: '400', answers: ['400', '404'], isDefault: true });
    const { profile } = (await control(jira, 'GET', 'settings')).body;
    await control(jira, 'PUT', 'settings', { profile: { ...profile, answers: { [id]: '404' } } });
    expect(await question()).toMatchObject({ answer: '404', isDefault: false });
    expect((await question()).operations).toContain('getContextsForField');
  });

  it('has the document of an API as it is in this Jira', async () => {
    const jira = await listening({ profile: 'data-center' });
    const { body } = await control(jira, 'GET', 'specs/jira-cloud');
    expect(Object.keys(body.paths)).toContain('/rest/api/2/field');
    expect(Object.keys(body.paths).filter((path) => path.startsWith('/rest/api/3'))).toEqual([]);
  });
});
