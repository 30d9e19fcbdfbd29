import { expect } from 'expect';
import type { OperationId } from '@fake-jira/openapi';
import type { Needs } from '../../check.js';
import type { AddressParts } from '@fake-jira/openapi';
import type { Person } from '../../stage/person.js';
import type { Stage } from '../../stage/stage.js';

/** What every check of the options of an app's field cannot do without. */
export const ofApp: Needs = { appField: true };

export interface AppOption {
  readonly id: number;
  readonly value: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly config?: { readonly scope?: Readonly<Record<string, unknown>>; readonly attributes?: readonly string[] };
}

/** A new option of the app's field, which is removed behind the check. */
export async function newOption(
  stage: Stage,
  more: Readonly<Record<string, unknown>> = {},
  who: Person = stage.admin,
): Promise<AppOption> {
  const value = stage.name('option');
  const entry = stage.makes('app-option', value);
  const path = { fieldKey: stage.appField };
  const { body } = await who.ask('createIssueFieldOption', 200, { path, body: { value, ...more } });
  entry.made(`${stage.appField}/${body.id}`);
  return body as AppOption;
}

/** An option that was there, and is not any more. */
export async function goneOption(stage: Stage): Promise<AppOption> {
  const option = await newOption(stage);
  await stage.admin.ask('deleteIssueFieldOption', 204, { path: at(stage, option) });
  return option;
}

export const at = ({ appField }: Stage, { id }: Pick<AppOption, 'id'>) => ({ fieldKey: appField, optionId: id });

type OptionList = Extract<
  OperationId,
  'getAllIssueFieldOptions' | 'getSelectableIssueFieldOptions' | 'getVisibleIssueFieldOptions'
>;

/** Every option that a list has, from page to page. */
export async function listed(
  { appField }: Stage,
  who: Person,
  id: OptionList,
  query: NonNullable<AddressParts['query']> = {},
): Promise<AppOption[]> {
  const found: AppOption[] = [];
  for (;;) {
    const page = { ...query, startAt: found.length };
    const { body } = await who.ask(id, 200, { path: { fieldKey: appField }, query: page });
    const values = body.values as AppOption[];
    // What it has on two pages it has on all of them.
    expect(idsOf(found)).not.toContain(values[0]?.id);
    found.push(...values);
    if (body.isLast || values.length === 0) return found;
  }
}

export const idsOf = (options: readonly AppOption[]) => options.map(({ id }) => id);

/** An issue that has an option, in the first project of the sandbox. */
export const issueWith = (stage: Stage, { id }: AppOption) => stage.issue({ [stage.appField]: { id } });

/** The id of the option that an issue has; `null` for none. */
export async function optionOf(stage: Stage, issueKey: string): Promise<number | null> {
  const query = { fields: stage.appField, fieldsByKeys: true };
  const { body } = await stage.admin.ask('getIssue', 200, { path: { issueIdOrKey: issueKey }, query });
  const [value] = Object.values(body.fields as Record<string, { id: number | string } | null>);
  return value ? Number(value.id) : null;
}
