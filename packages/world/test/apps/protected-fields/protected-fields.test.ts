import {
  addProtectedToken,
  checkWorld,
  configureCollection,
  createField,
  customFieldId,
  rootOfPages,
  fieldTypes,
  isEncrypted,
  issueCountOfField,
  protectedTokens,
  protectedValue,
  putProtectedValue,
  removeProtectedToken,
  requireToken,
  requireTokenForProject,
  sealedEntry,
  pagesOf,
  tokenHash,
  unopenable,
  Vault,
  World,
  writeProtectedValues,
  type FieldValueInput,
} from '../../../src/index.js';
import { broken, worldWith } from '../../small-world.js';
import { sound, damaged } from '../../full-world.js';

const rules = { anyContext: false };

/** A world with a field of a type, an issue, and a write of a value to it. */
function protectedWorld(type: string) {
  const made = worldWith(type);
  const issue = made.create();
  const { world, fieldId } = made;
  const write = (value: FieldValueInput | null) =>
    world.write((tx) => writeProtectedValues(tx, world.vault, issue.id, [{ fieldId, value }], rules));
  const now = () => made.world.root.issues.get(issue.id) ?? issue;
  const opened = () => protectedValue(world.vault, now(), made.field.id);
  return { ...made, issue, write, now, opened };
}

const secret: FieldValueInput = { kind: 'text', text: 'a secret' };

describe('The types of Protected Fields', () => {
  it('are seven kinds, each encrypted and unencrypted, with keys and names of their own', () => {
    const types = fieldTypes().filter(({ protection }) => protection !== undefined);
    expect(types).toHaveLength(14);
    expect(types.map(({ name }) => name).slice(0, 2)).toEqual([
      'Protected Text Field',
      'Protected Text Field Unencrypted',
    ]);
    for (const { key, defaultValueType } of types) {
      expect(key).toContain('protected-fields');
      expect(defaultValueType).toBeNull();
    }
    expect(new Set(types.flatMap(({ key, name }) => [key, name])).size).toBe(28);
  });
});

describe('The value of an encrypted field', () => {
  it('is sealed in the world and in whatever is written down of it', () => {
    const { write, now, opened, world, field } = protectedWorld('protected-text');
    write(secret);
    const value = now().values[field.id];
    expect(value).toEqual({ kind: 'sealed', sealed: expect.stringMatching(/^v1\./) as string });
    expect(opened()).toEqual(secret);
    expect(JSON.stringify(pagesOf(world.root))).not.toContain('secret');
    expect(value && sealedEntry(value)).toEqual({ sealed: value?.kind === 'sealed' && value.sealed });
    expect(isEncrypted(field)).toBe(true);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('comes back from plain data, where the vault has the key', () => {
    const { write, world, issue, field } = protectedWorld('protected-text');
    write(secret);
    const root = rootOfPages(pagesOf(world.root));
    expect(unopenable(root, world.vault)).toBeUndefined();
    expect(protectedValue(world.vault, root.issues.get(issue.id) ?? issue, field.id)).toEqual(secret);
    expect(unopenable(root, new Vault())).toEqual({
      issue: 'TEST-1',
      fieldId: customFieldId(field.id),
      reason: 'it is sealed with another key',
    });
  });

  it('cannot be carried to another issue', () => {
    const { write, now, world, field, create } = protectedWorld('protected-text');
    write(secret);
    const value = now().values[field.id];
    const other = create();
    const carry = () =>
      world.write((tx) => putProtectedValue(tx, world.vault, other.id, field, value?.kind === 'sealed' ? value : null));
    expect(carry).toThrow('sealed for another field or issue');
  });

  it('is not taken for another where it is the same: nothing changes but when the issue was updated', () => {
    const { write, now, world, clock, field } = protectedWorld('protected-text');
    write(secret);
    const before = now();
    clock.at += 1000;
    write(secret);
    expect(now()).toEqual({ ...before, updated: clock.at });
    expect(world.root.fields.get(field.id)?.lastUsed).toBe(before.updated);
    expect(issueCountOfField(world.root, field.id)).toBe(1);
  });
});

describe('The value of an unencrypted field', () => {
  it('is as plain as any other', () => {
    const { write, now, field, world } = protectedWorld('protected-number-unencrypted');
    write({ kind: 'number', number: 7 });
    expect(now().values).toEqual({ [field.id]: { kind: 'number', number: 7 } });
    expect(sealedEntry({ kind: 'number', number: 7 })).toBeUndefined();
    expect(checkWorld(world.root)).toEqual([]);
  });
});

describe('A protected field', () => {
  it.each(['protected-text', 'protected-text-unencrypted'])('of the type %s is not set with the issue', (type) => {
    const { withValue, problemsOf, fieldId } = protectedWorld(type);
    expect(problemsOf(() => withValue(secret))).toEqual([[fieldId, 'not-on-screen']]);
  });

  it('refuses a wrong value without saying what it was', () => {
    const { write, fieldId, world } = protectedWorld('protected-date');
    const before = world.root;
    const error = broken(() => write({ kind: 'date', date: '2025-02-30' }));
    expect([error.code, error.data]).toEqual(['protected-value-invalid', { fieldId, problem: 'not-a-date' }]);
    expect(error.message).not.toContain('2025');
    expect(world.root).toBe(before);
  });

  it('of another kind is none', () => {
    const { world, issue, field } = protectedWorld('protected-text');
    const other = world.write((tx) => createField(tx, { name: 'Other', type: 'textfield' }));
    const writeTo = (id: number) =>
      world.write((tx) => writeProtectedValues(tx, world.vault, issue.id, [{ fieldId: id, value: secret }], rules));
    expect(broken(() => writeTo(other.id)).code).toBe('field-not-protected');
    expect(broken(() => writeTo(99_999)).code).toBe('field-not-found');
    const lost = world.write((tx) => createField(tx, { name: 'No context', type: field.type }));
    expect(broken(() => writeTo(lost.id)).code).toBe('field-not-in-issue');
  });
});

describe('A collection', () => {
  const options = ['cat', 'dog'];
  const values = (...given: string[]): FieldValueInput => ({ kind: 'strings', values: given });

  it('has nothing to choose from until it is configured; then its options, one or several', () => {
    const { world, write, opened, fieldId } = protectedWorld('protected-collection');
    const problem = (value: FieldValueInput) => broken<'protected-value-invalid'>(() => write(value)).data.problem;
    expect(problem(values('cat'))).toBe('unknown-option');
    world.write((tx) => configureCollection(tx, fieldId, { renderMode: 'single', options }));
    expect(problem(values('cat', 'dog'))).toBe('several-options');
    write(values('dog'));
    world.write((tx) => configureCollection(tx, fieldId, { renderMode: 'multiple', options }));
    write(values('dog', 'cat'));
    expect(opened()).toEqual(values('dog', 'cat'));
    expect(problem(values('bird'))).toBe('unknown-option');
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('is refused for another type, and with options that are empty or given twice', () => {
    const collection = (...given: string[]) => ({ renderMode: 'single', options: given }) as const;
    const { world, fieldId } = protectedWorld('protected-collection');
    const configure = (...given: string[]) =>
      world.write((tx) => configureCollection(tx, fieldId, collection(...given)));
    expect(broken<'collection-invalid'>(() => configure('a', 'a')).data.reason).toBe('"a" stands twice');
    expect(broken<'collection-invalid'>(() => configure(' ')).data.reason).toBe('an option must not be empty');
    const text = protectedWorld('protected-text');
    const other = () => text.world.write((tx) => configureCollection(tx, text.fieldId, collection('a')));
    expect(broken(other).code).toBe('collection-invalid');
  });
});

describe('A token', () => {
  const { world, test, other } = worldWith('protected-text');
  const add = (input: Parameters<typeof addProtectedToken>[1]) => world.write((tx) => addProtectedToken(tx, input));

  it('is for both scopes and every project, unless it is narrowed', () => {
    add({ token: 'wide' });
    expect(requireToken(world.root, 'wide', 'WRITE')).toEqual({
      hash: tokenHash('wide'),
      scopes: ['READ', 'WRITE'],
      projectIds: null,
    });
    add({ token: 'narrow', scopes: ['READ'], projects: ['TEST'] });
    const narrow = requireToken(world.root, 'narrow', 'READ');
    requireTokenForProject(world.root, narrow, test.id);
    expect(broken(() => requireToken(world.root, 'narrow', 'WRITE')).code).toBe('token-without-scope');
    expect(broken(() => requireTokenForProject(world.root, narrow, other.id)).code).toBe('token-without-project');
    expect(broken(() => requireToken(world.root, 'none', 'READ')).code).toBe('token-unknown');
  });

  it('is kept as a hash: no token is in the world, nor in what is written down of it', () => {
    expect(JSON.stringify(pagesOf(world.root))).not.toMatch(/wide|narrow/);
    expect(
      protectedTokens(world.root)
        .map(({ hash }) => hash)
        .sort(),
    ).toEqual(['wide', 'narrow'].map(tokenHash).sort());
    add({ hash: tokenHash('by hash').toUpperCase() });
    expect(requireToken(world.root, 'by hash', 'READ').projectIds).toBeNull();
  });

  it('is changed by adding it again, and taken away by itself or its hash', () => {
    add({ token: 'wide', scopes: ['WRITE'] });
    expect(requireToken(world.root, 'wide', 'WRITE').scopes).toEqual(['WRITE']);
    expect(world.write((tx) => removeProtectedToken(tx, { token: 'wide' }))).toBe(true);
    expect(world.write((tx) => removeProtectedToken(tx, { hash: tokenHash('by hash') }))).toBe(true);
    expect(world.write((tx) => removeProtectedToken(tx, { token: 'wide' }))).toBe(false);
    expect(protectedTokens(world.root)).toHaveLength(1);
  });

  it('is refused for a project that does not exist', () => {
    expect(broken(() => add({ token: 'x', projects: ['TEST', 'NONE'] })).data).toEqual({ projectIds: ['NONE'] });
  });
});

describe('checkWorld', () => {
  it('sees what is wrong with what Protected Fields keeps', () => {
    const { write, world, now, field } = protectedWorld('protected-text');
    write(secret);
    const damage = (change: (root: World) => void) => {
      const copy = new World({ clock: world.clock, root: world.root });
      change(copy);
      return checkWorld(copy.root).join('\n');
    };
    const withValue = (value: object) =>
      damage((copy) =>
        copy.write((tx) => tx.edit('issues').set(now().id, { ...now(), values: { [field.id]: value as never } })),
      );
    expect(withValue(secret)).toContain(`has a value of kind text in field ${field.id}, which takes sealed`);
    expect(withValue({ kind: 'sealed', sealed: 'a secret' })).toContain('said to be sealed and is not');
    expect(
      damage((copy) =>
        copy.write((tx) =>
          tx.edit('protectedTokens').set('plain', { hash: 'plain', scopes: ['ALL' as never], projectIds: [7] }),
        ),
      ),
    ).toMatch(/not kept under its hash[^]*unknown scope[^]*unknown project 7/);
    const options = ['a', 'a'];
    expect(
      damage((copy) =>
        copy.write((tx) =>
          tx.edit('fields').set(field.id, { ...field, collection: { renderMode: 'single', options } }),
        ),
      ),
    ).toMatch(/no collection[^]*offers an option twice/);
    expect(damaged(() => undefined)).toEqual(checkWorld(sound));
  });
});
