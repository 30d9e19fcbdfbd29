import type { CustomfieldEditorOperations } from '@fake-jira/openapi';
import { requireFieldByReference, typeOf, type CustomField, type Id, type Option } from '@fake-jira/world';
import {
  ofEach,
  without,
  type RequestChange,
  type ResponseChange,
  type VersionChange,
} from '../../http/version-changes.js';
import type { EditorBehaviour } from './behaviour.js';
import { renderLevel, type RenderedOption } from './options.js';

type Change = VersionChange<keyof CustomfieldEditorOperations, EditorBehaviour>;
type Request = RequestChange<EditorBehaviour>;
type Response = ResponseChange<EditorBehaviour>;

/**
 * Before 1.2 a field was named as Jira names it, and `optionId` of children `parentOptionId` (Swagger of 1.1). Its bare
 * number was taken too, as was recorded.
 */
const legacyPath: Request = ({ path, ...rest }, { root }) => {
  const { customFieldId, parentOptionId: optionId, ...named } = path;
  const { id } = requireFieldByReference(root, String(customFieldId), 'both');
  return { ...rest, path: { ...named, customFieldId: id, ...(optionId !== undefined && { optionId }) } };
};

/** Before 1.2 options were shown with those below them. */
const withChildOptions: Response = (body, { world: { root } }) => {
  const nested = (option: RenderedOption): RenderedOption & { readonly childOptions?: unknown } => {
    const { fieldId, contextId } = root.options.get(option.id) as Option;
    if (typeOf(root.fields.get(fieldId) as CustomField).optionLevels < 2) return option;
    return { ...option, childOptions: renderLevel(root, contextId, option.id).map(nested) };
  };
  return Array.isArray(body) ? (body as RenderedOption[]).map(nested) : nested(body as RenderedOption);
};

const idAsText: Response = (body) => ({ id: String((body as { readonly id: Id }).id) });

/** Without one of these parameters a list of fields is whole. */
const isWhole: (call: Parameters<Response>[1]) => boolean = ({ behaviour, sent }) =>
  !behaviour.pageTriggers.some((name) => sent.has(name));

const wholeList: Request = (request, call) =>
  isWhole(call) ? { ...request, query: { ...request.query, startAt: 0, maxResults: Infinity } } : request;

const bareFields: Response = (body, call) => {
  if (!isWhole(call)) return body;
  const { values } = body as { readonly values: readonly Readonly<Record<string, unknown>>[] };
  return values.map(({ fieldId, fieldName, fieldType, fieldDescription }) => ({
    fieldId,
    fieldName,
    fieldType,
    fieldDescription,
  }));
};

const withoutFlags = without('isGlobal', 'isAllIssueTypes', 'isAllProjects');

/** Since 2.0 this is one operation of maintenance among others (001:5849). */
const deletingMigrationTasks: Request = (request) => ({
  ...request,
  body: { name: 'MaintenanceActionDeleteAllMigrationTaskInformation' },
});

/** Addresses before 1.2, with the operations that they became. */
const before12 = {
  editorLegacyListOptions: 'editorListDefaultOptions',
  editorLegacyCreateOption: 'editorCreateDefaultOption',
  editorLegacyUpdateOption: 'editorUpdateDefaultOption',
  editorLegacyDeleteOption: 'editorDeleteDefaultOption',
  editorLegacyMoveOption: 'editorMoveDefaultOption',
  editorLegacyListChildOptions: 'editorListDefaultChildOptions',
  editorLegacyCreateChildOption: 'editorCreateDefaultChildOption',
  editorLegacyUpdateChildOption: 'editorUpdateDefaultChildOption',
  editorLegacyDeleteChildOption: 'editorDeleteDefaultChildOption',
  editorLegacyMoveChildOption: 'editorMoveDefaultChildOption',
} as const;

const before20 = {
  editorListMigrationTasksBefore20: 'editorListMigrationTasks',
  editorClearMigrationTasksBefore20: 'editorExecuteMaintenanceOperation',
} as const;

/** Operations that others have taken the place of. */
export type ReplacedOperation = keyof typeof before12 | keyof typeof before20;

/** The histories of the document's operations, as far as they changed forms of what was there before. */
export const versionChanges: readonly Change[] = [
  {
    where: { until: { customfieldEditor: '1.2' } },
    replaced: before12,
    request: ofEach(Object.keys(before12) as (keyof typeof before12)[], legacyPath),
    response: {
      ...ofEach(Object.keys(before12) as (keyof typeof before12)[], withChildOptions),
      editorLegacyDeleteOption: idAsText,
      editorLegacyDeleteChildOption: idAsText,
    },
  },
  {
    where: { until: { customfieldEditor: '2.0' } },
    replaced: before20,
    request: { editorClearMigrationTasksBefore20: deletingMigrationTasks },
  },
  {
    where: { until: { customfieldEditor: '2.4' } },
    response: { editorGetMyContext: without('authenticatedUserMeta') },
  },
  {
    where: { until: { customfieldEditor: '2.10' } },
    response: ofEach(
      [
        'editorListCustomFields',
        'editorListContexts',
        'editorListMyCustomFields',
        'editorListMyContexts',
        'editorGetMyContext',
      ],
      withoutFlags,
    ),
  },
  {
    where: { until: { customfieldEditor: '3.0' } },
    request: { editorListCustomFields: wholeList, editorListMyCustomFields: wholeList },
    response: { editorListCustomFields: bareFields, editorListMyCustomFields: bareFields },
  },
  {
    where: { answers: { 'editor.empty-success': 'no-body' } },
    response: ofEach(
      [
        'editorReplaceGlobalPermissions',
        'editorPatchPermission',
        'editorReplaceContextPermissions',
        'editorSortDefaultOptions',
        'editorSortOptions',
        'editorSortDefaultChildOptions',
        'editorSortChildOptions',
        'editorExecuteMaintenanceOperation',
        'editorClearMigrationTasksBefore20',
      ],
      () => undefined,
    ),
  },
];
