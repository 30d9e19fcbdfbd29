import {
  addFieldToTab,
  checkWorld,
  customFieldId,
  deserializeRoot,
  serializeRoot,
  startDeletingField,
  trashField,
  World,
  type SerializedRoot,
} from '../src/index.js';
import { fieldOnScreen, smallWorld } from './small-world.js';

function busyWorld() {
  const small = smallWorld();
  const { world, ada, screen } = small;
  world.write((tx) => {
    fieldOnScreen(small, tx, 'select', { options: [{ value: 'red' }, { value: 'blue', disabled: true }] });
    const cascade = fieldOnScreen(small, tx, 'cascadingselect', { options: [{ value: 'cats', id: 20_000 }] });
    const old = fieldOnScreen(small, tx, 'textfield');
    const number = fieldOnScreen(small, tx, 'float');
    addFieldToTab(tx, screen.id, screen.tabs[0]?.id ?? 0, 'summary');
    trashField(tx, customFieldId(old.id), ada);
    startDeletingField(tx, customFieldId(number.id), ada);
    tx.set({ holdTasks: true });
    return cascade;
  });
  return small;
}

describe('A world as plain data', () => {
  it('comes back from JSON as it was, counters and settings included', () => {
    const { root } = busyWorld().world;
    const text = JSON.stringify(serializeRoot(root));
    const back = deserializeRoot(JSON.parse(text) as SerializedRoot);
    expect(JSON.stringify(serializeRoot(back))).toBe(text);
    expect(back.counters).toEqual(root.counters);
    expect(back.settings).toEqual({ ...root.settings, holdTasks: true });
    expect([...back.optionsByValue.keys()]).toEqual([...root.optionsByValue.keys()]);
    expect(checkWorld(back)).toEqual([]);
  });

  it('holds every table of the root', () => {
    const { root } = busyWorld().world;
    const records = ['settings', 'maintenance', 'counters'];
    const names = Object.keys(root).filter((name) => !records.includes(name));
    expect(Object.keys(serializeRoot(root).tables).sort()).toEqual(names.sort());
  });

  it('goes on where it stopped: the task ends, and the next id is a new one', () => {
    const { world, clock } = busyWorld();
    const state = JSON.parse(JSON.stringify(serializeRoot(world.root))) as SerializedRoot;
    const next = new World({ clock, root: deserializeRoot(state) });
    clock.at += 1_000;
    expect([...next.root.fields.keys()]).toEqual([...world.root.fields.keys()]);
    expect(next.write((tx) => tx.nextId('option'))).toBe(20_001);
  });

  it('of an older state has empty tables where the state has none', () => {
    const { tables, ...rest } = serializeRoot(busyWorld().world.root);
    const { trash: _, ...older } = tables;
    expect(deserializeRoot({ ...rest, tables: older }).trash.size).toBe(0);
  });

  it('of another version is refused', () => {
    const other = { ...serializeRoot(busyWorld().world.root), version: 2 } as never;
    expect(() => deserializeRoot(other)).toThrow('The state has the version 2; this world reads version 1.');
  });
});
