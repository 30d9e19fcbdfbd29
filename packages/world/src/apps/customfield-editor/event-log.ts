import { createHash } from 'node:crypto';
import { customFieldId } from '../../core/ids.js';
import { remember } from '../../core/memory.js';
import type { JiraEvent } from '../../core/events.js';
import type { Context, CustomField, Moment, Root } from '../../core/root.js';
import type { Transaction } from '../../core/transaction.js';

/*
 * The event log of Customfield Editor. What happens in Jira makes its entries, through whichever API it comes. Only
 * `CustomFieldCreatedEvent` is in a document; the other names are ours (`editor.event-log-events`).
 */

const ofFields = {
  'field-created': 'CustomFieldCreatedEvent',
  'field-updated': 'CustomFieldUpdatedEvent',
  'field-trashed': 'CustomFieldTrashedEvent',
  'field-restored': 'CustomFieldRestoredEvent',
  'field-deleted': 'CustomFieldDeletedEvent',
} as const;

const ofContexts = {
  'context-created': 'CustomFieldContextCreatedEvent',
  'context-updated': 'CustomFieldContextUpdatedEvent',
  'context-deleted': 'CustomFieldContextDeletedEvent',
  'default-value-updated': 'CustomFieldDefaultValueUpdatedEvent',
} as const;

const ofOptions = {
  'options-created': 'CustomFieldOptionCreatedEvent',
  'options-updated': 'CustomFieldOptionUpdatedEvent',
  'options-moved': 'CustomFieldOptionMovedEvent',
  'options-sorted': 'CustomFieldOptionSortedEvent',
  'options-deleted': 'CustomFieldOptionDeletedEvent',
} as const;

type Values<Names> = Names[keyof Names];

export type EventName =
  | Values<typeof ofFields>
  | Values<typeof ofContexts>
  | Values<typeof ofOptions>
  | 'CustomFieldPermissionUpdatedEvent'
  | 'JobScheduledEvent'
  | 'JobFinishedEvent';

/** Something that happened. */
export interface EventLogEntry {
  readonly id: number;
  readonly at: Moment;
  readonly name: EventName;
  /** To what, such as `ID customfield_10000`. */
  readonly details: string;
}

/** Writes an entry; nothing before the app is enabled, that is while a world is being built. */
export function logEvent(tx: Transaction, name: EventName, details: string): void {
  if (tx.root.maintenance.enabledAt === null) return;
  const id = tx.nextId('event');
  tx.put('events', id, { id, at: tx.now, name, details });
}

/** The details of an event of a field, in the documented form (001:6021). */
export function aboutField(fieldId: number): string {
  return `ID ${customFieldId(fieldId)}`;
}

/** The details of an event of a context. */
export function aboutContext({ fieldId, id }: Pick<Context, 'fieldId' | 'id'>): string {
  return `${aboutField(fieldId)}, context ${id}`;
}

/** Writes the entry of what has happened in Jira, where it makes one: of several options at once it makes one. */
export function logJiraEvent(tx: Transaction, event: JiraEvent): void {
  if (isOf(ofFields, event)) logEvent(tx, ofFields[event.type], aboutField(subjectOf(event).id));
  else if (isOf(ofOptions, event)) {
    const { context, options } = event;
    if (options.length === 0) return;
    const which = options.length === 1 ? `option ${options[0]?.id}` : `${options.length} options`;
    logEvent(tx, ofOptions[event.type], `${aboutContext(context)}, ${which}`);
  } else if (isOf(ofContexts, event)) {
    // That its contexts go with a field, the entry of the field says.
    if (event.type === 'context-deleted' && event.withField) return;
    logEvent(tx, ofContexts[event.type], aboutContext(subjectOf(event)));
  }
}

function isOf<Names extends object>(names: Names, event: JiraEvent): event is EventOf<Names> {
  return Object.hasOwn(names, event.type);
}

type EventOf<Names> = Extract<JiraEvent, { readonly type: keyof Names }>;

/** What an event of a field, or of a context, is of. */
function subjectOf<Subject extends CustomField | Context>(
  event: { readonly after: Subject } | { readonly before: Subject },
): Subject {
  return 'after' in event ? event.after : event.before;
}

/** Of which changes the event log has entries. */
export type LoggedEvents = 'all-changes' | 'fields-only' | 'created-only';

/** What the event log can be ordered by, as the API names it. */
export const eventOrderKeys = ['name', 'details', 'dateTime', 'hash'] as const;
export type EventOrderKey = (typeof eventOrderKeys)[number];

export interface EventQuery {
  readonly events: LoggedEvents;
  /** Part of the name or the details, in any case. */
  readonly filter?: string | undefined;
  /** Absent: the newest first. */
  readonly orderBy?: { readonly key: EventOrderKey; readonly descending: boolean } | undefined;
}

/** The entries of the event log that a query asks for, in its order; of those with equal keys the newest first. */
export function eventLog(root: Root, { events, filter = '', orderBy }: EventQuery): readonly EventLogEntry[] {
  const { key, descending } = orderBy ?? { key: 'dateTime', descending: true };
  const memory = `events ${JSON.stringify([events, filter, key, descending])}`;
  return remember(root, memory, () => {
    const text = filter.toLowerCase();
    const found = [...root.events.values()].filter(
      (entry) => isLogged(entry, events) && `${entry.name}\n${entry.details}`.toLowerCase().includes(text),
    );
    const keyed = found.map((entry) => [orderKey(entry, key), entry] as const);
    const direction = descending ? -1 : 1;
    keyed.sort(([a, one], [b, other]) => (a < b ? -direction : a > b ? direction : newestFirst(one, other)));
    return keyed.map(([, entry]) => entry);
  });
}

function isLogged({ name }: EventLogEntry, events: LoggedEvents): boolean {
  if (events === 'all-changes') return true;
  if (events === 'created-only') return name === 'CustomFieldCreatedEvent';
  return Object.values<EventName>(ofFields).includes(name);
}

function orderKey(entry: EventLogEntry, key: EventOrderKey): string | number {
  if (key === 'dateTime') return entry.at;
  return key === 'hash' ? eventHash(entry) : entry[key];
}

function newestFirst(one: EventLogEntry, other: EventLogEntry): number {
  return other.at - one.at || other.id - one.id;
}

/** 64 hexadecimal digits over the whole entry: SHA-256. What the app's own covers, no document says. */
export function eventHash({ id, at, name, details }: EventLogEntry): string {
  // Worked out when it is read, so that writing in bulk costs nothing.
  return createHash('sha256').update([id, at, name, details].join('\n')).digest('hex');
}

/** Deletes entries: those that are older than a moment, or every one. */
export function deleteEventLogs(tx: Transaction, { olderThan = Infinity }: { olderThan?: Moment } = {}): void {
  const old = [...tx.root.events.values()].filter((entry) => entry.at < olderThan);
  if (old.length === 0) return;
  tx.edit('events').deleteKeys(old.map((entry) => entry.id));
}
