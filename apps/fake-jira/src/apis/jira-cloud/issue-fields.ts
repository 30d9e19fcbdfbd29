import {
  findField,
  typeOf,
  type CustomField,
  type FieldValueInput,
  type Issue,
  type IssueDetailsInput,
  type IssueProblem,
  type NewIssue,
  type Root,
  type UserName,
} from '@fake-jira/world';
import type { JiraBehaviour } from './behaviour.js';
import { currentDetails, currentItems, sameItem } from './list-items.js';
import {
  isListKind,
  listInput,
  readItem,
  readItems,
  readName,
  readPriority,
  readRichText,
  readText,
  readUserOrNobody,
  readValue,
  requireNames,
  Unreadable,
  type ListItems,
  type ListKind,
} from './read-value.js';
import { readTimeTracking } from './read-time-tracking.js';

/** What a request says about the fields of an issue. */
export interface IssueRequest {
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
  readonly update?: Readonly<Record<string, readonly FieldOperation[]>> | undefined;
}

type FieldOperation = Readonly<Record<string, unknown>>;

/** What reading a request needs to know. */
export interface ReadingView {
  readonly root: Root;
  readonly restVersion: string;
  readonly behaviour: Pick<JiraBehaviour, 'usersBy'>;
}

type Parts = { -readonly [Name in keyof NewIssue]: NewIssue[Name] };

/**
 * The fields of a create or an edit as inputs for the world. What cannot be read is handed on as a problem, so that
 * all mistakes of a request come back together.
 *
 * @param current - the issue to edit, to whose lists `update` adds
 */
export function readIssueFields(request: IssueRequest, view: ReadingView, current?: Issue): NewIssue {
  return new Reading(view, current).read(request);
}

class Reading {
  readonly #view: ReadingView;
  readonly #current: Issue | undefined;
  readonly #values: Record<string, FieldValueInput | null> = {};
  readonly #problems: IssueProblem[] = [];
  readonly #unknown: string[] = [];
  readonly #parts: Parts = {};
  readonly #details: { -readonly [Name in keyof IssueDetailsInput]: IssueDetailsInput[Name] } = {};

  constructor(view: ReadingView, current: Issue | undefined) {
    this.#view = view;
    this.#current = current;
  }

  read({ fields = {}, update = {} }: IssueRequest): NewIssue {
    for (const [name, json] of Object.entries(fields)) {
      if (Object.hasOwn(update, name)) this.#problem(name, "the field stands in both 'fields' and 'update'");
      else this.#field(name, [{ set: json }]);
    }
    for (const [name, operations] of Object.entries(update)) {
      if (!Object.hasOwn(fields, name)) this.#field(name, operations);
    }
    const details = Object.keys(this.#details).length === 0 ? undefined : this.#details;
    return { ...this.#parts, details, values: this.#values, problems: this.#problems, unknownFields: this.#unknown };
  }

  #field(name: string, operations: readonly FieldOperation[]): void {
    const field = findField(this.#view.root, name);
    if (field) {
      this.#values[name] = this.#customValue(field, operations);
      return;
    }
    try {
      if (!this.#systemField(name, operations)) this.#unknown.push(name);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.#problems.push({ field: name, problem: error.problem, detail: error.message });
    }
  }

  #problem(field: string, detail: string): void {
    this.#problems.push({ field, problem: 'unreadable', detail });
  }

  #customValue(field: CustomField, operations: readonly FieldOperation[]): FieldValueInput | null {
    const { valueKind } = typeOf(field);
    try {
      if (!isListKind(valueKind)) {
        const value = readValue(valueKind, lastSet(operations), this.#view.restVersion);
        requireNames(value, this.#view.behaviour.usersBy);
        return value;
      }
      const items = currentItems(this.#view.root, this.#current, field.id);
      return listInput(valueKind, applyToList(valueKind, items, operations));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return { kind: 'unreadable', reason: error.message, problem: error.problem };
    }
  }

  /** @returns whether the world keeps such a field of an issue */
  #systemField(name: string, operations: readonly FieldOperation[]): boolean {
    const parts = this.#parts;
    switch (name) {
      case 'summary': {
        const json = lastSet(operations);
        parts.summary = json === null ? null : readText(json);
        return true;
      }
      case 'description': {
        const json = lastSet(operations);
        parts.description = json === null ? null : readRichText(json, this.#view.restVersion);
        return true;
      }
      case 'environment': {
        const json = lastSet(operations);
        this.#details.environment = json === null ? null : readRichText(json, this.#view.restVersion);
        return true;
      }
      case 'duedate': {
        const json = lastSet(operations);
        this.#details.duedate = json === null ? null : readText(json);
        return true;
      }
      case 'timetracking':
        this.#details.timetracking = readTimeTracking(operations);
        return true;
      case 'priority': {
        const json = lastSet(operations);
        this.#details.priority = json === null ? null : readPriority(json);
        return true;
      }
      case 'components':
      case 'fixVersions':
      case 'versions': {
        const items = currentDetails(this.#view.root, this.#current, name);
        this.#details[name] = applyToList('versions', items, operations);
        return true;
      }
      case 'labels':
        parts.labels = applyToList('labels', this.#current?.labels ?? [], operations);
        return true;
      case 'assignee':
        parts.assignee = this.#person(operations);
        return true;
      case 'reporter':
        parts.reporter = this.#person(operations);
        return true;
      case 'parent':
        parts.parent = readName(lastSet(operations), ['id', 'key']);
        return true;
      case 'issuetype':
        parts.issueType = readName(lastSet(operations), ['id', 'name']);
        return true;
      case 'project': {
        const project = readName(lastSet(operations), ['id', 'key']);
        if (this.#current) return this.#isProjectOf(this.#current, project);
        parts.project = project;
        return true;
      }
      default:
        return false;
    }
  }

  #person(operations: readonly FieldOperation[]): UserName | null {
    const user = readUserOrNobody(lastSet(operations));
    requireNames(user && { kind: 'user', user }, this.#view.behaviour.usersBy);
    return user;
  }

  /** An edit moves no issue to another project; to name its own says nothing. */
  #isProjectOf({ projectId }: Issue, idOrKey: string | number): boolean {
    return String(projectId) === String(idOrKey) || this.#view.root.projects.get(projectId)?.key === idOrKey;
  }
}

/** What the last operation of a field sets, which holds one value and knows no other verb. */
function lastSet(operations: readonly FieldOperation[]): unknown {
  for (const operation of operations) requireVerbs(operation, ['set']);
  return operations.at(-1)?.set ?? null;
}

function requireVerbs(operation: FieldOperation, known: readonly string[]): void {
  const verbs = Object.keys(operation);
  const unknown = verbs.filter((verb) => !known.includes(verb));
  if (verbs.length === 0 || unknown.length > 0) {
    throw new Unreadable(
      `the field can be changed with ${known.join(', ')}, not with ${unknown.join(', ') || 'nothing'}`,
    );
  }
}

/** A list after operations, one after the other. */
function applyToList<Kind extends ListKind>(
  kind: Kind,
  current: readonly ListItems[Kind][],
  operations: readonly FieldOperation[],
): ListItems[Kind][] {
  let items = [...current];
  for (const operation of operations) {
    requireVerbs(operation, ['set', 'add', 'remove']);
    if ('set' in operation) items = operation.set === null ? [] : readItems(kind, operation.set);
    if ('add' in operation) items.push(readItem(kind, operation.add));
    if ('remove' in operation) {
      const removed = readItem(kind, operation.remove);
      items = items.filter((item) => !sameItem(item, removed));
    }
  }
  return items;
}
