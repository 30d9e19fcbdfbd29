import { expect } from 'expect';
import { checksOf } from '../../check.js';
import { denied, notAdministrator, unexpected } from './answers.js';
import {
  adminOperations,
  allOperations,
  askBy,
  askForbidden,
  askRightly,
  grantedOperations,
  hasVariable,
  nothing,
  reads,
  rightBody,
  scene,
  whoMay,
  type Ids,
} from './requests.js';

const { outcome, rule } = checksOf('customfield-editor', 'access');

const unauthorized = allOperations.map((id) =>
  outcome(
    id,
    401,
    'when nobody has signed in',
    // Who asks is looked at first, so that there is nothing that needs to be there.
    async (stage) => void (await askRightly(stage.anonymous, id, 401, nothing(stage), stage)),
    { roles: ['user'], readOnly: reads(id) },
  ),
);

const refusedAdministrators = adminOperations.map((id) =>
  outcome(
    id,
    403,
    'when the caller is no administrator',
    async (stage) => {
      notAdministrator(await askForbidden(stage.user, id, stage));
    },
    { roles: ['user'] },
  ),
);

const refusedUsers = grantedOperations.map((id) =>
  outcome(
    id,
    403,
    'when the caller has no grant, even an administrator',
    async (stage) => {
      const { ids } = await scene(stage, { granted: false });
      for (const person of [stage.user, stage.admin]) {
        const { body } = await askRightly(person, id, 403, ids, stage);
        // This one may have the form of a validation error (editor.one-context-403).
        if (id === 'editorGetMyContext') expect(body).toMatchObject(denied);
        else expect(body).toEqual(denied);
      }
    },
    {
      roles: ['user'],
      // Where no context has grants, everybody may see all of them.
      ...(id === 'editorListMyContexts'
        ? { answers: { 'editor.contexts-without-context-grants': 'global-grant-holders' } }
        : {}),
    },
  ),
);

const failing = allOperations.map((id) =>
  outcome(
    id,
    500,
    'when something fails inside',
    async (stage) => {
      await stage.control.fault({ when: { operation: id }, status: 500 });
      unexpected(await askRightly(whoMay(id, stage), id, 500, nothing(stage), stage));
    },
    { roles: ['user'], control: true },
  ),
);

/** Since 1.8, and where the target says 400 (`editor.unknown-entity`). */
const unknownIds = { since: { customfieldEditor: '1.8' }, answers: { 'editor.unknown-entity': '400' } } as const;

const unknown = allOperations
  .filter((id) => hasVariable(id, 'customFieldId'))
  .map((id) =>
    outcome(
      id,
      400,
      'for each id of its address that does not exist',
      async (stage) => {
        const { ids } = await scene(stage);
        const person = whoMay(id, stage);
        const body = rightBody(id, ids, stage);
        for (const name of (Object.keys(ids) as (keyof Ids)[]).filter((one) => hasVariable(id, one))) {
          const path = { ...ids, [name]: stage.unknownId };
          const { body: error } = await askBy(person, id, 400, { path, ...(body === undefined ? {} : { body }) });
          expect(error).toMatchObject({ statusCode: 400, subCode: expect.any(Number), errors: expect.any(Array) });
        }
      },
      { roles: ['user'], ...unknownIds },
    ),
  );

const notNumbers = allOperations
  .filter((id) => hasVariable(id, 'customFieldId'))
  .map((id) =>
    outcome(
      id,
      404,
      'when an id of its address is no number',
      async (stage) => {
        const body = rightBody(id, nothing(stage), stage);
        const path = { ...nothing(stage), customFieldId: 'abc' };
        await askBy(whoMay(id, stage), id, 404, { path, ...(body === undefined ? {} : { body }) });
      },
      { roles: ['user'], answers: { 'editor.non-numeric-id': '404' }, readOnly: reads(id) },
    ),
  );

const rules = [
  rule(
    'somebody who signs in wrongly is nobody',
    { evidence: 'inferred', source: '001, Endpoints; 401', since: { customfieldEditor: '1.2' } },
    // Once only: too many wrong passwords lock an account of a real instance.
    async ({ stranger }) => void (await stranger.ask('editorListMyCustomFields', 401)),
  ),
  rule(
    'what is refused for lack of a grant changes nothing',
    {
      evidence: 'inferred',
      source: '001, user-default-context-options-operations',
      roles: ['user'],
      since: { customfieldEditor: '1.2' },
    },
    async (stage) => {
      const { field, ids } = await scene(stage, { granted: false });
      const writes = grantedOperations.filter((id) => !reads(id));
      for (const id of writes) await askRightly(stage.user, id, 403, ids, stage);
      await stage.grant(field);
      const path = ids;
      const { body: options } = await stage.user.ask('editorListDefaultOptions', 200, { path });
      expect(options).toMatchObject([{ optionvalue: 'cats' }, { optionvalue: 'dogs' }]);
      const { body: children } = await stage.user.ask('editorListDefaultChildOptions', 200, { path });
      expect(children).toMatchObject([{ optionvalue: 'micki' }, { optionvalue: 'leo' }]);
      expect((await stage.user.ask('editorGetDefaultDefaultValue', 200, { path })).body).toEqual({});
    },
  ),
];

export const access = [
  ...unauthorized,
  ...refusedAdministrators,
  ...refusedUsers,
  ...unknown,
  ...notNumbers,
  ...failing,
  ...rules,
];
