import { createContext, createField, createOptions, sequenced, type NewOption } from '../src/index.js';
import { smallWorld } from './small-world.js';

/** A {@link smallWorld} with a field and its global context, and what tests of Customfield Editor do with them. */
export function editorWorld(type = 'select') {
  const small = smallWorld();
  const { world } = small;
  const field = world.write((tx) => createField(tx, { name: 'Browsers', type }));
  const context = world.write((tx) => createContext(tx, field.id, { name: 'Global' }, { uniqueNames: false }));
  const create = (...inputs: (string | NewOption)[]) =>
    world.write((tx) =>
      createOptions(
        tx,
        field.id,
        context.id,
        inputs.map((input) => (typeof input === 'string' ? { value: input } : input)),
        { ignoreCase: false },
      ),
    );
  const sequences = (parentId = 0) =>
    [...sequenced(world.root, context.id, parentId)].map(({ option, sequence }) => `${sequence} ${option.value}`);
  const values = (parentId = 0) => [...sequenced(world.root, context.id, parentId)].map(({ option }) => option.value);
  const contextNow = () => world.root.contexts.get(context.id) ?? context;
  return { ...small, field, context, contextNow, create, sequences, values };
}
