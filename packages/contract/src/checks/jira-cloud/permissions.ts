import { expect } from 'expect';
import { checksOf } from '../../check.js';
import { refuses } from './errors.js';

const { outcome } = checksOf('jira-cloud', 'permissions');

const id = 'getMyPermissions';
const readOnly = { readOnly: true } as const;

export const permissions = [
  outcome(
    id,
    200,
    'with whether the caller has those that are named',
    async (stage) => {
      const query = { permissions: 'ADMINISTER,EDIT_ISSUES', projectKey: stage.sandbox.project.key };
      const { body } = await stage.admin.ask(id, 200, { query });
      expect(body.permissions).toMatchObject({
        ADMINISTER: { key: 'ADMINISTER', type: 'GLOBAL', havePermission: true },
        EDIT_ISSUES: { key: 'EDIT_ISSUES', name: 'Edit Issues', type: 'PROJECT', havePermission: true },
      });
      if (!stage.versions.jira.has('data-center')) expect(Object.keys(body.permissions as object)).toHaveLength(2);
      const own = await stage.user.ask(id, 200, { query });
      expect(own.body.permissions.ADMINISTER).toMatchObject({ havePermission: false });
      const nobody = await stage.anonymous.ask(id, 200, { query: { permissions: 'ADMINISTER' } });
      expect(nobody.body.permissions.ADMINISTER).toMatchObject({ havePermission: false });
    },
    { ...readOnly, roles: ['user'] },
  ),
  outcome(
    id,
    400,
    'when no permission is named',
    async (stage) => {
      refuses((await stage.admin.ask(id, 400)).body);
    },
    { ...readOnly, deployment: 'cloud' },
  ),
  outcome(
    id,
    400,
    'when a permission is not known',
    async (stage) => {
      refuses((await stage.admin.ask(id, 400, { query: { permissions: 'FLY_TO_THE_MOON' } })).body);
    },
    { ...readOnly, deployment: 'cloud' },
  ),
  outcome(
    id,
    404,
    'when there is no such project',
    async (stage) => {
      const query = { permissions: 'ADMINISTER', projectKey: 'NOSUCHPROJECT' };
      refuses((await stage.admin.ask(id, 404, { query })).body);
    },
    readOnly,
  ),
  outcome(
    id,
    404,
    'when there is no such issue',
    async (stage) => {
      const query = { permissions: 'ADMINISTER', issueId: stage.unknownId };
      refuses((await stage.admin.ask(id, 404, { query })).body);
    },
    readOnly,
  ),
];
