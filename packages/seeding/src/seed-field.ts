import {
  hasSomebody,
  nobody,
  sameDefault,
  sameMembers,
  type ContextShape,
  type ContextState,
  type FieldState,
  type Grantees,
  type OptionState,
} from './field-state.js';
import type { ContextDefault, FieldWriter, OptionPlace } from './field-writer.js';
import { possibleShape } from './global-context.js';
import { matchContexts } from './match-contexts.js';

/**
 * Makes one field of a target like the wanted one: what is there already stays, what differs is set, what is missing
 * is made. What the wanted field does not name stays as it is, but for the context that Jira made with the field and
 * that holds nothing: it gives way.
 *
 * @param found - what the target has; undefined: no such field
 * @param globalStays - whether the context for all projects is neither removed nor narrowed
 * @returns whether a default value was set
 */
export async function seedField(
  wanted: FieldState,
  found: FieldState | undefined,
  writer: FieldWriter,
  globalStays: boolean,
): Promise<boolean> {
  if (wanted.trashed && found?.trashed) return false;
  const field = found ?? (await writer.createField(wanted));
  if (found) await updateField(wanted, found, writer);
  const { pairs, differed } = await seedContexts(wanted, field, writer, globalStays);
  await seedGrants(wanted, field, pairs, writer);
  if (wanted.trashed) await writer.trash(field);
  return differed;
}

async function updateField(wanted: FieldState, found: FieldState, writer: FieldWriter): Promise<void> {
  const change = {
    ...(wanted.description === found.description ? {} : { description: wanted.description }),
    ...(found.searcher === undefined || wanted.searcher === undefined || wanted.searcher === found.searcher
      ? {}
      : { searcher: wanted.searcher ?? null }),
  };
  if (Object.keys(change).length > 0) await writer.updateField(found, change);
}

/** A context as it is wanted, and as the target has it by now. */
interface Pair {
  readonly wanted: ContextState;
  readonly context: ContextState;
}

async function seedContexts(
  wanted: FieldState,
  field: FieldState,
  writer: FieldWriter,
  globalStays: boolean,
): Promise<{ readonly pairs: readonly Pair[]; readonly differed: boolean }> {
  const defaults: ContextDefault[] = [];
  const matched = matchContexts(wanted, field.contexts, globalStays);
  for (const spare of matched.spare) await writer.deleteContext(field, spare);
  const pairs: Pair[] = [];
  // What is there first: a project can only move once it is free.
  const inOrder = [...wanted.contexts].sort((a, b) => Number(matched.found.has(b)) - Number(matched.found.has(a)));
  for (const context of inOrder) {
    const before = matched.found.get(context);
    let now = before ?? (await writer.createContext(field, context));
    const shape = before ? possibleShape(before, context, globalStays) : context;
    if (before && !sameShape(before, shape)) now = await writer.updateContext(field, before, shape);
    const options = await seedOptions(context, { field, context: now }, writer);
    now = { ...now, options };
    const { default: value } = context;
    if (value !== undefined && !(now.default !== undefined && sameDefault(now.default, value))) {
      defaults.push({ context: now, value });
    }
    pairs.push({ wanted: context, context: now });
  }
  return { pairs, differed: defaults.length > 0 && (await writer.setDefaults(field, defaults)) };
}

function sameShape(a: ContextShape, b: ContextShape): boolean {
  return (
    a.name === b.name &&
    a.description === b.description &&
    a.global === b.global &&
    sameMembers(a.projects, b.projects) &&
    sameMembers(a.issueTypes, b.issueTypes)
  );
}

/** @returns the options of the context afterwards */
async function seedOptions(
  wanted: ContextState,
  { field, context }: OptionPlace,
  writer: FieldWriter,
): Promise<readonly OptionState[]> {
  let options = context.options;
  // Level by level: children can only be made below parents that are there.
  for (let level = 0; ; level++) {
    const groups = groupsOfLevel(wanted.options, options, level);
    if (groups.length === 0) return options;
    const added = groups
      .map(({ parent, wanted: some, there }) => ({ parent, options: missingFrom(there, some) }))
      .filter((group) => group.options.length > 0);
    if (added.length > 0) options = await writer.addOptions(field, { ...context, options }, added);
    for (const { parent, wanted: some, there } of groupsOfLevel(wanted.options, options, level)) {
      const place = { field, context: { ...context, options }, ...(parent ? { parent } : {}) };
      await seedLevel(some, there, place, writer);
    }
  }
}

interface Group {
  readonly parent: OptionState | undefined;
  readonly wanted: readonly OptionState[];
  readonly there: readonly OptionState[];
}

/** The siblings of one level, with those that the target has beside them. */
function groupsOfLevel(wanted: readonly OptionState[], there: readonly OptionState[], level: number): Group[] {
  let groups: Group[] = [{ parent: undefined, wanted, there }];
  for (let at = 0; at < level; at++) {
    groups = groups.flatMap((group) => {
      const byValue = new Map(group.there.map((option) => [option.value, option]));
      return group.wanted.flatMap(({ value, children }): Group[] => {
        const parent = byValue.get(value);
        return parent && children.length > 0 ? [{ parent, wanted: children, there: parent.children }] : [];
      });
    });
  }
  return groups.filter((group) => group.wanted.length > 0);
}

function missingFrom(there: readonly OptionState[], wanted: readonly OptionState[]): OptionState[] {
  const values = new Set(there.map(({ value }) => value));
  return wanted.filter(({ value }) => !values.has(value));
}

/** Disables, enables and orders what is there by now. */
async function seedLevel(
  wanted: readonly OptionState[],
  there: readonly OptionState[],
  place: OptionPlace,
  writer: FieldWriter,
): Promise<void> {
  const byValue = new Map(there.map((option) => [option.value, option]));
  const pairs = wanted.flatMap((option) => {
    const found = byValue.get(option.value);
    return found ? [{ option, found }] : [];
  });
  const differing = pairs.filter(({ option, found }) => option.disabled !== found.disabled);
  if (differing.length > 0) {
    const changed = differing.map(({ option, found }) => ({ ...found, disabled: option.disabled }));
    await writer.setDisabled(place, changed);
  }
  const names = new Set(wanted.map(({ value }) => value));
  const ranks = new Map(there.map(({ value }, rank) => [value, rank]));
  const rank = (at: number) => ranks.get(pairs[at]?.found.value ?? '') ?? 0;
  const inOrder = pairs.every((_, at) => at === 0 || rank(at) > rank(at - 1));
  const strangerInFront = there.slice(0, pairs.length).some(({ value }) => !names.has(value));
  if (!inOrder || strangerInFront)
    await writer.orderOptions(
      place,
      pairs.map(({ found }) => found),
    );
}

async function seedGrants(
  wanted: FieldState,
  field: FieldState,
  pairs: readonly Pair[],
  writer: FieldWriter,
): Promise<void> {
  if (wanted.grants && !sameGrants(wanted.grants, field.grants ?? nobody)) {
    await writer.setFieldGrants(field, wanted.grants);
  }
  const differs = ({ wanted: { grants }, context }: Pair) => grants && !sameGrants(grants, context.grants ?? nobody);
  if (!pairs.some(differs)) return;
  // One call says those of all contexts; those of contexts that nobody has named are said again as they are.
  const named = new Set(pairs.map(({ context }) => context.id));
  const others = field.contexts.filter(({ id, grants }) => !named.has(id) && hasSomebody(grants));
  await writer.setContextGrants(field, [
    ...pairs.map(({ context, wanted: { grants } }) => ({ ...context, grants })),
    ...others,
  ]);
}

function sameGrants(a: Grantees, b: Grantees): boolean {
  return sameMembers(a.users, b.users) && sameMembers(a.groups, b.groups);
}
