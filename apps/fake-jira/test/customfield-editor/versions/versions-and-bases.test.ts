import { operation, operations, servedOperations } from '@fake-jira/openapi';
import type { Answers } from '@fake-jira/profile';
import { testJira, type TestJira } from '../../support/jira.js';
import { namesOf, root, send } from './requests.js';
import { world } from './world.js';

const bases = ['1.1', '1.2', '1'];

/** The status of an address of 1.2 and later at each base. */
async function atEachBase(jira: TestJira): Promise<readonly number[]> {
  const answers = bases.map((base) => jira.bob.get(`${root}/${base}/user/customfields`));
  return (await Promise.all(answers)).map(({ status }) => status);
}

const jiraOf = (customfieldEditor: string | null, answers: Partial<Answers> = {}) =>
  testJira({ world, customfieldEditor, answers });

it.each([null, 'before'])('no address answers where the version is %s', async (version) => {
  const jira = jiraOf(version);
  expect(servedOperations('customfield-editor', jira.profile)).toEqual(new Set());
  for (const { operationId } of operations('customfield-editor')) {
    for (const base of bases) {
      expect((await send(jira, operationId, { base: `${root}/${base}` })).status).toBe(404);
    }
  }
});

it('a named profile has the version it is named after; a version between two entries is like the older one', async () => {
  const refusal = async (jira: TestJira) => {
    const refused = await send(jira, 'editorCreateDefaultOption', { body: { optionvalue: 'other' } });
    const made = await send(jira, 'editorCreateContext');
    return [refused.status, namesOf(refused).at(-1), made.status];
  };
  expect(await refusal(testJira({ world, profile: 'customfield-editor-2.8' }))).toEqual([400, 'existingOptionId', 405]);
  expect(await refusal(jiraOf('2.8'))).toEqual([400, 'existingOptionId', 405]);
  expect(await refusal(jiraOf('2.9'))).toEqual([400, 'existingOptionId', 405]);
  expect(await refusal(jiraOf('2.7'))).toEqual([400, 'optionvalue', 405]);
  expect(await refusal(jiraOf('2.5.4'))).toEqual([400, 'optionvalue', 405]);
  expect(await refusal(jiraOf('2.10'))).toEqual([400, 'existingOptionId', 200]);
});

const since6 = { 'editor.base-1-since': '1.6' } as const;
const goesOn = { 'editor.base-1.2-until': 'still-answers' } as const;

// The statuses are those under /1.1, /1.2 and /1.
const table: readonly [version: string, answers: Partial<Answers>, statuses: readonly number[]][] = [
  ['1.1', {}, [404, 404, 404]],
  ['1.2', {}, [412, 200, 404]],
  ['1.2.1', {}, [412, 200, 404]],
  ['1.2.1', { 'editor.old-base': '404' }, [404, 200, 404]],
  ['1.3', {}, [404, 404, 200]],
  ['1.3', since6, [404, 200, 404]],
  ['1.5', since6, [404, 200, 404]],
  ['1.8', since6, [404, 404, 200]],
  ['1.3', goesOn, [404, 200, 200]],
  ['1.5', { ...since6, ...goesOn }, [404, 200, 404]],
  ['1.8', { ...since6, ...goesOn }, [404, 200, 200]],
  ['3.0', {}, [404, 404, 200]],
  ['3.0', goesOn, [404, 200, 200]],
];

it.each(table)('the bases of %s with %j are /1.1, /1.2 and /1: %j', async (version, answers, statuses) => {
  const jira = jiraOf(version, answers);
  expect(await atEachBase(jira)).toEqual(statuses);
});

it('the older base of 1.2.x says of the operations of users that their address is too new, and knows no others', async () => {
  const jira = jiraOf('1.2.1');
  const served = [...servedOperations('customfield-editor', jira.profile)];
  const ofUsers = served.filter((id) => operation(id).path.includes('/user/'));
  for (const operationId of ofUsers) {
    const { status, body } = await send(jira, operationId, { base: `${root}/1.1` });
    expect([operationId, status, body]).toMatchObject([operationId, 412, { statusCode: 412 }]);
  }
  // Past the judge, which knows these addresses.
  for (const address of ['/health/status', '/admin/customfields', '/admin/customfields/10000']) {
    expect((await fetch(`${jira.url}${root}/1.1${address}`)).status).toBe(404);
  }
});
