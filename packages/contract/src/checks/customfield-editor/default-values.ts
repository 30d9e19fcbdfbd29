import { expect } from 'expect';
import { checksOf, type Check } from '../../check.js';
import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { invalid, type OptionBody } from './answers.js';
import {
  cascading,
  chain,
  flat,
  kinds,
  many,
  multiLevel,
  needsMultiLevel,
  one,
  wrongBodies,
  type Kind,
} from './default-value-kinds.js';
import { askBy } from './requests.js';

const { outcome, rule } = checksOf('customfield-editor', 'default-values');
const needs = { roles: ['user'] } as const;
/** The default value of one context, as its operations show it. */
interface DefaultValue {
  readonly option: ScratchField['option'];
  readonly get: () => Promise<unknown>;
  readonly set: (status: number, body: unknown) => ReturnType<typeof askBy>;
  readonly remove: (status: number) => ReturnType<typeof askBy>;
  /** Deletes an option of the first level, or one below another. */
  readonly removeOption: (...values: readonly string[]) => Promise<void>;
}

/** Both kinds of address are held to the same. */
function checksIn(context: 'Default' | ''): Check[] {
  const get = `editorGet${context}DefaultValue` as const;
  const set = `editorSet${context}DefaultValue` as const;
  const remove = `editorDelete${context}DefaultValue` as const;
  const place = context === 'Default' ? 'in the default context' : 'in a named context';

  const open = async (stage: Stage, { type, options }: Pick<Kind, 'type' | 'options'>): Promise<DefaultValue> => {
    const isDefault = context === 'Default';
    const field = await stage.field(type, isDefault ? { options } : {});
    await stage.grant(field);
    // A second one beside the default context, so that what is done in the wrong one is not seen here.
    const made = isDefault
      ? { id: field.contextId, option: field.option }
      : await stage.context(field, { projectIds: [stage.sandbox.project.id], options });
    const path = { customFieldId: field.id, contextId: made.id };
    return {
      option: made.option,
      get: async () => (await askBy(stage.user, get, 200, { path })).body as unknown,
      set: (status, body) => askBy(stage.user, set, status, { path, body }),
      remove: (status) => askBy(stage.user, remove, status, { path }),
      removeOption: async (...values) => {
        const ids = { optionId: made.option(values[0] as string), childOptionId: made.option(...values) };
        const operation = values.length === 1 ? 'editorDeleteOption' : 'editorDeleteChildOption';
        // Of a deeper level the parent is the last but one.
        if (values.length > 2) ids.optionId = made.option(...values.slice(0, -1));
        await askBy(stage.user, operation, 200, { path: { ...path, ...ids } });
      },
    };
  };

  const ofKind = kinds.flatMap((kind) => {
    const { type, needs: own } = kind;
    return [
      outcome(
        set,
        200,
        `with the new default value of a field of the type ${type}`,
        async (stage) => {
          const value = await open(stage, kind);
          const expected = kind.has(value.option);
          expect(membersOf((await value.set(200, kind.sends(value.option))).body)).toMatchObject(expected);
          const now = membersOf(await value.get());
          expect(now).toMatchObject(expected);
          expect(Object.keys(now)).toEqual(Object.keys(expected));
        },
        own,
      ),
      outcome(
        remove,
        204,
        `and a field of the type ${type} has none`,
        async (stage) => {
          const value = await open(stage, kind);
          await value.set(200, kind.sends(value.option));
          expect((await value.remove(204)).text).toBe('');
          expect(await value.get()).toEqual({});
          // The options are still there, to be the default value once more.
          await value.set(200, kind.sends(value.option));
          await value.remove(204);
          await value.remove(204);
          expect(await value.get()).toEqual({});
        },
        own,
      ),
    ];
  });

  return [
    outcome(
      get,
      200,
      'with an empty object where there is no default value',
      async (stage) => expect(await (await open(stage, one('select'))).get()).toEqual({}),
      needs,
    ),
    ...ofKind,
    ...wrongBodies.map(({ when, kind, body }) =>
      outcome(
        set,
        400,
        when,
        async (stage) => {
          const value = await open(stage, kind);
          await value.set(200, kind.sends(value.option));
          const before = await value.get();
          invalid(await value.set(400, body(value.option)));
          expect(await value.get()).toEqual(before);
        },
        { ...kind.needs, evidence: kind.type === multiLevel ? 'documented' : 'inferred' },
      ),
    ),
    outcome(
      set,
      400,
      'when there is no such option',
      async (stage) => {
        const value = await open(stage, one('select'));
        invalid(await value.set(400, { optionId: stage.unknownId }));
        expect(await value.get()).toEqual({});
      },
      { ...needs, since: { customfieldEditor: '1.8' }, answers: { 'editor.unknown-entity': '400' } },
    ),
    rule(
      `a default value that is set replaces the one before, ${place}`,
      { ...needs, evidence: 'inferred', source: '001:2868', since: { customfieldEditor: '1.2' } },
      async (stage) => {
        const value = await open(stage, many('multiselect'));
        await value.set(200, { optionIds: [value.option('firefox'), value.option('edge')] });
        await value.set(200, { optionIds: [value.option('safari')] });
        const { defaultOptions } = (await value.get()) as { defaultOptions: OptionBody[] };
        expect(defaultOptions.map(({ optionvalue }) => optionvalue)).toEqual(['safari']);
      },
    ),
    rule(
      `an option that is deleted is no default value any more, ${place}`,
      { ...needs, evidence: 'assumed', source: '001:2717', since: { customfieldEditor: '1.2' } },
      async (stage) => {
        const single = await open(stage, one('select'));
        await single.set(200, { optionId: single.option('safari') });
        await single.removeOption('safari');
        expect(membersOf(await single.get())).toEqual({});
        const several = await open(stage, many('multiselect'));
        await several.set(200, { optionIds: [several.option('firefox'), several.option('edge')] });
        await several.removeOption('firefox');
        expect(membersOf(await several.get())).toMatchObject({ defaultOptions: [{ optionvalue: 'edge' }] });
      },
    ),
    rule(
      `the default value of a cascading select list is gone with its parent, ${place}`,
      { ...needs, evidence: 'assumed', source: '001:2717', since: { customfieldEditor: '1.2' } },
      async (stage) => {
        const value = await open(stage, cascading);
        await value.set(200, { optionId: value.option('cats'), childOptionId: value.option('cats', 'leo') });
        await value.removeOption('cats');
        expect(membersOf(await value.get())).toEqual({});
      },
    ),
    rule(
      `an option that was deleted stands as -2 and "none" in the chain of a multi-level default value, ${place}`,
      { ...needsMultiLevel, evidence: 'documented', source: '001:2795' },
      async (stage) => {
        const value = await open(stage, chain);
        await value.set(200, chain.sends(value.option));
        await value.removeOption('Europe', 'Germany', 'Berlin');
        expect(membersOf(await value.get())).toMatchObject({
          defaultOptions: [{ optionvalue: 'Europe' }, { optionvalue: 'Germany' }, { id: -2, optionvalue: 'none' }],
        });
      },
    ),
    rule(
      `a change of an option shows in the default value, ${place}`,
      { ...needs, evidence: 'inferred', source: '001:2665', since: { customfieldEditor: '1.2' } },
      async (stage) => {
        const { field, path } = await oneWithDefault(stage);
        await stage.user.ask('editorUpdateOption', 200, {
          path: { ...path, optionId: field.option('safari') },
          body: { optionvalue: 'lynx', disabled: true },
        });
        const { body } = await askBy(stage.user, get, 200, { path });
        expect(body).toMatchObject({ defaultOption: { id: field.option('safari'), optionvalue: 'lynx' } });
      },
    ),
  ];
}

async function oneWithDefault(stage: Stage) {
  const field = await stage.field('select', { options: flat });
  await stage.grant(field);
  const path = { customFieldId: field.id, contextId: field.contextId };
  await stage.user.ask('editorSetDefaultValue', 200, { path, body: { optionId: field.option('safari') } });
  return { field, path };
}

/** A default value without the members that do not apply, which may be null (`editor.default-null-members`). */
function membersOf(value: unknown): object {
  return Object.fromEntries(Object.entries(value as object).filter(([, member]) => member !== null));
}

export const defaultValues = (['Default', ''] as const).flatMap(checksIn);
