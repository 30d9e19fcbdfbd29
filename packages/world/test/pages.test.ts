import {
  addFieldToTab,
  changedPages,
  checkWorld,
  createOptions,
  customFieldId,
  emptyRoot,
  pagesOf,
  rootOfPages,
  startDeletingField,
  trashField,
  World,
  type Context,
  type Root,
} from '../src/index.js';
import { fieldOnScreen, smallWorld } from './small-world.js';

function busyWorld() {
  const small = smallWorld();
  const { world, ada, screen } = small;
  const context = world.write((tx) => {
    const colours = fieldOnScreen(small, tx, 'select', {
      options: [{ value: 'red' }, { value: 'blue', disabled: true }],
    });
    fieldOnScreen(small, tx, 'cascadingselect', { options: [{ value: 'cats', id: 20_000 }] });
    const old = fieldOnScreen(small, tx, 'textfield');
    const number = fieldOnScreen(small, tx, 'float');
    addFieldToTab(tx, screen.id, screen.tabs[0]?.id ?? 0, 'summary');
    trashField(tx, customFieldId(old.id), ada);
    startDeletingField(tx, customFieldId(number.id), ada);
    tx.set({ holdTasks: true });
    return [...tx.root.contexts.values()].find(({ fieldId }) => fieldId === colours.id) as Context;
  });
  return { ...small, context };
}

/** Everything in a root, indexes and what is in no table included. */
function contentOf(root: Root) {
  return Object.entries(root).map(([name, part]: [string, object]) => [
    name,
    'entries' in part ? [...(part as Root['fields']).entries()] : part,
  ]);
}

describe('The pages of a root', () => {
  it('make the root again as it was: records, indexes, counters and settings', () => {
    const { root } = busyWorld().world;
    const back = rootOfPages(pagesOf(root));
    expect(contentOf(back)).toEqual(contentOf(root));
    expect(checkWorld(back)).toEqual([]);
    expect(pagesOf(back)).toEqual(pagesOf(root));
  });

  it('that change with a write are those of the records that it touched, and with the others make the next root', () => {
    const { world, context } = busyWorld();
    const before = world.root;
    world.write((tx) => createOptions(tx, context.fieldId, context.id, [{ value: 'green' }], { ignoreCase: true }));
    const changed = changedPages(before, world.root);
    expect([...changed.keys()].map((key) => key.split('/')[0]).sort()).toEqual([
      'events',
      'kept',
      'optionRanks',
      'options',
    ]);
    const next = new Map<string, string | undefined>([...pagesOf(before), ...changed]);
    const back = rootOfPages([...next] as [string, string][]);
    expect(contentOf(back)).toEqual(contentOf(world.root));
  });

  it('are gone with their last record', () => {
    const { world } = busyWorld();
    const [page] = pagesOf(world.root).find(([key]) => key.startsWith('projects/')) as [string, string];
    expect(changedPages(world.root, emptyRoot()).get(page)).toBeUndefined();
    expect(changedPages(world.root, emptyRoot()).has(page)).toBe(true);
  });

  it('are none where nothing has changed', () => {
    const { root } = busyWorld().world;
    expect(changedPages(root, root).size).toBe(0);
    expect(changedPages(root, rootOfPages(pagesOf(root))).size).toBeGreaterThan(0);
  });

  it('let a world go on where it stopped: the task ends, and the next id is a new one', () => {
    const { world, clock } = busyWorld();
    const next = new World({ clock, root: rootOfPages(pagesOf(world.root)) });
    clock.at += 1_000;
    expect([...next.root.fields.keys()]).toEqual([...world.root.fields.keys()]);
    expect(next.write((tx) => tx.nextId('option'))).toBe(20_001);
  });

  it('without a table, as an older world has them, leave it empty', () => {
    const older = pagesOf(busyWorld().world.root).filter(([key]) => !key.startsWith('tasks/'));
    expect(rootOfPages(older).tasks.size).toBe(0);
  });

  it('are refused where one is no list of records, and where the page of what is in no table is missing', () => {
    const pages = pagesOf(busyWorld().world.root);
    const [first] = pages.find(([key]) => key.startsWith('fields/')) as [string, string];
    const broken = pages.map(([key, text]) => [key, key === first ? '[1]' : text] as const);
    expect(() => rootOfPages(broken)).toThrow(`the page ${first} is no list of records`);
    expect(() => rootOfPages(pages.filter(([key]) => key !== 'kept'))).toThrow('the page "kept" is missing');
  });
});
