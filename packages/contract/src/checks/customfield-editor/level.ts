import type { OptionBody } from './answers.js';
import { askBy, type EditorOperationId, type Ids } from './requests.js';
import type { Answer, Person } from '../../stage/person.js';
import type { OptionPlan, ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';

type Verb = 'list' | 'create' | 'update' | 'remove' | 'move' | 'sort';

/** Where options are edited: in the default context or in one that the address names, themselves or their children. */
export interface Window {
  /** Ends the sentence "…, in the default context". */
  readonly place: string;
  readonly context: 'default' | 'named';
  readonly children: boolean;
  readonly operations: Readonly<Record<Verb, EditorOperationId>>;
}

function windowOf(context: Window['context'], children: boolean): Window {
  const infix = `${context === 'default' ? 'Default' : ''}${children ? 'Child' : ''}`;
  const operation = (verb: string, noun = 'Option') => `editor${verb}${infix}${noun}` as EditorOperationId;
  return {
    place: `${children ? 'below an option of' : 'in'} ${context === 'default' ? 'the default context' : 'a named context'}`,
    context,
    children,
    operations: {
      list: operation('List', 'Options'),
      create: operation('Create'),
      update: operation('Update'),
      remove: operation('Delete'),
      move: operation('Move'),
      sort: operation('Sort', 'Options'),
    },
  };
}

/** The four look alike, and are held to the same. */
export const windows: readonly Window[] = [
  windowOf('default', false),
  windowOf('named', false),
  windowOf('default', true),
  windowOf('named', true),
];

/** How a level shall be, where it is not as usual. */
interface LevelPlan {
  /** Of the field; a select list, or a cascading one. */
  readonly type?: string;
  /** Who edits it; the plain user. */
  readonly person?: Person;
}

/**
 * A level of options in a field of its own, on which the plain user has a grant. Where the context is named, the field
 * has a default one as well, with nothing in it: what a target does in the wrong context is not seen in this one.
 */
export class Level {
  readonly field: ScratchField;
  readonly contextId: number;
  /** Ids in the order in which the options were made. */
  readonly ids: readonly number[];
  readonly #window: Window;
  readonly #person: Person;
  readonly #path: Partial<Record<keyof Ids, number>>;

  private constructor(
    window: Window,
    person: Person,
    field: ScratchField,
    made: { readonly contextId: number; readonly parentId: number | undefined; readonly ids: readonly number[] },
  ) {
    this.#window = window;
    this.#person = person;
    this.field = field;
    this.contextId = made.contextId;
    this.ids = made.ids;
    this.#path = {
      customFieldId: field.id,
      contextId: made.contextId,
      ...(made.parentId === undefined ? {} : { optionId: made.parentId }),
    };
  }

  /** Makes a level with these options. */
  static async open(
    stage: Stage,
    window: Window,
    values: readonly (string | OptionPlan)[] = [],
    { type = window.children ? 'cascadingselect' : 'select', person = stage.user }: LevelPlan = {},
  ): Promise<Level> {
    const options: readonly (string | OptionPlan)[] = window.children
      ? [{ value: 'parent', children: values }]
      : values;
    const isDefault = window.context === 'default';
    const field = await stage.field(type, isDefault ? { options } : {});
    await stage.grant(field);
    const context = isDefault
      ? { id: field.contextId, options: field.options }
      : await stage.context(field, { projectIds: [stage.sandbox.project.id], options });
    const parent = window.children ? context.options[0] : undefined;
    const own = window.children ? (parent?.children ?? []) : context.options;
    return new Level(window, person, field, {
      contextId: context.id,
      parentId: parent?.id,
      ids: own.map(({ id }) => id),
    });
  }

  /** The id of the option that was made as the first, second … one, from 0. */
  id(at: number): number {
    const id = this.ids[at];
    if (id === undefined) throw new Error(`The level has ${this.ids.length} options, none at ${at}.`);
    return id;
  }

  /**
   * Asks an operation about this level.
   *
   * @param id - of the option that the address names
   */
  ask(
    verb: Verb,
    status: number,
    { id, body }: { readonly id?: number; readonly body?: unknown } = {},
  ): Promise<Answer> {
    const own = id === undefined ? {} : { [this.#window.children ? 'childOptionId' : 'optionId']: id };
    return askBy(this.#person, this.#window.operations[verb], status, {
      path: { ...this.#path, ...own },
      ...(body === undefined ? {} : { body }),
    });
  }

  /** The options in their order. */
  async list(): Promise<readonly OptionBody[]> {
    return (await this.ask('list', 200)).body as readonly OptionBody[];
  }

  /** The values in their order. */
  async values(): Promise<readonly string[]> {
    return (await this.list()).map(({ optionvalue }) => optionvalue);
  }

  /** Adds an option. */
  async add(optionvalue: string): Promise<OptionBody> {
    return (await this.ask('create', 200, { body: { optionvalue } })).body as OptionBody;
  }
}
