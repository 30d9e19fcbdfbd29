import { appOptionInProject, isSelectable } from '../app-options/app-option-scope.js';
import { isDate, isDateTime, momentOf } from '../core/dates.js';
import { optionIdsOf, type FieldValue, type RichText } from '../core/field-values.js';
import { typeOf } from '../fields/fields.js';
import { customFieldId, idNumber, type Id } from '../core/ids.js';
import { optionsOfLevel } from '../options/option-order.js';
import { findOptionByValue } from '../options/options.js';
import { findGroup, findUser } from '../people/people.js';
import { findProject } from '../projects/projects.js';
import type { Context, CustomField, Option, Root } from '../core/root.js';
import type { IssueProblem, UnknownOption } from '../core/rule-error.js';

/** An option, an app's option or a version as a caller names it: by id, which wins, or by its text. */
export interface OptionName {
  readonly id?: Id | undefined;
  readonly value?: string | undefined;
}

export interface UserName {
  readonly accountId?: string | undefined;
  readonly name?: string | undefined;
}

export interface GroupName {
  readonly name?: string | undefined;
  readonly groupId?: string | undefined;
}

/** The value of a custom field as a request gives it. Empty texts and lists mean: no value. */
export type FieldValueInput =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'rich-text'; readonly content: RichText }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'date'; readonly date: string }
  /** ISO 8601, or milliseconds since 1970. */
  | { readonly kind: 'datetime'; readonly at: string | number }
  | { readonly kind: 'labels'; readonly labels: readonly string[] }
  | { readonly kind: 'option' | 'app-option'; readonly option: OptionName }
  | { readonly kind: 'options'; readonly options: readonly OptionName[] }
  /** From the first level down. */
  | { readonly kind: 'cascade'; readonly options: readonly OptionName[] }
  | { readonly kind: 'user'; readonly user: UserName }
  | { readonly kind: 'users'; readonly users: readonly UserName[] }
  | { readonly kind: 'group'; readonly group: GroupName }
  | { readonly kind: 'groups'; readonly groups: readonly GroupName[] }
  /** By id or key. */
  | { readonly kind: 'project'; readonly project: Id }
  | { readonly kind: 'version'; readonly version: OptionName }
  | { readonly kind: 'versions'; readonly versions: readonly OptionName[] }
  | { readonly kind: 'strings'; readonly values: readonly string[] }
  | { readonly kind: 'object'; readonly object: Readonly<Record<string, unknown>> }
  /** What the request has there has not the form of any value of the field. */
  | { readonly kind: 'unreadable'; readonly reason: string; readonly problem?: IssueProblem['problem'] };

/** Longest text of a text field or URL (Jira: "can't exceed 255 characters"). */
export const shortTextLimit = 255;
const shortTextTypes = new Set(['textfield', 'url']);

/**
 * The value that an input means in an issue of a project.
 *
 * @param context - the context that applies to the issue; its options are the only ones
 * @param problems - gets what is wrong with the input
 * @param current - what the issue has now: options in it stay allowed, though disabled since
 * @returns `null` for an empty value, and where there is a problem
 */
export function checkValue(
  root: Root,
  field: CustomField,
  context: Context | undefined,
  projectId: number,
  input: FieldValueInput,
  problems: IssueProblem[],
  current?: FieldValue,
): FieldValue | null {
  const { valueKind } = typeOf(field);
  if (input.kind === 'unreadable') {
    const { problem = 'unreadable', reason: detail } = input;
    problems.push({ field: customFieldId(field.id), fieldName: field.name, problem, detail });
    return null;
  }
  if (input.kind !== valueKind) {
    problems.push({ field: customFieldId(field.id), problem: 'unreadable', detail: `expected ${valueKind}` });
    return null;
  }
  const own: IssueProblem[] = [];
  const check = new ValueCheck(root, field, context, projectId, own, new Set(current ? optionIdsOf(current) : []));
  const value = check.value(input);
  problems.push(...own);
  return own.length > 0 ? null : value;
}

type ReadableInput = Exclude<FieldValueInput, { kind: 'unreadable' }>;

class ValueCheck {
  constructor(
    readonly root: Root,
    readonly field: CustomField,
    readonly context: Context | undefined,
    readonly projectId: number,
    readonly problems: IssueProblem[],
    readonly kept: ReadonlySet<number>,
  ) {}

  value(input: ReadableInput): FieldValue | null {
    switch (input.kind) {
      case 'text':
        return this.text(input.text);
      case 'rich-text':
        return 'text' in input.content && input.content.text === '' ? null : input;
      case 'number':
        return Number.isFinite(input.number) ? input : this.problem('unreadable', String(input.number));
      case 'date':
        return isDate(input.date) ? input : this.problem('not-a-date', input.date);
      case 'datetime':
        return this.moment(input.at);
      case 'labels':
        return this.labels(input.labels);
      case 'strings':
        return input.values.length === 0 ? null : input;
      case 'object':
        return input;
      case 'option': {
        const option = this.option(0, input.option, 'option');
        return option ? { kind: 'option', optionId: option.id } : null;
      }
      case 'options':
        return list(
          'options',
          this.each(input.options, (name) => this.option(0, name, 'options')?.id),
        );
      case 'cascade':
        return list('cascade', this.chain(input.options));
      case 'app-option':
        return this.appOption(input.option);
      case 'user': {
        const accountId = this.user(input.user);
        return accountId === undefined ? null : { kind: 'user', accountId };
      }
      case 'users': {
        const accountIds = this.each(input.users, (user) => this.user(user));
        return accountIds.length === 0 ? null : { kind: 'users', accountIds };
      }
      case 'group': {
        const name = this.group(input.group);
        return name === undefined ? null : { kind: 'group', name };
      }
      case 'groups': {
        const names = this.each(input.groups, (group) => this.group(group));
        return names.length === 0 ? null : { kind: 'groups', names };
      }
      case 'project': {
        const project = findProject(this.root, input.project);
        if (!project) return this.problem('unknown-project', String(input.project));
        return { kind: 'project', projectId: project.id };
      }
      case 'version': {
        const versionId = this.version(input.version);
        return versionId === undefined ? null : { kind: 'version', versionId };
      }
      case 'versions': {
        const versionIds = this.each(input.versions, (version) => this.version(version));
        return versionIds.length === 0 ? null : { kind: 'versions', versionIds };
      }
    }
  }

  private problem(problem: IssueProblem['problem'], detail: string, option?: UnknownOption): null {
    const { id, name } = this.field;
    this.problems.push({ field: customFieldId(id), fieldName: name, problem, detail, ...(option && { option }) });
    return null;
  }

  /** What the inputs name, each once; what names nothing has left a problem behind. */
  private each<Input, Found>(inputs: readonly Input[], find: (input: Input) => Found | undefined): Found[] {
    return [...new Set(inputs.flatMap((input) => find(input) ?? []))] as Found[];
  }

  private text(text: string): FieldValue | null {
    const { shortKey } = typeOf(this.field);
    if (text === '') return null;
    if (shortTextTypes.has(shortKey) && text.length > shortTextLimit) {
      return this.problem('too-long', String(text.length));
    }
    if (shortKey === 'url' && !URL.canParse(text)) return this.problem('unreadable', text);
    return { kind: 'text', text };
  }

  private moment(at: string | number): FieldValue | null {
    if (typeof at === 'string' ? isDateTime(at) : Number.isFinite(at)) {
      return { kind: 'datetime', at: typeof at === 'string' ? momentOf(at) : at };
    }
    return this.problem('not-a-date', String(at));
  }

  private labels(labels: readonly string[]): FieldValue | null {
    for (const label of labels) {
      if (label === '' || /\s/.test(label)) this.problem('label-with-space', label);
      else if (label.length > shortTextLimit) this.problem('too-long', label);
    }
    return labels.length === 0 ? null : { kind: 'labels', labels: [...new Set(labels)] };
  }

  /** The option of a level that a name means; it belongs to the context that applies. */
  private option(parentId: number, name: OptionName, as: UnknownOption['as']): Option | null {
    const option = this.context && findOption(this.root, this.context.id, parentId, name);
    if (!option) {
      const allowed = this.context ? [...optionsOfLevel(this.root, this.context.id, parentId)] : [];
      const namedBy = name.id === undefined ? 'value' : 'id';
      return this.problem('unknown-option', nameText(name), { namedBy, as, allowed });
    }
    if (option.disabled && !this.kept.has(option.id)) return this.problem('disabled-option', nameText(name));
    return option;
  }

  private chain(names: readonly OptionName[]): number[] {
    const optionIds: number[] = [];
    for (const name of names) {
      const option = this.option(optionIds.at(-1) ?? 0, name, 'cascade');
      if (!option) break;
      optionIds.push(option.id);
    }
    return optionIds;
  }

  private appOption(name: OptionName): FieldValue | null {
    const option = appOptionInProject(this.root, this.field.id, this.projectId, name);
    if (!option) return this.problem('unknown-option', nameText(name));
    if (!isSelectable(option, this.projectId) && !this.kept.has(option.id)) {
      return this.problem('not-selectable', nameText(name));
    }
    return { kind: 'app-option', optionId: option.id };
  }

  private user({ accountId, name }: UserName): string | undefined {
    const user = accountId === undefined ? findUser(this.root, name ?? '') : this.root.users.get(accountId);
    if (!user) this.problem('unknown-user', accountId ?? name ?? '');
    return user?.accountId;
  }

  private group({ name, groupId }: GroupName): string | undefined {
    const group = findGroup(this.root, groupId ?? name ?? '');
    if (!group) this.problem('unknown-group', groupId ?? name ?? '');
    return group?.name;
  }

  private version(name: OptionName): number | undefined {
    const versions = this.root.projects.get(this.projectId)?.versions ?? [];
    const { id, value } = name;
    const version = versions.find((one) => (id === undefined ? one.name === value : one.id === idNumber(id)));
    if (!version) this.problem('unknown-version', nameText(name));
    return version?.id;
  }
}

function list(kind: 'options' | 'cascade', optionIds: readonly number[]): FieldValue | null {
  return optionIds.length === 0 ? null : { kind, optionIds };
}

function findOption(root: Root, contextId: number, parentId: number, { id, value }: OptionName): Option | undefined {
  if (id === undefined) {
    return value === undefined ? undefined : findOptionByValue(root, contextId, parentId, value, { ignoreCase: false });
  }
  const option = root.options.get(idNumber(id));
  return option?.contextId === contextId && option.parentId === parentId ? option : undefined;
}

function nameText({ id, value }: OptionName): string {
  return String(id ?? value ?? '');
}
