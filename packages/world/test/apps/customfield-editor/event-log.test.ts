import {
  addOptions,
  checkWorld,
  createContext,
  createField,
  deleteContext,
  deleteEventLogs,
  deleteOption,
  emptyRoot,
  eventHash,
  eventLog,
  logEvent,
  moveOptions,
  replaceGrants,
  restoreField,
  setDefaultValues,
  startDeletingField,
  begin,
  changeContext,
  trashField,
  updateField,
  updateOptions,
  type EventQuery,
} from '../../../src/index.js';
import { cheapest } from '../../cheapest.js';
import { smallWorld } from '../../small-world.js';

const anyRules = { uniqueNames: false };
const exact = { ignoreCase: false };
const all: EventQuery = { events: 'all-changes' };

/** A world in which, second by second, much has happened to one field. */
function eventfulWorld() {
  const small = smallWorld();
  const { world, clock, ada } = small;
  const write: typeof world.write = (change) => {
    clock.at += 1_000;
    return world.write(change);
  };
  const field = write((tx) => createField(tx, { name: 'Browsers', type: 'select' }));
  const id = `customfield_${field.id}`;
  write((tx) => updateField(tx, id, { name: 'Browser' }));
  const context = write((tx) => createContext(tx, id, { name: 'All' }, anyRules));
  write((tx) => changeContext(tx, id, context.id, { name: 'Every' }, anyRules));
  const values = ['Firefox', 'Safari', 'Opera'].map((value) => ({ value }));
  const options = write((tx) => addOptions(tx, field, context, values, exact));
  const [first, second, third] = options.map((option) => option.id) as [number, number, number];
  write((tx) => updateOptions(tx, id, context.id, [{ id: first, value: 'Fox' }], exact));
  write((tx) => moveOptions(tx, id, context.id, { optionIds: [first, second], position: 'Last' }));
  write((tx) =>
    setDefaultValues(tx, id, [
      { contextId: context.id, type: 'option.single', value: { type: 'option.single', optionId: second } },
    ]),
  );
  write((tx) => replaceGrants(tx, field, context.id, { users: ['bob'], groups: [] }, { unknown: 'refuse' }));
  write((tx) => deleteOption(tx, id, context.id, third, { children: 'refuse', used: 'clear' }));
  write((tx) => deleteContext(tx, id, context.id));
  write((tx) => trashField(tx, id, ada));
  write((tx) => restoreField(tx, id));
  write((tx) => startDeletingField(tx, id, ada));
  clock.at += 1_000;
  const namesOf = (query: EventQuery) => eventLog(world.root, query).map((entry) => entry.name);
  return { ...small, field, context, first, third, namesOf };
}

describe('The event log', () => {
  it('says which field was created as the document has it, whatever created it', () => {
    const { world, clock } = smallWorld();
    const field = world.write((tx) => createField(tx, { name: 'Browsers', type: 'select' }));
    const [entry] = eventLog(world.root, all);
    expect(entry).toMatchObject({
      name: 'CustomFieldCreatedEvent',
      details: `ID customfield_${field.id}`,
      at: clock.at,
    });
  });

  it('has the changes of fields, contexts, options, defaults and permissions, the newest first', () => {
    const { world, namesOf, field, context, first, third } = eventfulWorld();
    expect(namesOf(all)).toEqual([
      'CustomFieldDeletedEvent',
      'CustomFieldRestoredEvent',
      'CustomFieldTrashedEvent',
      'CustomFieldContextDeletedEvent',
      'CustomFieldPermissionUpdatedEvent',
      'CustomFieldDefaultValueUpdatedEvent',
      'CustomFieldOptionDeletedEvent',
      'CustomFieldPermissionUpdatedEvent',
      'CustomFieldDefaultValueUpdatedEvent',
      'CustomFieldOptionMovedEvent',
      'CustomFieldOptionUpdatedEvent',
      'CustomFieldOptionCreatedEvent',
      'CustomFieldContextUpdatedEvent',
      'CustomFieldContextCreatedEvent',
      'CustomFieldUpdatedEvent',
      'CustomFieldCreatedEvent',
    ]);
    const at = `ID customfield_${field.id}, context ${context.id}`;
    const details = eventLog(world.root, { ...all, filter: 'option' }).map((entry) => entry.details);
    expect(details).toEqual([
      `${at}, option ${third}`,
      `${at}, 2 options`,
      `${at}, option ${first}`,
      `${at}, 3 options`,
    ]);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('can be asked for changes of fields only, and for created fields only', () => {
    const { namesOf } = eventfulWorld();
    expect(namesOf({ events: 'fields-only' })).toEqual([
      'CustomFieldDeletedEvent',
      'CustomFieldRestoredEvent',
      'CustomFieldTrashedEvent',
      'CustomFieldUpdatedEvent',
      'CustomFieldCreatedEvent',
    ]);
    expect(namesOf({ events: 'created-only' })).toEqual(['CustomFieldCreatedEvent']);
  });

  it('can be filtered by a part of the name or the details, in any case', () => {
    const { namesOf } = eventfulWorld();
    expect(namesOf({ ...all, filter: 'RESTORED' })).toEqual(['CustomFieldRestoredEvent']);
    expect(namesOf({ ...all, filter: '3 OPTIONS' })).toEqual(['CustomFieldOptionCreatedEvent']);
  });

  it('can be ordered by each property, in both directions', () => {
    const { world, namesOf } = eventfulWorld();
    const oldest = { key: 'dateTime', descending: false } as const;
    expect(namesOf({ ...all, orderBy: oldest })[0]).toBe('CustomFieldCreatedEvent');
    const byName = namesOf({ ...all, orderBy: { key: 'name', descending: true } });
    expect(byName).toEqual([...byName].sort().reverse());
    const hashes = eventLog(world.root, { ...all, orderBy: { key: 'hash', descending: false } }).map(eventHash);
    expect(hashes).toEqual([...hashes].sort());
  });

  it('gives each entry a SHA-256 hash of its own', () => {
    const { world } = eventfulWorld();
    const hashes = eventLog(world.root, all).map(eventHash);
    expect(hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('begins when the app is enabled: building a world writes nothing', () => {
    const tx = begin(emptyRoot(), 0);
    createField(tx, { name: 'Browsers', type: 'select' });
    expect(tx.root.events.size).toBe(0);
  });

  it('has nothing of a write that failed', () => {
    const { world } = smallWorld();
    expect(() =>
      world.write((tx) => {
        logEvent(tx, 'CustomFieldCreatedEvent', 'ID customfield_1');
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(world.root.events.size).toBe(0);
  });

  it('loses what is older than a moment, or everything', () => {
    const { world, clock, namesOf } = eventfulWorld();
    world.write((tx) => deleteEventLogs(tx, { olderThan: clock.at - 2_000 }));
    expect(namesOf(all)).toEqual(['CustomFieldDeletedEvent', 'CustomFieldRestoredEvent']);
    world.write((tx) => deleteEventLogs(tx));
    expect(world.root.events.size).toBe(0);
  });

  it('does not slow bulk writes: 10,000 options take well under a second, and 10,000 entries are listed in one', () => {
    const { world } = smallWorld();
    const empty = world.root;
    const writing = cheapest(() => {
      world.restore(empty);
      world.write((tx) => {
        const field = createField(tx, { name: 'Many', type: 'select' });
        const context = createContext(tx, field.id, { name: 'All' }, anyRules);
        for (let i = 0; i < 10_000; i++) addOptions(tx, field, context, [{ value: `option ${i}` }], exact);
      });
    });
    expect(writing).toBeLessThan(1_000);
    const listing = cheapest(() => {
      expect(eventLog(world.root, { ...all, orderBy: { key: 'hash', descending: true } })).toHaveLength(10_002);
    });
    expect(listing).toBeLessThan(1_000);
  });
});
