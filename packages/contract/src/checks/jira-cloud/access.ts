import { operation, operations, type OperationId } from '@fake-jira/openapi';
import { expect } from 'expect';
import { checksOf, type Check } from '../../check.js';
import { refuses, says } from './errors.js';
import { publishedSentence } from './published-refusals.js';
import { nothing, requestOf, scratchSubject } from './requests.js';

const { outcome, rule } = checksOf('jira-cloud', 'access');

/** What the document says to somebody who is no administrator. Others are forbidden things for other reasons. */
function sentenceOf(id: OperationId): string | undefined {
  const sentence = publishedSentence(id, 403);
  return sentence?.startsWith('Only Jira administrators') ? sentence : undefined;
}

const all = operations('jira-cloud').map(({ operationId, statuses }) => ({ id: operationId, statuses }));

const unauthenticated = all
  .filter(({ statuses }) => statuses.includes(401))
  .flatMap(({ id }): Check[] => {
    const { access, method, runsAnonymously } = operation(id);
    const needs = method === 'GET' ? { readOnly: true } : {};
    const byOwnRules = runsAnonymously ? { edge: false } : {};
    const withoutSignIn = outcome(
      id,
      401,
      'when nobody has signed in',
      async (stage) => void (await stage.anonymous.ask(id, 401, requestOf(id, nothing(stage)))),
      { ...needs, ...byOwnRules },
    );
    const withAWrongPassword = outcome(
      id,
      401,
      'when the password is wrong',
      async (stage) => void (await stage.stranger.ask(id, 401, requestOf(id, nothing(stage)))),
      { ...needs, ...(access === 'anonymous' ? { edge: false } : byOwnRules) },
    );
    // Nobody is refused an issue by the rules for its fields, with 400.
    return access === 'anonymous' || id === 'createIssue' ? [withAWrongPassword] : [withoutSignIn, withAWrongPassword];
  });

const forbidden = all
  .filter(({ id, statuses }) => statuses.includes(403) && operation(id).access.startsWith('administrator'))
  .map(({ id }): Check => {
    const { access, method, path } = operation(id);
    const ofApp = access === 'administrator-or-app';
    const sentence = sentenceOf(id);
    return outcome(
      id,
      403,
      ofApp ? 'when the caller is neither an administrator nor the app' : 'when the caller is no administrator',
      async (stage) => {
        const own = path.includes('{fieldId}') || (method === 'DELETE' && path.includes('customFields'));
        const subject = own
          ? await scratchSubject(stage)
          : { ...nothing(stage), ...(ofApp ? { fieldKey: stage.appField } : {}) };
        const { body } = await stage.user.ask(id, 403, requestOf(id, subject));
        if (sentence === undefined) refuses(body);
        else says(body, sentence);
      },
      { roles: ['user'], ...(ofApp ? { appField: true } : {}), ...(path.includes('{field') ? {} : readOnlyFor(id)) },
    );
  });

function readOnlyFor(id: OperationId) {
  return operation(id).method === 'GET' ? { readOnly: true } : {};
}

export const access: readonly Check[] = [
  ...unauthenticated,
  ...forbidden,
  rule(
    'somebody who is not known is told how to sign in',
    { evidence: 'inferred', source: 'RFC 9110, 11.6.1', readOnly: true },
    async (stage) => {
      const { headers } = await stage.anonymous.ask('getCurrentUser', 401);
      expect(headers['www-authenticate']).toMatch(/\w/);
    },
  ),
  rule(
    'a refused write of somebody who may not write changes nothing',
    { evidence: 'inferred', source: '003, permissions required', roles: ['user'], deployment: 'cloud' },
    async (stage) => {
      const subject = await scratchSubject(stage);
      const path = { fieldId: subject.fieldId, contextId: subject.contextId };
      const before = (await stage.admin.ask('getOptionsForContext', 200, { path })).body;
      const body = { options: [{ value: 'blue' }] };
      await stage.user.ask('createCustomFieldOption', 403, { path, body });
      await stage.anonymous.ask('createCustomFieldOption', 401, { path, body });
      await stage.user.ask('deleteCustomFieldOption', 403, { path: { ...path, optionId: subject.optionId } });
      expect((await stage.admin.ask('getOptionsForContext', 200, { path })).body).toEqual(before);
    },
  ),
];
