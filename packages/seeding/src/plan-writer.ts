import {
  emptyContext,
  hasSomebody,
  shapeOf,
  type ContextShape,
  type ContextState,
  type FieldState,
  type Grantees,
  type OptionState,
} from './field-state.js';
import type { AddedOptions, ContextDefault, FieldWriter, OptionPlace } from './field-writer.js';

/** Writes nothing, and notes in sentences what a run would do to one field. */
export class PlanWriter implements FieldWriter {
  readonly changes: string[] = [];
  /** How many default values can only be compared once a grant is there. */
  hiddenDefaults = 0;
  #weight = 0;

  /** Roughly how much work it is, for a progress bar. */
  get weight(): number {
    return this.#weight + this.changes.length;
  }

  createField(wanted: FieldState): Promise<FieldState> {
    this.changes.push('create the field');
    return Promise.resolve({ ...wanted, id: 'planned', grants: { users: [], groups: [] }, contexts: [] });
  }

  updateField(_: FieldState, change: { description?: string; searcher?: string | null }): Promise<void> {
    return this.#note(`set its ${Object.keys(change).join(' and ')}`);
  }

  createContext(_: FieldState, wanted: ContextShape): Promise<ContextState> {
    this.changes.push(`create the context "${wanted.name}" ${reachOf(wanted)}`);
    return Promise.resolve({ ...emptyContext(wanted), id: 'planned' });
  }

  updateContext(_: FieldState, context: ContextState, wanted: ContextShape): Promise<ContextState> {
    const renamed = context.name === wanted.name ? '' : `, named "${wanted.name}",`;
    this.changes.push(`set the context "${context.name}"${renamed} ${reachOf(wanted)}`);
    return Promise.resolve({ ...context, ...shapeOf(wanted) });
  }

  deleteContext(_: FieldState, context: ContextState): Promise<void> {
    return this.#note(`delete the empty context "${context.name}"`);
  }

  addOptions(_: FieldState, context: ContextState, added: readonly AddedOptions[]): Promise<readonly OptionState[]> {
    const count = added.reduce((sum, { options }) => sum + options.length, 0);
    const below = belowOf(added.flatMap(({ parent }) => parent?.value ?? []));
    this.#weight += count / 100;
    this.changes.push(`add ${counted(count, 'option')}${below} to "${context.name}"`);
    const made = new Map(added.map(({ parent, options }) => [parent?.id ?? '', options]));
    const grow = (options: readonly OptionState[], id: string): OptionState[] =>
      [
        ...options,
        ...(made.get(id) ?? []).map((option, at) => ({ ...option, id: `${id}/${at}+`, children: [] as OptionState[] })),
      ].map((option) => ({ ...option, children: grow(option.children, option.id) }));
    return Promise.resolve(grow(context.options, ''));
  }

  setDisabled({ context }: OptionPlace, options: readonly OptionState[]): Promise<void> {
    this.#weight += options.length / 20;
    return this.#note(`disable or enable ${counted(options.length, 'option')} of "${context.name}"`);
  }

  orderOptions({ context }: OptionPlace, options: readonly OptionState[]): Promise<void> {
    return this.#note(`put ${counted(options.length, 'option')} of "${context.name}" in order`);
  }

  setDefaults(_: FieldState, defaults: readonly ContextDefault[]): Promise<boolean> {
    const shown = defaults.filter(({ context }) => context.default !== undefined);
    this.hiddenDefaults += defaults.length - shown.length;
    for (const { context, value } of shown) {
      this.changes.push(
        value ? `set the default value of "${context.name}"` : `take away the default value of "${context.name}"`,
      );
    }
    return Promise.resolve(shown.length > 0);
  }

  setFieldGrants(_: FieldState, grants: Grantees): Promise<void> {
    return this.#note(`grant all contexts to ${namesOf(grants)}`);
  }

  setContextGrants(_: FieldState, contexts: readonly ContextState[]): Promise<void> {
    const granted = contexts.filter(({ grants }) => hasSomebody(grants));
    return this.#note(
      granted.length === 0
        ? 'take all grants on contexts away'
        : granted.map(({ name, grants }) => `grant "${name}" to ${namesOf(grants as Grantees)}`).join(', '),
    );
  }

  trash(): Promise<void> {
    return this.#note('move it to the trash');
  }

  #note(change: string): Promise<void> {
    this.changes.push(change);
    return Promise.resolve();
  }
}

/** Below which options others are added: they are named where they are few. */
function belowOf(parents: readonly string[]): string {
  if (parents.length === 0) return '';
  return parents.length > 3
    ? ` below ${parents.length} others`
    : ` below ${parents.map((value) => `"${value}"`).join(', ')}`;
}

function reachOf({ global, projects, issueTypes }: ContextShape): string {
  const where = global ? 'for all projects' : `for ${projects.join(', ')}`;
  return issueTypes.length === 0 ? where : `${where} and ${issueTypes.join(', ')}`;
}

function namesOf({ users, groups }: Grantees): string {
  const names = [...users, ...groups.map((group) => `the group ${group}`)];
  return names.length === 0 ? 'nobody' : names.join(', ');
}

export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
