import {
  checkWorld,
  createField,
  deleteFields,
  deleteOptions,
  setOptionPosition,
  positionOf,
  requireFieldByReference,
  trashField,
  type FieldIdForm,
  type Option,
  type RuleError,
} from '../../../src/index.js';
import { editorWorld } from '../../editor-world.js';
import { broken } from '../../small-world.js';

const rules = { ambiguousName: 'skip', idForm: 'both' } as const;

function worldWithFields() {
  const small = editorWorld();
  const { world } = small;
  const make = (name: string, more: { locked?: boolean } = {}) =>
    world.write((tx) => createField(tx, { name, type: 'textfield', ...more }));
  return { ...small, make };
}

describe('deleting fields by names and ids', () => {
  it('deletes what is there, and skips what is unknown, locked or in the trash', () => {
    const { world, make, field, ada } = worldWithFields();
    const [one, two, locked, trashed] = [make('One'), make('Two'), make('Locked', { locked: true }), make('Gone')];
    world.write((tx) => trashField(tx, trashed.id, ada));
    const result = world.write((tx) =>
      deleteFields(tx, ['One', two.id, `customfield_${field.id}`, 'Locked', trashed.id, 'Gone', 'one', 999], rules),
    );
    expect(result.deleted.map(({ id }) => id)).toEqual([one.id, two.id, field.id]);
    expect(result.skipped).toEqual(['Locked', String(trashed.id), 'Gone', 'one', '999']);
    expect([...world.root.fields.keys()]).toEqual([locked.id, trashed.id]);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('skips a name that several have, or deletes all of that name', () => {
    const { world, make } = worldWithFields();
    const twins = [make('Twins'), make('Twins')];
    expect(world.write((tx) => deleteFields(tx, ['Twins'], rules)).skipped).toEqual(['Twins']);
    const all = world.write((tx) => deleteFields(tx, ['Twins'], { ...rules, ambiguousName: 'delete-all' }));
    expect(all.deleted).toEqual(twins);
  });

  it('takes long ids where the rules have them', () => {
    const { world, make } = worldWithFields();
    const { id } = make('One');
    const result = world.write((tx) => deleteFields(tx, [`customfield_${id}`], { ...rules, idForm: 'number' }));
    expect(result).toEqual({ deleted: [], skipped: [`customfield_${id}`] });
  });
});

describe('a field that an address names', () => {
  it('goes by its number, by its long id, or by both', () => {
    const { world, make, ada } = worldWithFields();
    const { id } = make('One');
    const named = (reference: string, form: FieldIdForm) => {
      try {
        return requireFieldByReference(world.root, reference, form).name;
      } catch (error) {
        return (error as RuleError).code;
      }
    };
    const [number, long] = [String(id), `customfield_${id}`];
    expect([named(number, 'both'), named(long, 'both'), named('One', 'both')]).toEqual([
      'One',
      'One',
      'field-not-found',
    ]);
    expect([named(number, 'number'), named(long, 'number')]).toEqual(['One', 'field-id-invalid']);
    expect([named(long, 'long'), named(number, 'long')]).toEqual(['One', 'field-id-invalid']);
    world.write((tx) => trashField(tx, long, ada));
    expect(named(long, 'long')).toBe('field-not-found');
  });
});

describe('deleting options by id', () => {
  const gone = { children: 'delete', used: 'clear' } as const;

  it('counts one that went with the option above it as deleted', () => {
    const { world, create } = editorWorld('cascadingselect');
    const [top] = create('top') as [Option];
    const [child] = create({ value: 'child', parentId: top.id }) as [Option];
    const result = world.write((tx) => deleteOptions(tx, [top.id, child.id, 'x', 999], gone));
    expect(result.deleted.map(({ id }) => id)).toEqual([top.id, child.id]);
    expect(result.skipped).toEqual(['x', '999']);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('skips one with others below it where the rules say so', () => {
    const { world, create } = editorWorld('cascadingselect');
    const [top] = create('top') as [Option];
    create({ value: 'child', parentId: top.id });
    const result = world.write((tx) => deleteOptions(tx, [top.id], { ...gone, children: 'skip' }));
    expect(result).toEqual({ deleted: [], skipped: [String(top.id)] });
    expect(world.root.options.size).toBe(2);
  });
});

describe('the position of an option', () => {
  it('counts from 1 and has no gaps', () => {
    const { world, create, values } = editorWorld();
    const [a, , c] = create('a', 'b', 'c') as [never, never, never];
    expect([a, c].map((option) => positionOf(world.root, option))).toEqual([1, 3]);
    world.write((tx) => setOptionPosition(tx, c, 1, { beyondEnd: 'refuse' }));
    expect(values()).toEqual(['c', 'a', 'b']);
    world.write((tx) => setOptionPosition(tx, a, 99, { beyondEnd: 'clamp' }));
    expect(values()).toEqual(['c', 'b', 'a']);
    const refused = broken(() => world.write((tx) => setOptionPosition(tx, a, 4, { beyondEnd: 'refuse' })));
    expect([refused.code, refused.data]).toEqual(['option-position-beyond-end', { position: 4, count: 3 }]);
  });
});
