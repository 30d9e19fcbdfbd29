import { operations, type OperationId } from '@fake-jira/openapi';
import { expect } from 'expect';
import { checksOf, type Check } from '../../check.js';
import type { Asked } from '../../stage/person.js';
import { builtInType } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { refusedStatus } from './steps.js';

const { outcome, rule } = checksOf('extender', 'refusals');
const ids = operations('extender').map(({ operationId }) => operationId);

/** A well-formed request of an operation, about things that are not there. */
function requestOf(id: OperationId, { unknownId, sandbox }: Stage): Asked {
  const path = {
    customFieldId: unknownId,
    configSchemeId: unknownId,
    optionId: unknownId,
    parentOptionId: unknownId,
  };
  const bodies: { readonly [Id in OperationId]?: object | (() => object) } = {
    extenderAddValues: { optionName: ['x'] },
    extenderEditValue: { name: 'x' },
    extenderRemoveValues: { optionId: [unknownId] },
    extenderAddField: { fieldName: 'x', fieldDescription: 'x', fieldTypeKey: builtInType('select') },
    extenderDeleteFields: { customField: [String(unknownId)] },
    extenderAddConfigScheme: () => ({ projects: [sandbox.project.key] }),
    extenderAddConfigSchemes: () => ({
      issueTypes: [[]],
      projects: [[sandbox.project.key]],
      optionNames: [[]],
    }),
    extenderUpdateConfigScheme: { schemeName: 'x' },
    extenderUpdateAllConfigSchemes: { schemeName: 'x' },
  };
  const given = bodies[id];
  const body = typeof given === 'function' ? (given as () => object)() : given;
  return { path, ...(body === undefined ? {} : { body }) };
}

const says = { message: expect.any(String) as unknown };

/** Operations that look something up by an id in their address. */
const withAddress = operations('extender').flatMap(({ operationId, path }) =>
  path.includes('{') ? [operationId] : [],
);

export const refusals: readonly Check[] = [
  ...ids.flatMap((id) => [
    outcome(id, 401, 'when nobody has signed in', async (stage) => {
      const { body } = await stage.anonymous.ask(id, 401, requestOf(id, stage));
      expect(body).toEqual(says);
    }),
    outcome(id, 401, 'when the credentials are wrong', async (stage) => {
      await stage.stranger.ask(id, 401, requestOf(id, stage));
    }),
    outcome(
      id,
      403,
      'when the caller is no administrator',
      async (stage) => {
        const { body } = await stage.user.ask(id, 403, requestOf(id, stage));
        expect(body).toEqual(says);
      },
      { roles: ['user'], answers: { 'extender.forbidden': '403' } },
    ),
  ]),
  ...withAddress
    .filter((id) => id !== 'extenderAddValues')
    .map((id) =>
      rule(
        `${id} is refused where what its address names is not there`,
        { evidence: 'assumed', source: 'extender.error-form', ...sinceOf(id) },
        async (stage) => {
          const { body } = await stage.admin.ask(id, refusedStatus(stage), requestOf(id, stage));
          expect(body).toEqual(says);
        },
      ),
    ),
  rule(
    'a body that is no JSON is refused, also on DELETE',
    { evidence: 'assumed', source: 'extender.error-form', since: { extender: '1.6' } },
    async (stage) => {
      for (const id of ['extenderDeleteFields', 'extenderAddField'] as const) {
        const { body } = await stage.admin.ask(id, 400, { text: '{"customField": ["a"];' });
        expect(body).toEqual(says);
      }
    },
  ),
];

function sinceOf(id: OperationId) {
  const since = operations('extender').find(({ operationId }) => operationId === id)?.since;
  return since === undefined ? {} : { since };
}
