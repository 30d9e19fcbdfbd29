import type { Change, Side } from './change.js';
import { contextOf, isSuccess, namesOf } from './requests.js';
import { multiLevelIds } from './world.js';

const version = '2.11.0';
const type = 'multi-level-cascading-select';
const { customFieldId } = multiLevelIds('default');

const onMultiLevel = ({ send, operationId }: Side) => send({ ids: multiLevelIds(contextOf(operationId)) });

/** The field in a list of fields. */
async function listed({ send }: Side) {
  const { body } = await send({ query: '?maxResults=100' });
  const fields = (Array.isArray(body) ? body : (body as { values: unknown }).values) as {
    fieldId: number;
    fieldType: string;
  }[];
  return fields.find(({ fieldId }) => fieldId === customFieldId);
}

export const multiLevel: readonly Change[] = [
  {
    version,
    what: 'fields of the new type have its short name',
    unknownBefore: 'editor.field-type-names',
    async before(side) {
      const full = (await listed(side))?.fieldType;
      expect([full === type, full?.endsWith(`:${type}`)]).toEqual([false, true]);
      expect(await listed(side.under({ 'editor.field-type-names': 'short-for-all' }))).toMatchObject({
        fieldType: type,
      });
    },
    since: async (side) => expect(await listed(side)).toMatchObject({ fieldType: type }),
    lines: { 102: 'editorListCustomFields' },
  },
  {
    version,
    what: 'fields of the new type are listed',
    unknownBefore: 'editor.unsupported-type',
    async before(side) {
      expect(await listed(side)).toBeUndefined();
      expect(await listed(side.under({ 'editor.unsupported-type': 'accepted' }))).toBeDefined();
    },
    since: async (side) => expect(await listed(side)).toMatchObject({ fieldType: type }),
    lines: { 1539: 'editorListMyCustomFields' },
  },
  {
    version,
    what: 'fields of the new type are served',
    unknownBefore: 'editor.unsupported-type',
    async before(side) {
      const refused = await onMultiLevel(side);
      expect([refused.status, namesOf(refused)]).toEqual([400, ['customFieldId']]);
      const accepted = await onMultiLevel(side.under({ 'editor.unsupported-type': 'accepted' }));
      expect([accepted.status, isSuccess(accepted)]).toEqual([accepted.status, true]);
    },
    async since(side) {
      const served = await onMultiLevel(side);
      expect([served.status, isSuccess(served)]).toEqual([served.status, true]);
    },
    lines: {
      362: 'editorGetGlobalPermissions',
      480: 'editorReplaceGlobalPermissions',
      615: 'editorPatchPermission',
      800: 'editorListContexts',
      946: 'editorCreateContext',
      1058: 'editorUpdateContext',
      1163: 'editorDeleteContext',
      1274: 'editorGetContextPermissions',
      1384: 'editorReplaceContextPermissions',
      1791: 'editorListMyContexts',
      1918: 'editorGetMyContext',
      2127: 'editorListDefaultOptions',
      2243: 'editorCreateDefaultOption',
      2378: 'editorUpdateDefaultOption',
      2485: 'editorDeleteDefaultOption',
      2583: 'editorMoveDefaultOption',
      2761: 'editorGetDefaultDefaultValue',
      2908: 'editorSetDefaultDefaultValue',
      3050: 'editorDeleteDefaultDefaultValue',
      3126: 'editorSortDefaultOptions',
      3219: 'editorListOptions',
      3337: 'editorCreateOption',
      3474: 'editorUpdateOption',
      3583: 'editorDeleteOption',
      3683: 'editorMoveOption',
      3863: 'editorGetDefaultValue',
      4013: 'editorSetDefaultValue',
      4158: 'editorDeleteDefaultValue',
      4237: 'editorSortOptions',
      4334: 'editorListDefaultChildOptions',
      4453: 'editorCreateDefaultChildOption',
      4592: 'editorUpdateDefaultChildOption',
      4703: 'editorDeleteDefaultChildOption',
      4805: 'editorMoveDefaultChildOption',
      4911: 'editorSortDefaultChildOptions',
      5008: 'editorListChildOptions',
      5129: 'editorCreateChildOption',
      5270: 'editorUpdateChildOption',
      5383: 'editorDeleteChildOption',
      5487: 'editorMoveChildOption',
      5595: 'editorSortChildOptions',
    },
  },
];
