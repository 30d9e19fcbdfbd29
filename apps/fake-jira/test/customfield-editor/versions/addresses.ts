import { operation, operations, servedOperations, type OperationId } from '@fake-jira/openapi';
import type { TestJira } from '../../support/jira.js';
import type { Change, Side } from './change.js';
import { addressesOf, isSuccess, legacyOf, root, send, servedAs } from './requests.js';

/** The parameters of an address do not make it another one. */
const shape = (operationId: OperationId) => operation(operationId).path.replace(/\{\w+\}/g, '{}');

/** 405 where the address is known by another method, else 404: at each base, whether or not the version has it. */
async function expectUnknown(jira: TestJira, operationId: OperationId): Promise<void> {
  const served = servedOperations('customfield-editor', jira.profile);
  const others = operations('customfield-editor').filter((other) => served.has(other.operationId));
  const known = others.some((other) => shape(other.operationId) === shape(operationId));
  const statuses = new Set<number>();
  for (const base of ['1.1', '1.2', '1'])
    statuses.add((await send(jira, operationId, { base: `${root}/${base}` })).status);
  expect(Math.max(...statuses)).toBe(known ? 405 : 404);
  expect(Math.min(...statuses)).toBeGreaterThanOrEqual(404);
}

async function expectServed({ jira }: Side, operationId: OperationId): Promise<void> {
  const answer = await send(jira, operationId);
  expect([answer.status, isSuccess(answer)]).toEqual([answer.status, true]);
}

const introduced = (version: string, lines: Change['lines']): Change => ({
  version,
  what: 'there is the operation',
  async before({ jira, operationId }) {
    for (const address of addressesOf(operationId)) await expectUnknown(jira, address);
  },
  since: (side) => expectServed(side, servedAs(side.jira, side.operationId)),
  lines,
});

/** The address before 1.2 answers before and not since; that of 1.2 the other way round. */
const moved = (what: string, lines: Change['lines'], more: Partial<Pick<Change, 'before' | 'since'>> = {}): Change => ({
  version: '1.2.0',
  what,
  async before(side) {
    await expectUnknown(side.jira, side.operationId);
    await expectServed(side, legacyOf(side.operationId));
    await more.before?.(side);
  },
  async since(side) {
    await expectUnknown(side.jira, legacyOf(side.operationId));
    await expectServed(side, side.operationId);
    await more.since?.(side);
  },
  lines,
});

const values = (body: unknown) =>
  (body as { optionvalue: string; childOptions?: unknown }[]).map((one) => one.optionvalue);

export const addresses: readonly Change[] = [
  {
    version: '1.1.0',
    what: 'there is the operation, at its address before 1.2',
    before: ({ jira, operationId }) => expectUnknown(jira, legacyOf(operationId)),
    since: (side) => expectServed(side, legacyOf(side.operationId)),
    lines: {
      2130: 'editorListDefaultOptions',
      2247: 'editorCreateDefaultOption',
      2382: 'editorUpdateDefaultOption',
      2489: 'editorDeleteDefaultOption',
      2586: 'editorMoveDefaultOption',
      4337: 'editorListDefaultChildOptions',
      4457: 'editorCreateDefaultChildOption',
      4596: 'editorUpdateDefaultChildOption',
      4707: 'editorDeleteDefaultChildOption',
      4808: 'editorMoveDefaultChildOption',
    },
  },
  introduced('1.2.0', {
    105: 'editorListCustomFields',
    366: 'editorGetGlobalPermissions',
    484: 'editorReplaceGlobalPermissions',
    1541: 'editorListMyCustomFields',
    1795: 'editorListMyContexts',
    2763: 'editorGetDefaultDefaultValue',
    2910: 'editorSetDefaultDefaultValue',
    3053: 'editorDeleteDefaultDefaultValue',
    3128: 'editorSortDefaultOptions',
    3221: 'editorListOptions',
    3340: 'editorCreateOption',
    3477: 'editorUpdateOption',
    3586: 'editorDeleteOption',
    3685: 'editorMoveOption',
    3865: 'editorGetDefaultValue',
    4015: 'editorSetDefaultValue',
    4161: 'editorDeleteDefaultValue',
    4239: 'editorSortOptions',
    4913: 'editorSortDefaultChildOptions',
    5010: 'editorListChildOptions',
    5132: 'editorCreateChildOption',
    5273: 'editorUpdateChildOption',
    5386: 'editorDeleteChildOption',
    5489: 'editorMoveChildOption',
    5597: 'editorSortChildOptions',
  }),
  moved('its address changed', {
    2488: 'editorDeleteDefaultOption',
    2585: 'editorMoveDefaultOption',
    4336: 'editorListDefaultChildOptions',
    4456: 'editorCreateDefaultChildOption',
    4595: 'editorUpdateDefaultChildOption',
    4706: 'editorDeleteDefaultChildOption',
    4807: 'editorMoveDefaultChildOption',
  }),
  moved(
    'its address changed, and children are no longer nested',
    { 2129: 'editorListDefaultOptions' },
    {
      async before({ jira, operationId }) {
        const [parent] = (await send(jira, legacyOf(operationId))).body as [{ childOptions: unknown }];
        expect(values(parent.childOptions)).toEqual(['child', 'sibling']);
      },
      async since({ send }) {
        expect((await send()).body).toEqual([
          expect.not.objectContaining({ childOptions: expect.anything() }),
          expect.anything(),
        ]);
      },
    },
  ),
  moved(
    'its address changed, childOptions is unknown in the body, and sequence is ignored',
    { 2246: 'editorCreateDefaultOption' },
    {
      async before({ jira, operationId }) {
        const body = { optionvalue: 'first', sequence: 0, childOptions: [] };
        expect((await send(jira, legacyOf(operationId), { body })).body).toMatchObject({ sequence: 0 });
      },
      async since({ send }) {
        expect((await send({ body: { optionvalue: 'first', sequence: 0 } })).body).toMatchObject({ sequence: 3 });
        expect((await send({ body: { optionvalue: 'x', childOptions: [] } })).status).toBe(400);
      },
    },
  ),
  moved(
    'its address changed, and childOptions is unknown in the body',
    { 2381: 'editorUpdateDefaultOption' },
    {
      async before({ jira, operationId }) {
        expect((await send(jira, legacyOf(operationId), { body: { optionvalue: 'x', childOptions: [] } })).status).toBe(
          200,
        );
      },
      async since({ send }) {
        expect((await send({ body: { optionvalue: 'x', childOptions: [] } })).status).toBe(400);
      },
    },
  ),
  introduced('1.2.1', {
    805: 'editorListContexts',
    1278: 'editorGetContextPermissions',
    1388: 'editorReplaceContextPermissions',
    5939: 'editorListMigrationTasks',
  }),
  introduced('2.0.0', {
    616: 'editorPatchPermission',
    1920: 'editorGetMyContext',
    5713: 'editorListJobs',
    5862: 'editorExecuteMaintenanceOperation',
    6042: 'editorListEventLogs',
    6148: 'editorGetDataStorage',
  }),
  {
    version: '2.0.0',
    what: 'its address changed',
    async before(side) {
      await expectUnknown(side.jira, side.operationId);
      await expectServed(side, 'editorListMigrationTasksBefore20');
    },
    async since(side) {
      await expectUnknown(side.jira, 'editorListMigrationTasksBefore20');
      await expectServed(side, side.operationId);
    },
    lines: { 5937: 'editorListMigrationTasks' },
  },
  introduced('2.5.4', { 6237: 'editorGetTruncateSchedule', 6324: 'editorSetTruncateSchedule' }),
  introduced('2.10.0', { 947: 'editorCreateContext', 1059: 'editorUpdateContext', 1164: 'editorDeleteContext' }),
];
