import { trashField, type CustomField } from '../../src/index.js';
import { fieldOnScreen, worldWith } from '../small-world.js';

describe('The custom fields that an issue offers', () => {
  it('are not all looked at when an issue is created that has a value of one', () => {
    const small = worldWith('textfield');
    const { world, create, fieldId } = small;
    world.write((tx) => {
      for (let i = 0; i < 500; i++) fieldOnScreen(small, tx, 'textfield');
    });
    const values = { [fieldId]: { kind: 'text', text: 'A value' } } as const;
    create({ values }, true);
    let read = 0;
    for (const field of world.root.fields.values()) {
      const { trashed } = field;
      Object.defineProperty(field, 'trashed', { get: () => (read++, trashed), enumerable: true });
    }
    create({ values }, true);
    expect(read).toBeLessThan(10);
  });

  it('change when one of them goes into the trash', () => {
    const { world, create, field, fieldId, problemsOf, ada } = worldWith('textfield');
    const values = { [fieldId]: { kind: 'text', text: 'A value' } } as const;
    create({ values });
    world.write((tx) => trashField(tx, field.id, ada));
    expect((world.root.fields.get(field.id) as CustomField).trashed).toBeDefined();
    expect(problemsOf(() => create({ values }))).toEqual([[fieldId, 'not-on-screen']]);
  });
});
