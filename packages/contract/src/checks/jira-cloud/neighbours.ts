import { expect } from 'expect';
import type { OperationId } from '@fake-jira/openapi';
import { checksOf, type Check } from '../../check.js';
import { refuses } from './errors.js';
import { refusedStart } from './refusals.js';

const { outcome } = checksOf('jira-cloud', 'neighbours');

const readOnly = { readOnly: true } as const;

/** A list, and each of its entries by itself. */
function listAndEntry(list: OperationId, entry: OperationId, name: 'id' | 'idOrName', has: object): Check[] {
  return [
    outcome(
      list,
      200,
      'with all of them',
      async (stage) => {
        const { body } = await stage.admin.ask(list, 200);
        expect(body).toContainEqual(
          expect.objectContaining({ id: expect.any(String), name: expect.any(String), ...has }),
        );
      },
      readOnly,
    ),
    outcome(
      entry,
      200,
      'with what the list tells',
      async (stage) => {
        const [first] = (await stage.admin.ask(list, 200)).body as { id: string }[];
        expect((await stage.admin.ask(entry, 200, { path: { [name]: first!.id } })).body).toEqual(first);
      },
      readOnly,
    ),
    outcome(
      entry,
      404,
      'when there is none',
      async (stage) => refuses((await stage.admin.ask(entry, 404, { path: { [name]: stage.unknownId } })).body),
      readOnly,
    ),
  ];
}

/** The same entries in pages. */
function pages(search: OperationId, list: OperationId): Check[] {
  return [
    outcome(
      search,
      200,
      'a page at a time',
      async (stage) => {
        const all = (await stage.admin.ask(list, 200)).body as object[];
        const query = { startAt: 1, maxResults: 1 };
        expect((await stage.admin.ask(search, 200, { query })).body).toMatchObject({
          total: all.length,
          values: [all[1]],
        });
      },
      { ...readOnly, deployment: 'cloud' },
    ),
    refusedStart(outcome, search, false),
  ];
}

const projectList = (id: 'getProjectVersions' | 'getProjectComponents', as: 'versions' | 'components'): Check[] => [
  outcome(
    id,
    200,
    'with those of the project',
    async (stage) => {
      const path = { projectIdOrKey: stage.sandbox.project.key };
      const { body } = await stage.admin.ask('getProject', 200, { path });
      const names = (list: readonly { id: string }[]) => list.map((one) => one.id);
      expect(names((await stage.admin.ask(id, 200, { path })).body)).toEqual(names(body[as]));
    },
    readOnly,
  ),
  outcome(
    id,
    404,
    'when there is no such project',
    async (stage) => refuses((await stage.admin.ask(id, 404, { path: { projectIdOrKey: 'NOSUCHPROJECT' } })).body),
    readOnly,
  ),
];

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What clients of fields ask beside them. */
export const neighbours: readonly Check[] = [
  ...listAndEntry('getPriorities', 'getPriority', 'id', { statusColor: expect.any(String) }),
  ...listAndEntry('getStatuses', 'getStatus', 'idOrName', {
    statusCategory: expect.objectContaining({ key: expect.any(String) }),
  }),
  ...listAndEntry('getResolutions', 'getResolution', 'id', { description: expect.any(String) }),
  ...pages('searchPriorities', 'getPriorities'),
  ...pages('searchResolutions', 'getResolutions'),
  ...projectList('getProjectVersions', 'versions'),
  ...projectList('getProjectComponents', 'components'),
  outcome(
    'getStatusCategories',
    200,
    'with those of a new Jira',
    async (stage) => {
      const { body } = await stage.admin.ask('getStatusCategories', 200);
      const all = ['new', 'indeterminate', 'done'].map((key): unknown => expect.objectContaining({ key }));
      expect(body).toEqual(expect.arrayContaining(all));
    },
    readOnly,
  ),
  outcome(
    'getStatusCategory',
    200,
    'by its key as by its id',
    async (stage) => {
      const byKey = (await stage.admin.ask('getStatusCategory', 200, { path: { idOrKey: 'done' } })).body;
      expect(byKey).toMatchObject({ key: 'done' });
      const path = { idOrKey: String(byKey.id) };
      expect((await stage.admin.ask('getStatusCategory', 200, { path })).body).toEqual(byKey);
    },
    readOnly,
  ),
  outcome(
    'getStatusCategory',
    404,
    'when there is none',
    async (stage) =>
      refuses((await stage.admin.ask('getStatusCategory', 404, { path: { idOrKey: 'nosuchkey' } })).body),
    readOnly,
  ),
  outcome(
    'getAllStatuses',
    200,
    'with the statuses of each issue type',
    async (stage) => {
      const path = { projectIdOrKey: stage.sandbox.project.key };
      const { body } = await stage.admin.ask('getAllStatuses', 200, { path });
      const statuses = expect.arrayContaining([expect.objectContaining({ statusCategory: expect.anything() })]);
      expect(body).toContainEqual(expect.objectContaining({ id: String(stage.sandbox.issueType.id), statuses }));
    },
    readOnly,
  ),
  outcome(
    'getAllStatuses',
    404,
    'when there is no such project',
    async (stage) =>
      refuses((await stage.admin.ask('getAllStatuses', 404, { path: { projectIdOrKey: 'NOSUCHPROJECT' } })).body),
    readOnly,
  ),
  outcome(
    'getAllPermissions',
    200,
    'with what permissions there are, and not who holds them',
    async (stage) => {
      const { permissions } = (await stage.admin.ask('getAllPermissions', 200)).body;
      expect(permissions.ADMINISTER).toMatchObject({ key: 'ADMINISTER', type: 'GLOBAL', name: expect.any(String) });
      expect(permissions.ADMINISTER).not.toHaveProperty('havePermission');
    },
    readOnly,
  ),
  outcome(
    'getAllUsersDefault',
    200,
    'with all users, a part at a time',
    async (stage) => {
      const query = { maxResults: 1 };
      expect((await stage.admin.ask('getAllUsersDefault', 200, { query })).body).toHaveLength(1);
    },
    { ...readOnly, deployment: 'cloud' },
  ),
  refusedStart(outcome, 'getAllUsersDefault', false),
  outcome(
    'getAvailableScreenFields',
    200,
    'without the fields that the screen has',
    async (stage) => {
      const field = await stage.field('textfield');
      await stage.onScreen(field);
      const off = await stage.field('textfield');
      const [screen] = (await stage.admin.ask('getScreensForField', 200, { path: { fieldId: field.key } })).body.values;
      const path = { screenId: screen.id as number };
      const ids = ((await stage.admin.ask('getAvailableScreenFields', 200, { path })).body as Named[]).map(
        ({ id }) => id,
      );
      expect(ids).toContain(off.key);
      expect(ids).not.toContain(field.key);
    },
    { deployment: 'cloud' },
  ),
  outcome(
    'getAvailableScreenFields',
    404,
    'when there is no such screen',
    async (stage) => {
      const path = { screenId: stage.unknownId };
      refuses((await stage.admin.ask('getAvailableScreenFields', 404, { path })).body);
    },
    readOnly,
  ),
  outcome(
    'addFieldToDefaultScreen',
    200,
    'and the field is on a screen',
    async (stage) => {
      const { key: fieldId } = await stage.field('textfield');
      await stage.admin.ask('addFieldToDefaultScreen', 200, { path: { fieldId } });
      const { body } = await stage.admin.ask('getScreensForField', 200, { path: { fieldId } });
      expect(body.values).toHaveLength(1);
    },
    { deployment: 'cloud' },
  ),
  outcome('addFieldToDefaultScreen', 400, 'when the field is there already', async (stage) => {
    const { key: fieldId } = await stage.field('textfield');
    await stage.admin.ask('addFieldToDefaultScreen', 200, { path: { fieldId } });
    refuses((await stage.admin.ask('addFieldToDefaultScreen', 400, { path: { fieldId } })).body);
  }),
  outcome('addFieldToDefaultScreen', 404, 'when there is no such field', async (stage) => {
    const path = { fieldId: `customfield_${stage.unknownId}` };
    refuses((await stage.admin.ask('addFieldToDefaultScreen', 404, { path })).body);
  }),
];
