import { contextPath, fieldWithTwoContexts, mappings } from '../support/context-steps.js';
import {
  bodyOf,
  contextsOf,
  fieldNamed,
  issueTypeIdOf,
  listeningJira,
  projectIdOf,
  refusalOf,
  type Page,
} from '../support/field-steps.js';
import type { TestJira } from '../support/jira.js';

describe('mappings', () => {
  it('are ordered by context and then by issue type or project, and found by context', async () => {
    const jira = await listeningJira();
    const { field, global, own } = await fieldWithTwoContexts(jira);
    const types = ['Story', 'Task', 'Bug'].map((name) => issueTypeIdOf(jira, name));
    await jira.admin.put(`${contextPath(field, own)}/issuetype`, { issueTypeIds: types });
    const sorted = types
      .toSorted((a, b) => Number(a) - Number(b))
      .map((issueTypeId) => ({ contextId: own, issueTypeId }));
    expect(await mappings(jira, field, 'issuetypemapping')).toEqual([
      { contextId: global, isAnyIssueType: true },
      ...sorted,
    ]);
    expect(await mappings(jira, field, 'issuetypemapping', `contextId=${own}&contextId=99999`)).toEqual(sorted);
    expect(await mappings(jira, field, 'projectmapping', `contextId=${global}&contextId=99999`)).toEqual([
      { contextId: global, isGlobalContext: true },
    ]);
  });

  it('leave out the project of a context that has none and is not global', async () => {
    const jira = await listeningJira();
    const field = fieldNamed(jira, 'Platforms');
    expect(await contextsOf(jira, field)).toHaveLength(2);
    expect(await mappings(jira, field, 'projectmapping')).toHaveLength(1);
  });
});

describe('the contexts for pairs of project and issue type', () => {
  const find = (jira: TestJira, fieldId: string, pairs: [project: string, type: string][]) =>
    jira.admin.post(`${contextPath(fieldId)}/mapping`, {
      mappings: pairs.map(([project, type]) => ({
        projectId: projectIdOf(jira, project),
        issueTypeId: issueTypeIdOf(jira, type),
      })),
    });

  it('come in the order asked: that of the project, else the global one, and null where it leaves the issue type out', async () => {
    const jira = await listeningJira();
    const field = fieldNamed(jira, 'Browsers');
    const [global, ofTest] = (await contextsOf(jira, field)).map(({ id }) => id);
    const pairs: [string, string][] = [
      ['TEST', 'Task'],
      ['OPS', 'Bug'],
      ['TEST', 'Bug'],
      ['SHOP', 'Story'],
    ];
    const { values } = bodyOf<Page<{ contextId: string | null; projectId: string; issueTypeId: string }>>(
      await find(jira, field, pairs),
      200,
    );
    expect(values.map(({ contextId }) => contextId)).toEqual([null, global, ofTest, global]);
    expect(values.map(({ projectId, issueTypeId }) => [projectId, issueTypeId])).toEqual(
      pairs.map(([project, type]) => [projectIdOf(jira, project), issueTypeIdOf(jira, type)]),
    );
  });

  it('are null where the field has no context for the project', async () => {
    const jira = await listeningJira();
    const answer = await find(jira, fieldNamed(jira, 'Runbook'), [
      ['TEST', 'Bug'],
      ['OPS', 'Bug'],
    ]);
    expect(
      bodyOf<Page<{ contextId: string | null }>>(answer, 200).values.map(({ contextId }) => contextId === null),
    ).toEqual([true, false]);
  });

  it('are not found for a pair that is given twice, nor for what is not there', async () => {
    const jira = await listeningJira();
    const field = fieldNamed(jira, 'Browsers');
    const twice = await find(jira, field, [
      ['TEST', 'Bug'],
      ['OPS', 'Bug'],
      ['TEST', 'Bug'],
    ]);
    expect(refusalOf(twice)).toEqual([400, 'Duplicate project and issue type mappings cannot be provided.']);
    const address = `${contextPath(field)}/mapping`;
    const unknown = { projectId: projectIdOf(jira, 'TEST'), issueTypeId: '99999' };
    expect(refusalOf(await jira.admin.post(address, { mappings: [unknown] }))).toEqual([
      404,
      'These issue types were not found: 99999.',
    ]);
    const nowhere = { projectId: '99999', issueTypeId: issueTypeIdOf(jira, 'Bug') };
    expect(refusalOf(await jira.admin.post(address, { mappings: [nowhere] }))).toEqual([
      404,
      'These projects were not found: 99999.',
    ]);
  });
});
