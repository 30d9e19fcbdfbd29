import type { FieldValue } from '../core/field-values.js';
import { plainText } from '../core/plain-text.js';
import type { Issue, Root } from '../core/root.js';
import { findUser } from '../people/people.js';

/** A value as the history keeps it: what it is by, where it is something with an id, and how people read it. */
export interface HistoryValue {
  readonly id: string | null;
  readonly text: string | null;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `31/Jan/26`, as Jira shows days unless set up otherwise. */
function shortDay(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)}/${months[Number(month) - 1]}/${year.slice(-2)}`;
}

/** The day of a due date: `2026-01-31 00:00:00.0`. */
export function dayText(date: string): string {
  return `${date} 00:00:00.0`;
}

function momentText(at: number): string {
  const iso = new Date(at).toISOString();
  const hours = Number(iso.slice(11, 13));
  return `${shortDay(iso.slice(0, 10))} ${hours % 12 || 12}:${iso.slice(14, 16)} ${hours < 12 ? 'AM' : 'PM'}`;
}

const text = (value: string): HistoryValue => ({ id: null, text: value });
const list = (ids: readonly (number | string)[], names: readonly string[], join = ','): HistoryValue => ({
  id: `[${ids.join(', ')}]`,
  text: names.join(join),
});

/** The value of a custom field in the forms of Jira's history. */
export function historyValue(value: FieldValue, fieldId: number, issue: Issue, root: Root): HistoryValue {
  const optionText = (id: number) => root.options.get(id)?.value ?? '';
  const nameOf = (accountId: string) => findUser(root, accountId)?.displayName ?? accountId;
  const versionName = (id: number) =>
    root.projects.get(issue.projectId)?.versions.find((version) => version.id === id)?.name ?? '';
  switch (value.kind) {
    case 'sealed':
      return { id: null, text: null };
    case 'text':
      return text(value.text);
    case 'rich-text':
      return text(plainText(value.content));
    case 'number':
      return text(String(value.number));
    case 'date':
      return { id: value.date, text: shortDay(value.date) };
    case 'datetime':
      return { id: new Date(value.at).toISOString().replace(/\.\d+Z$/, '+0000'), text: momentText(value.at) };
    case 'labels':
      return text(value.labels.join(' '));
    case 'strings':
      return text(value.values.join(','));
    case 'object':
      return text(JSON.stringify(value.object));
    case 'option':
      return { id: String(value.optionId), text: optionText(value.optionId) };
    case 'options':
      return list(value.optionIds, value.optionIds.map(optionText));
    case 'cascade':
      return text(value.optionIds.map((id, at) => `${levelName(at)}: ${optionText(id)}(${id})`).join(''));
    case 'app-option':
      return { id: String(value.optionId), text: root.appOptions.get([fieldId, value.optionId])?.value ?? null };
    case 'user':
      return { id: value.accountId, text: nameOf(value.accountId) };
    case 'users':
      return list(value.accountIds, value.accountIds.map(nameOf));
    case 'group':
      return text(value.name);
    case 'groups':
      return list(value.names, value.names);
    case 'project':
      return { id: String(value.projectId), text: root.projects.get(value.projectId)?.name ?? null };
    case 'version':
      return { id: String(value.versionId), text: versionName(value.versionId) };
    case 'versions':
      return list(value.versionIds, value.versionIds.map(versionName));
  }
}

function levelName(at: number): string {
  return at === 0 ? 'Parent values' : `Level ${at} values`;
}
