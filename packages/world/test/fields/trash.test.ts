import {
  cancelTask,
  checkWorld,
  createField,
  liveFields,
  releaseTasks,
  requireCustomField,
  requireTask,
  requireVisibleTask,
  restoreField,
  searchFields,
  startDeletingField,
  taskDuration,
  taskProgress,
  taskStatus,
  trashField,
  trashRetention,
} from '../../src/index.js';
import { broken, fieldOnScreen, smallWorld } from '../small-world.js';

function worldWithField() {
  const small = smallWorld();
  const field = small.world.write((tx) => fieldOnScreen(small, tx, 'select', { options: [{ value: 'a' }] }));
  const id = `customfield_${field.id}`;
  const remove = () => small.world.write((tx) => startDeletingField(tx, id, small.ada));
  return { ...small, field, id, remove };
}

describe('a field in the trash', () => {
  it('is out of use until it is restored', () => {
    const { world, ada, id, clock } = worldWithField();
    world.write((tx) => trashField(tx, id, ada));
    expect([...liveFields(world.root)]).toEqual([]);
    expect(broken(() => requireCustomField(world.root, id)).code).toBe('field-not-found');
    expect(searchFields(world.root, { in: 'trash' })[0]?.trashed).toEqual({
      at: clock.at,
      by: ada.accountId,
      deleteAt: clock.at + trashRetention,
    });
    expect(broken(() => world.write((tx) => trashField(tx, id, ada))).code).toBe('field-already-in-trash');
    world.write((tx) => restoreField(tx, id));
    expect(requireCustomField(world.root, id).trashed).toBeUndefined();
    expect(broken(() => world.write((tx) => restoreField(tx, id))).code).toBe('field-not-in-trash');
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('is deleted for good on the planned date', () => {
    const { world, ada, id, clock } = worldWithField();
    world.write((tx) => trashField(tx, id, ada));
    clock.at += trashRetention - 1;
    expect(world.root.fields.size).toBe(1);
    clock.at += 1;
    expect(world.root.fields.size).toBe(0);
    expect(world.root.options.size).toBe(0);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('was not locked, and a locked one is not deleted either', () => {
    const { world, ada } = worldWithField();
    const locked = world.write((tx) => createField(tx, { name: 'Locked', type: 'select', locked: true }));
    expect(broken(() => world.write((tx) => trashField(tx, locked.id, ada))).code).toBe('field-locked');
    expect(broken(() => world.write((tx) => startDeletingField(tx, locked.id, ada))).code).toBe('field-locked');
  });
});

describe('deleting a field', () => {
  it('is a task that is done when its time has come', () => {
    const { world, clock, field, id, remove } = worldWithField();
    const task = remove();
    expect(broken(remove)).toMatchObject({
      code: 'field-delete-running',
      data: { fieldId: id, taskId: String(task.id) },
    });
    clock.at += taskDuration / 2;
    const halfway = requireTask(world.root, task.id);
    expect([taskStatus(halfway), taskProgress(halfway, clock.at)]).toEqual(['RUNNING', 50]);
    clock.at += taskDuration / 2;
    const done = requireTask(world.root, task.id);
    expect([taskStatus(done), taskProgress(done, clock.at)]).toEqual(['COMPLETE', 100]);
    expect(world.root.fields.has(field.id)).toBe(false);
    expect(world.root.screensOfField.size).toBe(0);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('stays running while tasks are held', () => {
    const { world, clock, field, remove } = worldWithField();
    world.write((tx) => tx.set({ holdTasks: true }));
    const task = remove();
    clock.at += 1e6;
    expect(taskStatus(requireTask(world.root, task.id))).toBe('RUNNING');
    world.write(releaseTasks);
    expect(world.root.fields.has(field.id)).toBe(false);
  });

  it('can be cancelled while it runs, and not after', () => {
    const { world, clock, field, remove } = worldWithField();
    const task = remove();
    expect(taskStatus(world.write((tx) => cancelTask(tx, task.id)))).toBe('CANCELLED');
    clock.at += 1e6;
    expect(world.root.fields.has(field.id)).toBe(true);
    expect(broken(() => world.write((tx) => cancelTask(tx, task.id))).code).toBe('task-not-cancellable');
  });

  it('shows its task to administrators and to who began it', () => {
    const { world, ada, bob, remove } = worldWithField();
    const task = remove();
    expect(requireVisibleTask(world.root, String(task.id), ada, false).id).toBe(task.id);
    expect(requireVisibleTask(world.root, task.id, bob, true).id).toBe(task.id);
    expect(broken(() => requireVisibleTask(world.root, task.id, bob, false)).code).toBe('task-not-yours');
    expect(broken(() => requireVisibleTask(world.root, 'x', bob, true)).code).toBe('task-not-found');
  });
});
