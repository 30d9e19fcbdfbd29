import { addUser } from '@fake-jira/world';
import type { QuestionId } from '@fake-jira/profile';
import type { AnswersTo, Shown, ShownIn } from '../../../support/open-questions.js';
import { base, fieldOfDemo, pluginRoot } from '../steps.js';

const health =
  (statuses: Record<string, number>): Shown =>
  async (jira) => {
    for (const [version, status] of Object.entries(statuses)) {
      expect([version, (await jira.anonymous.get(`${pluginRoot}/${version}/health/status`)).status]).toEqual([
        version,
        status,
      ]);
    }
  };

const tooNew = (status: number): ShownIn => ({
  versions: ['1.2', '1.2.1'],
  shows: async (jira) => expect((await jira.bob.get(`${pluginRoot}/1.1/user/customfields`)).status).toBe(status),
});

/** Which of the four parameters make a page of the two lists of fields. */
const pagedBy = (...parameters: string[]): ShownIn => ({
  versions: ['2.0', '2.15'],
  shows: async (jira) => {
    for (const list of [`${base}/admin/customfields`, `${base}/user/customfields`]) {
      expect((await jira.bob.get(`${base}/user/customfields`)).body).toBeInstanceOf(Array);
      for (const query of ['startAt=0', 'maxResults=5', 'orderBy=name', 'filter=a']) {
        const { body } = await jira.admin.get(`${list}?${query}`);
        expect([query, !Array.isArray(body)]).toEqual([query, parameters.includes(query.split('=')[0] as string)]);
      }
    }
  },
});

const administratorBefore13 = (status: number): ShownIn => ({
  versions: ['1.2', '1.2.1'],
  shows: async (jira) => {
    jira.world.write((tx) => addUser(tx, { name: 'ada', groups: ['jira-administrators'] }));
    const address = `${pluginRoot}/1.2/admin/customfields/${fieldOfDemo(jira, 'Browsers').number}`;
    expect((await jira.as('ada').get(address)).status).toBe(status);
    expect([(await jira.admin.get(address)).status, (await jira.bob.get(address)).status]).toEqual([200, 403]);
  },
});

/** The two operations guarded by annotation, and one that is not. */
const refusedBy =
  (property: 'subCode' | 'status-code'): Shown =>
  async (jira) => {
    const { admin } = fieldOfDemo(jira, 'Browsers');
    for (const answer of [await jira.bob.get(`${base}/admin/customfields`), await jira.bob.get(admin)]) {
      expect([answer.status, Object.keys(answer.body as object)]).toEqual([403, expect.arrayContaining([property])]);
    }
    expect((await jira.bob.put(admin, {})).body).toHaveProperty('subCode');
  };

const unknownPrincipals = (after: readonly [users: string[], groups: string[]]): ShownIn => ({
  versions: ['1.3', '1.8'],
  shows: async (jira) => {
    const { admin } = fieldOfDemo(jira, 'Teams');
    const ghosts = { userlist: ['ghost', 'tina'], grouplist: ['ghosts'] };
    const [userlist, grouplist] = after;
    expect((await jira.admin.put(admin, ghosts)).status).toBe(200);
    expect((await jira.admin.get(admin)).body).toEqual({ userlist, grouplist });
    const [first] = (await jira.admin.get(`${admin}/contexts/permissions`)).body as [{ contextId: number }];
    const { contextId } = first;
    expect((await jira.admin.put(`${admin}/contexts/permissions`, [{ contextId, ...ghosts }])).status).toBe(200);
    expect(((await jira.admin.get(`${admin}/contexts/permissions`)).body as object[])[0]).toEqual({
      contextId,
      userlist,
      grouplist,
    });
  },
});

type About =
  | 'base-1-since'
  | 'base-1.2-until'
  | 'old-base'
  | 'paging-trigger'
  | 'admin-before-1.3'
  | 'admin-refusal-3.0'
  | 'unknown-principal-before-2.0';

/** What differs between versions of the app. */
export const versionAnswers: AnswersTo<Extract<QuestionId, `editor.${About}`>> = {
  'editor.base-1-since': {
    '1.3': { versions: ['1.3', '1.5'], shows: health({ '1': 200, '1.2': 404 }) },
    '1.6': { versions: ['1.3', '1.5'], shows: health({ '1': 404, '1.2': 200 }) },
  },
  'editor.base-1.2-until': {
    ends: { versions: ['1.3', '3.0'], shows: health({ '1': 200, '1.2': 404 }) },
    'still-answers': { versions: ['1.3', '3.0'], shows: health({ '1': 200, '1.2': 200 }) },
  },
  'editor.old-base': { '412': tooNew(412), '404': tooNew(404) },
  'editor.paging-trigger': {
    'any-parameter': pagedBy('startAt', 'maxResults', 'orderBy', 'filter'),
    'start-at-or-max-results': pagedBy('startAt', 'maxResults'),
  },
  'editor.admin-before-1.3': {
    'system-administrators': administratorBefore13(403),
    administrators: administratorBefore13(200),
  },
  'editor.admin-refusal-3.0': { app: refusedBy('subCode'), framework: refusedBy('status-code') },
  'editor.unknown-principal-before-2.0': {
    stored: unknownPrincipals([['ghost', 'tina'], ['ghosts']]),
    ignored: unknownPrincipals([['tina'], []]),
  },
};
