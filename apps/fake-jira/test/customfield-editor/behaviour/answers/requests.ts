import type { QuestionId } from '@fake-jira/profile';
import { bodyOf } from '../../../support/field-steps.js';
import type { AnswersTo, Shown } from '../../../support/open-questions.js';
import {
  addOne,
  base,
  contextIdsOf,
  fieldOfDemo,
  grantedField,
  maintenance,
  namedBy,
  optionsIn,
  subCodeOf,
  values,
  type PageBody,
} from '../steps.js';

/** The body of permissions, sorting and maintenance operations. */
const successWith =
  (text: string): Shown =>
  async (jira) => {
    const { admin, options } = fieldOfDemo(jira, 'Browsers');
    const answers = [
      await jira.admin.put(admin, { userlist: ['bob'] }),
      await jira.admin.patch(admin, { user: 'tina', action: 'GRANT', type: 'GLOBAL' }),
      await jira.admin.put(`${admin}/contexts/permissions`, []),
      await jira.bob.put(`${options}/sort`, {}),
      await jira.admin.post(`${maintenance}/operations`, { name: 'JobRunDataMigrationTasks' }),
    ];
    expect(answers.map((answer) => [answer.status, answer.text])).toEqual(answers.map(() => [200, text]));
  };

const unknown =
  (status: number): Shown =>
  async (jira) => {
    const field = fieldOfDemo(jira, 'Browsers');
    const [context] = await contextIdsOf(jira, field);
    const answers = [
      await jira.bob.get(`${base}/user/customfields/99999/contexts/default/options`),
      await jira.admin.get(`${base}/admin/customfields/99999`),
      await jira.bob.get(optionsIn(field, 99999)),
      await jira.admin.delete(`${field.admin}/contexts/99999`),
      await jira.bob.put(`${optionsIn(field, context as number)}/99999`, { optionvalue: 'x' }),
      await jira.bob.delete(`${field.options}/99999`),
    ];
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status));
  };

const orderedByNothing =
  (status: number): Shown =>
  async (jira) => {
    const lists = [
      `${base}/admin/customfields`,
      `${base}/user/customfields`,
      `${maintenance}/jobs`,
      `${maintenance}/event_logs`,
    ];
    for (const list of lists) {
      const answer = await jira.admin.get(`${list}?orderBy=-nothing`);
      if (status === 400) expect(namedBy(answer)).toEqual([400, 'orderBy']);
      else expect(answer.body).toEqual((await jira.admin.get(list)).body);
    }
  };

const ofAdministrators =
  (subCode: unknown): Shown =>
  async (jira) => {
    for (const address of [
      '/admin/customfields',
      `/admin/customfields/${fieldOfDemo(jira, 'Browsers').number}`,
      '/maintenance/jobs',
    ]) {
      expect(subCodeOf(await jira.bob.get(base + address))).toEqual([403, subCode]);
    }
  };

const ofDeleteSetting =
  (subCode: unknown): Shown =>
  async (jira) => {
    const { options } = await grantedField(jira);
    const red = await addOne(jira.bob, options, 'red');
    jira.world.write((tx) => tx.set({ onlyAdministratorsDeleteOptions: true }));
    for (const address of [`${options}/${red}`, `${options}/default`]) {
      expect(subCodeOf(await jira.bob.delete(address))).toEqual([403, subCode]);
    }
    expect(await values(jira.bob, options)).toEqual(['red']);
  };

const unauthenticated =
  (withBody: { admin: boolean; user: boolean }): Shown =>
  async (jira) => {
    for (const [side, address] of [
      ['admin', '/admin/customfields'],
      ['user', '/user/customfields'],
    ] as const) {
      for (const caller of [jira.anonymous, jira.as('bob', 'wrong')]) {
        const { status, text, headers } = await caller.get(base + address);
        expect([side, status, text !== '']).toEqual([side, 401, withBody[side]]);
        expect(headers['www-authenticate']).toBe('Basic realm="Jira"');
      }
    }
  };

const ofTextField =
  (status: number): Shown =>
  async (jira) => {
    const text = fieldOfDemo(jira, 'Customer');
    expect((await jira.admin.get(text.admin)).status).toBe(status);
    expect((await jira.admin.get(`${text.admin}/contexts`)).status).toBe(status);
    // What has no options gets none, accepted or not.
    expect((await jira.admin.post(text.options, { optionvalue: 'x' })).status).not.toBe(200);
  };

const typeOfTextField =
  (fieldType: string): Shown =>
  async (jira) => {
    const typeOf = async (name: string) => {
      const { values: found } = bodyOf<PageBody<{ fieldName: string; fieldType: string }>>(
        await jira.admin.get(`${base}/admin/customfields?filter=${name}&maxResults=50`),
        200,
      );
      return found.find(({ fieldName }) => fieldName === name)?.fieldType;
    };
    expect(await typeOf('Customer')).toBe(fieldType);
    expect(await typeOf('Browsers')).toBe('singleselect');
  };

const withColour =
  (status: number): Shown =>
  async (jira) => {
    const { options, admin } = await grantedField(jira);
    const made = await jira.bob.post(options, { optionvalue: 'x', colour: 'red' });
    const put = await jira.admin.put(admin, { userlist: ['bob'], colour: 'red' });
    expect([made.status, put.status]).toEqual([status, status]);
    if (status === 400)
      expect([namedBy(made), namedBy(put)]).toEqual([
        [400, 'colour'],
        [400, 'colour'],
      ]);
    expect(await values(jira.bob, options)).toEqual(status === 200 ? ['x'] : []);
  };

const noNumber =
  (status: number): Shown =>
  async (jira) => {
    const { user, options } = fieldOfDemo(jira, 'Browsers');
    const answers = [
      await jira.bob.get(`${base}/user/customfields/abc/contexts`),
      await jira.admin.get(`${base}/admin/customfields/customfield_10000`),
      await jira.bob.get(`${user}/contexts/x/options`),
      await jira.bob.delete(`${options}/1.5`),
      await jira.bob.get(`${options}/x/childoptions`),
    ];
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status));
  };

const wrongPage =
  (status: number): Shown =>
  async (jira) => {
    const lists = [`${base}/admin/customfields`, `${base}/user/customfields`, `${maintenance}/jobs`];
    for (const list of lists) {
      const usual = (await jira.admin.get(list)).body as object;
      for (const [name, value] of [
        ['startAt', '-1'],
        ['startAt', 'x'],
        ['maxResults', '-1'],
        ['maxResults', '1.5'],
      ] as const) {
        const answer = await jira.admin.get(`${list}?${name}=${value}`);
        if (status === 400) expect(namedBy(answer)).toEqual([400, name]);
        else expect(answer.body).toEqual(usual);
      }
    }
  };

type About =
  | 'empty-success'
  | 'unknown-entity'
  | 'unknown-order-key'
  | 'admin-forbidden-subcode'
  | 'delete-setting-subcode'
  | 'unauthenticated-body'
  | 'unsupported-type'
  | 'field-type-names'
  | 'unknown-property'
  | 'non-numeric-id'
  | 'invalid-paging';

/** What is about any request: its form, its refusal, its success. */
export const requestAnswers: AnswersTo<Extract<QuestionId, `editor.${About}`>> = {
  'editor.empty-success': { 'empty-object': successWith('{}'), 'no-body': successWith('') },
  'editor.unknown-entity': { '400': unknown(400), '404': unknown(404), '500': unknown(500) },
  'editor.unknown-order-key': { '400': orderedByNothing(400), ignored: orderedByNothing(200) },
  'editor.admin-forbidden-subcode': { '403000': ofAdministrators(403000), other: ofAdministrators(403) },
  'editor.delete-setting-subcode': { '403001': ofDeleteSetting(403001), other: ofDeleteSetting(403) },
  'editor.unauthenticated-body': {
    empty: unauthenticated({ admin: false, user: false }),
    'error-body': unauthenticated({ admin: true, user: true }),
    'error-body-on-admin-operations': unauthenticated({ admin: true, user: false }),
  },
  'editor.unsupported-type': { '400': ofTextField(400), '412': ofTextField(412), accepted: ofTextField(200) },
  'editor.field-type-names': {
    'short-for-supported': typeOfTextField('com.atlassian.jira.plugin.system.customfieldtypes:textfield'),
    'short-for-all': typeOfTextField('textfield'),
  },
  'editor.unknown-property': { '400': withColour(400), ignored: withColour(200) },
  'editor.non-numeric-id': { '404': noNumber(404), '400': noNumber(400) },
  'editor.invalid-paging': { '400': wrongPage(400), 'as-default': wrongPage(200) },
};
