import type { QuestionId } from '@fake-jira/profile';
import { bodyOf, contextsOf, newContext, newField, onlyContextOf, projectIdOf } from '../../../support/field-steps.js';
import type { TestJira } from '../../../support/jira.js';
import type { AnswersTo, Shown } from '../../../support/open-questions.js';
import {
  addOne,
  addressesOf,
  base,
  contextIdsOf,
  fieldOfDemo,
  grant,
  listed,
  namedBy,
  optionsIn,
  values,
  type PageBody,
} from '../steps.js';

interface ContextPermissions {
  readonly contextId: number;
  readonly userlist: readonly string[];
  readonly grouplist: readonly string[];
}

/** The context that a PUT leaves out has the grant of a group. */
const omittedContext =
  (grouplist: readonly string[]): Shown =>
  async (jira) => {
    const { admin } = fieldOfDemo(jira, 'Teams');
    const address = `${admin}/contexts/permissions`;
    const [one, other] = bodyOf<ContextPermissions[]>(await jira.admin.get(address), 200) as [
      ContextPermissions,
      ContextPermissions,
    ];
    expect(other.grouplist).toEqual(['developers']);
    bodyOf(await jira.admin.put(address, [{ contextId: one.contextId, userlist: ['tina'], grouplist: [] }]), 200);
    expect((await jira.admin.get(address)).body).toEqual([
      { ...one, userlist: ['tina'] },
      { ...other, grouplist },
    ]);
  };

const refusalOfOneContext =
  (withErrors: boolean): Shown =>
  async (jira) => {
    const { user } = fieldOfDemo(jira, 'Severity');
    const [context] = await contextIdsOf(jira, fieldOfDemo(jira, 'Severity'));
    const one = await jira.bob.get(`${user}/contexts/${context}`);
    expect([one.status, 'errors' in (one.body as object)]).toEqual([403, withErrors]);
    const all = await jira.bob.get(`${user}/contexts`);
    expect([all.status, 'errors' in (all.body as object)]).toEqual([403, false]);
  };

const avatars =
  (present: boolean): Shown =>
  async (jira) => {
    const field = fieldOfDemo(jira, 'Browsers');
    const [contextId] = await contextIdsOf(jira, field);
    await grant(jira, field, { user: 'bob' }, contextId);
    const query = '?expand=userlistWithFullnames';
    interface Named {
      readonly userlistWithFullnames: readonly [object];
    }
    const global = bodyOf<Named>(await jira.admin.get(field.admin + query), 200);
    const [ofContext] = bodyOf<[Named]>(await jira.admin.get(`${field.admin}/contexts/permissions${query}`), 200);
    for (const { userlistWithFullnames } of [global, ofContext]) {
      expect(userlistWithFullnames[0]).toMatchObject({ username: 'bob', fullname: 'Bob Builder', exists: true });
      expect('avatar' in userlistWithFullnames[0]).toBe(present);
    }
  };

const expandedId =
  (type: 'number' | 'string'): Shown =>
  async (jira) => {
    const { admin, number } = fieldOfDemo(jira, 'Browsers');
    const { field } = bodyOf<{ field: { fieldId: unknown } }>(await jira.admin.get(`${admin}?expand=field`), 200);
    expect([typeof field.fieldId, Number(field.fieldId)]).toEqual([type, number]);
  };

/** Of a field whose global context is younger than the other one. */
const defaultIs =
  (which: 'the global one' | 'the oldest'): Shown =>
  async (jira) => {
    const id = await newField(jira);
    const first = await onlyContextOf(jira, id);
    const oldest = await newContext(jira, id, { name: 'Shop', projectIds: [projectIdOf(jira, 'SHOP')] });
    bodyOf(await jira.admin.delete(`/rest/api/3/field/${id}/context/${first}`), 204);
    const global = await newContext(jira, id, { name: 'All' });
    const field = addressesOf(id);
    await grant(jira, field, { user: 'bob' });
    await addOne(jira.bob, field.options, 'red');
    const found = await Promise.all([oldest, global].map((context) => values(jira.bob, optionsIn(field, context))));
    expect(found).toEqual(which === 'the oldest' ? [['red'], []] : [[], ['red']]);
  };

const withoutGlobal =
  (shows: (jira: TestJira, options: string) => Promise<void>): Shown =>
  async (jira) => {
    const field = fieldOfDemo(jira, 'Platforms');
    await grant(jira, field, { user: 'bob' });
    await shows(jira, field.options);
  };

const openContexts =
  (stranger: number): Shown =>
  async (jira) => {
    const { user } = fieldOfDemo(jira, 'Browsers');
    expect((await jira.as('steve').get(`${user}/contexts`)).status).toBe(stranger);
    expect((await jira.bob.get(`${user}/contexts`)).body).toHaveLength(2);
    // Where a context has grants, they count.
    expect((await jira.as('steve').get(`${fieldOfDemo(jira, 'Teams').user}/contexts`)).status).toBe(403);
  };

/** A context that is global and has a project, and one that is neither: what Jira knows of them, or the refusal. */
const contradiction =
  (expected: { both: object | null; neither: object | null }): Shown =>
  async (jira) => {
    for (const [name, isGlobal, projectIds, global] of [
      ['both', true, [Number(projectIdOf(jira, 'OPS'))], expected.both],
      ['neither', false, [], expected.neither],
    ] as const) {
      const id = await newField(jira);
      bodyOf(await jira.admin.delete(`/rest/api/3/field/${id}/context/${await onlyContextOf(jira, id)}`), 204);
      const answer = await jira.admin.post(`${addressesOf(id).admin}/contexts`, {
        contextName: name,
        isGlobal,
        projectIds,
      });
      if (global === null) expect(namedBy(answer)).toEqual([400, 'isGlobal']);
      expect(await contextsOf(jira, id)).toMatchObject(global === null ? [] : [{ name, ...global }]);
    }
  };

const globalPatchWithContext =
  (status: number): Shown =>
  async (jira) => {
    const field = fieldOfDemo(jira, 'Animals');
    const [contextId] = await contextIdsOf(jira, field);
    const answer = await jira.admin.patch(field.admin, { user: 'tina', action: 'GRANT', type: 'GLOBAL', contextId });
    expect(answer.status).toBe(status);
    const { userlist } = (await jira.admin.get(field.admin)).body as ContextPermissions;
    expect(userlist).toEqual(status === 200 ? ['tina'] : []);
  };

const unknownInPatch =
  (status: number): Shown =>
  async (jira) => {
    const { admin } = fieldOfDemo(jira, 'Browsers');
    for (const named of [{ user: 'ghost' }, { group: 'ghosts' }]) {
      const answer = await jira.admin.patch(admin, { ...named, action: 'GRANT', type: 'GLOBAL' });
      expect(answer.status).toBe(status);
      if (status === 400) expect(namedBy(answer)).toEqual([400, ...Object.keys(named)]);
    }
    expect((await jira.admin.get(admin)).body).toEqual({ userlist: ['bob'], grouplist: [] });
  };

const containers =
  (present: boolean): Shown =>
  async (jira) => {
    const all = bodyOf<PageBody<{ contextPermissions: { context: object }[] }>>(
      await jira.admin.get(`${base}/admin/customfields?filter=Browsers`),
      200,
    );
    const mine = bodyOf<PageBody<{ contexts: object[] }>>(
      await jira.bob.get(`${base}/user/customfields?filter=Browsers`),
      200,
    );
    const contexts = [
      ...(all.values[0]?.contextPermissions ?? []).map(({ context }) => context),
      ...(mine.values[0]?.contexts ?? []),
    ];
    expect(contexts).toHaveLength(4);
    for (const context of contexts)
      expect(['projects' in context, 'issueTypes' in context]).toEqual([present, present]);
  };

type About =
  | 'list-context-containers'
  | 'omitted-context-permissions'
  | 'one-context-403'
  | 'avatar'
  | 'expanded-field-id'
  | 'default-context'
  | 'default-without-global'
  | 'contexts-without-context-grants'
  | 'context-contradiction'
  | 'patch-global-with-context'
  | 'patch-unknown-principal';

/** What is about grants, and about which context. */
export const grantAnswers: AnswersTo<Extract<QuestionId, `editor.${About}`>> = {
  'editor.list-context-containers': { present: containers(true), absent: containers(false) },
  'editor.omitted-context-permissions': { lose: omittedContext([]), keep: omittedContext(['developers']) },
  'editor.one-context-403': {
    'validation-errors': refusalOfOneContext(true),
    'rest-error': refusalOfOneContext(false),
  },
  'editor.avatar': { absent: avatars(false), present: avatars(true) },
  'editor.expanded-field-id': { number: expandedId('number'), string: expandedId('string') },
  'editor.default-context': {
    global: defaultIs('the global one'),
    'lowest-id': defaultIs('the oldest'),
    'first-in-order': defaultIs('the oldest'),
  },
  'editor.default-without-global': {
    '400': withoutGlobal(async (jira, options) => {
      expect((await jira.bob.get(options)).status).toBe(400);
      expect((await jira.bob.post(options, { optionvalue: 'tv' })).status).toBe(400);
    }),
    'first-context': withoutGlobal(async (jira, options) => {
      await addOne(jira.bob, options, 'tv');
      expect((await listed(jira.bob, options)).map(({ optionvalue }) => optionvalue)).toEqual([
        'web',
        'iOS',
        'Android',
        'tv',
      ]);
    }),
  },
  'editor.contexts-without-context-grants': { 'global-grant-holders': openContexts(403), everybody: openContexts(200) },
  'editor.context-contradiction': {
    '400': contradiction({ both: null, neither: null }),
    'list-wins': contradiction({ both: { isGlobalContext: false }, neither: { isGlobalContext: true } }),
    'flag-wins': contradiction({ both: { isGlobalContext: true }, neither: { isGlobalContext: false } }),
  },
  'editor.patch-global-with-context': { '400': globalPatchWithContext(400), ignored: globalPatchWithContext(200) },
  'editor.patch-unknown-principal': { '400': unknownInPatch(400), ignored: unknownInPatch(200) },
};
