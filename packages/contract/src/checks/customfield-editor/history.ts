import { expect } from 'expect';
import { checksOf, type Check, type Needs } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { presenceChecks } from '../presence.js';
import { multiLevel } from './default-value-kinds.js';
import { userName } from './people.js';
import {
  allOperations,
  askBy,
  hasVariable,
  rightBody,
  scene,
  whoMay,
  type DocumentedOperationId,
  type EditorOperationId,
  type Ids,
} from './requests.js';

const { rule } = checksOf('customfield-editor', 'history');

/** Versions that an operation needs to be asked in: those that have it. */
const since: { readonly [Id in DocumentedOperationId]?: string } = {
  editorListContexts: '1.2.1',
  editorGetContextPermissions: '1.2.1',
  editorReplaceContextPermissions: '1.2.1',
  editorPatchPermission: '2.0',
  editorGetMyContext: '2.0',
  editorCreateContext: '2.10',
  editorUpdateContext: '2.10',
  editorDeleteContext: '2.10',
};

const sinceOf = (id: DocumentedOperationId): Needs => ({ since: { customfieldEditor: since[id] ?? '1.2' } });
const onFields = allOperations.filter((id) => hasVariable(id, 'customFieldId'));

function sendRightly(stage: Stage, id: EditorOperationId, ids: Ids, instead?: object) {
  const body = instead ?? rightBody(id, ids, stage);
  return whoMay(id, stage).send(id, { path: ids, ...(body === undefined ? {} : { body }) });
}

/** 400 since 1.8; for what came later it has always been that. */
const unknown = onFields
  .filter((id) => !['2.0', '2.10'].includes(since[id] ?? ''))
  .map((id) =>
    rule(
      `${id} answers 400 for what does not exist since 1.8, and 500 before`,
      {
        evidence: 'documented',
        source: '001, Version History 1.8.0',
        roles: ['user'],
        answers: { 'editor.unknown-entity': '400' },
        ...sinceOf(id),
      },
      async (stage) => {
        const { ids } = await scene(stage);
        const status = stage.versions.customfieldEditor.atLeast('1.8') ? 400 : 500;
        const body = rightBody(id, ids, stage);
        for (const name of (Object.keys(ids) as (keyof Ids)[]).filter((one) => hasVariable(id, one))) {
          const path = { ...ids, [name]: stage.unknownId };
          await askBy(whoMay(id, stage), id, status, { path, ...(body === undefined ? {} : { body }) });
        }
      },
    ),
  );

const ofMultiLevels = {
  evidence: 'documented',
  source: '001, Version History 2.11.0',
  roles: ['user'],
  fieldTypes: [multiLevel],
} as const;

const multiLevels = onFields.map((id) =>
  rule(
    `${id} knows multi-level cascading select lists since 2.11`,
    {
      ...ofMultiLevels,
      answers: { 'editor.unsupported-type': ['400', '412'] },
      ...sinceOf(id),
    },
    async (stage) => {
      // Nobody can have a grant on a field that the app does not know.
      const granted = whoMay(id, stage) === stage.user && stage.versions.customfieldEditor.atLeast('2.11');
      const { ids } = await scene(stage, { granted, type: multiLevel });
      const chain = /^editorSet(Default)?DefaultValue$/.test(id) && { optionIds: [ids.optionId, ids.childOptionId] };
      const { status } = await sendRightly(stage, id, ids, chain || undefined);
      if (stage.versions.customfieldEditor.atLeast('2.11')) expect([200, 204]).toContain(status);
      else expect(status).toBeGreaterThanOrEqual(400);
    },
  ),
);

const lists = (['editorListCustomFields', 'editorListMyCustomFields'] as const).map((id) =>
  rule(
    `${id} knows multi-level cascading select lists since 2.11`,
    {
      ...ofMultiLevels,
      answers: { 'editor.field-type-names': 'short-for-supported', 'editor.unsupported-type': ['400', '412'] },
      ...sinceOf(id),
    },
    async (stage) => {
      const has = stage.versions.customfieldEditor;
      const { ids } = await scene(stage, { granted: has.atLeast('2.11'), type: multiLevel });
      const { body } = await whoMay(id, stage).ask(id, 200, has.atLeast('2.0') ? { query: { maxResults: 1000 } } : {});
      const listed = (Array.isArray(body) ? body : body.values) as readonly { fieldId: number; fieldType: string }[];
      const type = listed.find(({ fieldId }) => fieldId === ids.customFieldId)?.fieldType;
      if (has.atLeast('2.11')) expect(type).toBe(multiLevel);
      else expect(type).not.toBe(multiLevel);
    },
  ),
);

/** Whether the administrator of the run is a system administrator. */
async function isSystemAdministrator({ admin }: Stage): Promise<boolean> {
  const { body } = await admin.raw('GET', '/rest/api/2/mypermissions?permissions=SYSTEM_ADMIN');
  return body.permissions.SYSTEM_ADMIN.havePermission as boolean;
}

const administrators = (
  [
    'editorGetGlobalPermissions',
    'editorReplaceGlobalPermissions',
    'editorListContexts',
    'editorGetContextPermissions',
    'editorReplaceContextPermissions',
    'editorListMigrationTasksBefore20',
  ] as const
).map((id) =>
  rule(
    `${id} is for all administrators since 1.3, and for system administrators before`,
    {
      evidence: 'documented',
      source: '001, Version History 1.3.0',
      answers: { 'editor.admin-before-1.3': 'system-administrators' },
      ...(id === 'editorListMigrationTasksBefore20'
        ? { since: { customfieldEditor: '1.2.1' }, until: { customfieldEditor: '2.0' } }
        : sinceOf(id)),
    },
    async (stage) => {
      const { ids } = await scene(stage, { granted: false });
      const isRefused = !stage.versions.customfieldEditor.atLeast('1.3') && !(await isSystemAdministrator(stage));
      const body = rightBody(id, ids, stage);
      await askBy(stage.admin, id, isRefused ? 403 : 200, { path: ids, ...(body === undefined ? {} : { body }) });
    },
  ),
);

const expansions = (
  [
    ['editorListContexts', 'projects,issueTypes', '1.2.1', '1.5'],
    ['editorListMyContexts', 'projects,issueTypes', '1.2', '1.5'],
    ['editorGetGlobalPermissions', 'field,userlistWithFullnames', '1.2', '2.0'],
    ['editorGetContextPermissions', 'userlistWithFullnames', '1.2.1', '2.0'],
  ] as const
).map(([id, expand, version, expands]) =>
  rule(
    `${id} expands ${expand} since ${expands}`,
    {
      evidence: 'documented',
      source: `001, Version History ${expands}.0`,
      roles: ['user'],
      since: { customfieldEditor: version },
    },
    async (stage) => {
      const { field, ids } = await scene(stage);
      if (id === 'editorGetContextPermissions') await stage.grant(field, { contextId: field.contextId });
      const { body } = await whoMay(id, stage).ask(id, 200, { path: ids, query: { expand } });
      const told = Object.keys([body].flat()[0] as object);
      const names = expand.split(',');
      if (stage.versions.customfieldEditor.atLeast(expands)) expect(told).toEqual(expect.arrayContaining(names));
      else for (const name of names) expect(told).not.toContain(name);
    },
  ),
);

const principals = (['editorReplaceGlobalPermissions', 'editorReplaceContextPermissions'] as const).map((id) =>
  rule(
    `${id} refuses unknown users and groups since 2.0`,
    { evidence: 'documented', source: '001, Version History 2.0.0', roles: ['user'], ...sinceOf(id) },
    async (stage) => {
      const { ids } = await scene(stage);
      const grants = { userlist: [`${userName(stage)}-nobody`], grouplist: ['fjf-nobodies'] };
      const body = id === 'editorReplaceGlobalPermissions' ? grants : [{ contextId: ids.contextId, ...grants }];
      const status = stage.versions.customfieldEditor.atLeast('2.0') ? 400 : 200;
      await stage.admin.ask(id, status, { path: ids, body });
    },
  ),
);

const deletions = (
  [
    'editorDeleteDefaultOption',
    'editorDeleteOption',
    'editorDeleteDefaultChildOption',
    'editorDeleteChildOption',
    'editorDeleteDefaultDefaultValue',
    'editorDeleteDefaultValue',
  ] as const
).map((id) =>
  rule(
    `${id} is for administrators only where the app says so, since 2.4`,
    { evidence: 'documented', source: '001, Version History 2.4.0', roles: ['user'], ...sinceOf(id) },
    async (stage) => {
      const { ids } = await scene(stage);
      const { status } = await sendRightly(stage, id, ids);
      const told = stage.versions.customfieldEditor.atLeast('2.4')
        ? (await stage.user.ask('editorGetMyContext', 200, { path: ids })).body.authenticatedUserMeta
        : { userAllowedToDeleteOptions: true };
      if (told.userAllowedToDeleteOptions) expect([200, 204]).toContain(status);
      else expect(status).toBe(403);
    },
  ),
);

/** What a version changed, asked in the versions before it as well. */
export const history: readonly Check[] = [
  ...unknown,
  ...multiLevels,
  ...lists,
  ...administrators,
  ...expansions,
  ...principals,
  ...deletions,
  ...presenceChecks('customfield-editor', '001, Version History', {
    // Where what does not exist is answered with 404, it looks as if there were no such address.
    answers: { 'editor.unknown-entity': ['400', '500'] },
  }),
];
