import {
  contextFor,
  creatableIssueTypes,
  customFieldId,
  defaultFieldValue,
  fieldKey,
  isProtected,
  issueTypesOfProject,
  liveFields,
  offeredFields,
  optionsOfLevel,
  priorities,
  selectableAppOptions,
  typeOf,
  usualPriority,
  type Context,
  type CustomField,
  type FieldType,
  type Issue,
  type IssueType,
  type OfferedField,
  type Operation,
  type Project,
  type SystemField,
} from '@fake-jira/world';
import { autoCompleteUrl } from './auto-complete.js';
import type { View } from './call.js';
import { renderIssueType } from './issue-types.js';
import { renderAppOption } from './render-app-option.js';
import { customFieldSchema } from './render-field.js';
import { renderPriority } from './issue-classes.js';
import { renderComponent } from './render-component.js';
import { renderProjectName } from './render-project.js';
import { renderVersion } from './render-version.js';
import { renderOptionValue, renderValue } from './render-value.js';

/** Which issue the fields are of. */
export interface Place {
  readonly project: Project;
  readonly issueType: IssueType;
  readonly operation: Operation;
  /** The issue that is edited. */
  readonly issue?: Issue;
  /** Whether custom fields count that are on no screen. */
  readonly everyField: boolean;
}

/** The fields that can be set in an issue, each with everything that a response can say of it (`FieldMetadata`). */
export function fieldMetas(place: Place, view: View) {
  return fieldsOf(place, view).map((one) => fieldMeta(one, place, view));
}

/** The fields that can be set in an issue. */
export function fieldsOf(place: Place, view: View): readonly OfferedField[] {
  const offered = offeredFields(view.root, place, view.behaviour.offerRules);
  return place.everyField ? [...offered, ...offScreen(offered, place, view)] : offered;
}

/** The custom fields that a context lets apply, but that stand on no screen of the project. */
function offScreen(offered: readonly OfferedField[], { project, issueType }: Place, { root }: View): OfferedField[] {
  const onScreen = new Set(offered.flatMap((one) => ('field' in one ? one.field.id : [])));
  return [...liveFields(root)].flatMap((field) => {
    const context =
      onScreen.has(field.id) || isProtected(field) ? undefined : contextFor(root, field.id, project.id, issueType.id);
    return context ? { field, context, required: false } : [];
  });
}

/** What a response can say of a field that can be set in an issue. */
export function fieldMeta(offered: OfferedField, place: Place, view: View) {
  if ('system' in offered) return systemMeta(offered.system, offered.required, place, view);
  const { field, context, required } = offered;
  const value = defaultFieldValue(view.root, field, context, place.project, view.now);
  return {
    required,
    schema: customFieldSchema(field),
    name: field.name,
    key: fieldKey(field),
    fieldId: customFieldId(field.id),
    autoCompleteUrl: autoCompleteUrl(field, { ...place, issue: place.issue, links: view.links }),
    hasDefaultValue: value !== null,
    defaultValue: value ? renderValue(value, field.id, place.project, view) : undefined,
    operations: operationsOf(typeOf(field).schema),
    allowedValues: allowedCustomValues(field, context, place.project, view),
  };
}

function systemMeta(field: SystemField, required: boolean, place: Place, view: View) {
  const { id, schema = { type: 'string', system: field.id } } = field;
  return {
    required: required || (id === 'reporter' && view.behaviour.reporter.isRequired(place.project)),
    schema: { ...schema },
    name: view.behaviour.systemFields.nameOf(field),
    key: id,
    fieldId: id,
    autoCompleteUrl: view.behaviour.autoCompletes[id]?.({ ...place, issue: place.issue, links: view.links }),
    hasDefaultValue: id === 'priority' || (id === 'reporter' && view.behaviour.reporter.hasDefault),
    defaultValue: id === 'priority' ? renderPriority(usualPriority, view) : undefined,
    operations: view.behaviour.operationsOn[id] ?? operationsOf(schema),
    allowedValues: allowedSystemValues(id, place, view),
  };
}

/** What an edit can do with a field. To change the type of an issue takes more than an edit. */
function operationsOf({ type, items }: FieldType['schema']): string[] {
  if (type === 'issuetype') return [];
  if (type !== 'array') return ['set'];
  return items === 'version' ? ['set', 'add', 'remove'] : ['add', 'set', 'remove'];
}

function allowedSystemValues(id: string, { project, issueType, operation }: Place, view: View): object[] | undefined {
  if (id === 'issuerestriction') return [];
  if (id === 'project') return [renderProjectName(project, view)];
  if (id === 'priority') return priorities.map((priority) => renderPriority(priority, view));
  if (id === 'components') return project.components.map((component) => renderComponent(component, view));
  if (id === 'fixVersions' || id === 'versions') return selectableVersions(project, view);
  if (id !== 'issuetype') return undefined;
  const types =
    operation === 'create' ? creatableIssueTypes(view.root, project) : issueTypesOfProject(view.root, project);
  return types
    .filter((type) => (operation === 'create' ? type.id === issueType.id : type.subtask === issueType.subtask))
    .map((type) => renderIssueType(type, view));
}

/** What can be chosen: exactly the enabled options of the context that applies. */
function allowedCustomValues(field: CustomField, context: Context, project: Project, view: View): object[] | undefined {
  switch (typeOf(field).valueKind) {
    case 'option':
    case 'options':
      return enabledOptions(context, 0, 1, view);
    case 'cascade':
      return enabledOptions(context, 0, typeOf(field).optionLevels, view);
    case 'app-option':
      return selectableAppOptions(view.root, fieldKey(field), { projectId: project.id }).map(renderAppOption);
    case 'project':
      return [...view.root.projects.values()].map((one) => renderProjectName(one, view));
    case 'version':
    case 'versions':
      return selectableVersions(project, view);
    default:
      return undefined;
  }
}

function selectableVersions(project: Project, view: View): object[] {
  return project.versions
    .filter((version) => !version.archived)
    .map((version) => renderVersion(version, project, view));
}

function enabledOptions(context: Context, parentId: number, levels: number, view: View): object[] {
  return [...optionsOfLevel(view.root, context.id, parentId)]
    .filter((option) => !option.disabled)
    .map((option) => ({
      ...renderOptionValue(option, view),
      ...(levels > 1 && { children: enabledOptions(context, option.id, levels - 1, view) }),
    }));
}
