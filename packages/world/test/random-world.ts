import {
  addIssueType,
  changeContext,
  changeGrant,
  checkWorld,
  editContext,
  sortOptions,
  updateOption,
  wholeField,
  createContext,
  createField,
  createIssue,
  createOptions,
  deleteContext,
  deleteOption,
  fieldTypes,
  moveOptions,
  removeUnattachedContexts,
  restoreField,
  RuleError,
  setDefaultValues,
  setOptionPosition,
  startDeletingField,
  trashField,
  updateOptions,
  type CustomField,
  type Transaction,
} from '../src/index.js';
import { smallWorld } from './small-world.js';

/** Numbers that look random and are the same each time (a linear congruence with the constants of Numerical Recipes). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Changes a world at random for a while; most of the changes break some rule. */
export function changeAtRandom(seed: number, steps: number) {
  const small = smallWorld();
  const { world, clock, ada, test, other, bug, subtask } = small;
  const below = randomFrom(seed);
  const one = <Item>(items: Iterable<Item>): Item | undefined => {
    const all = [...items];
    return all[below(all.length)];
  };
  const task = world.write((tx) => addIssueType(tx, { name: 'Chore' }));
  const some = <Item>(items: Item[]) => items.filter(() => below(2) === 0);
  const anyField = () => one(world.root.fields.keys()) ?? 0;
  const anyContext = () => one(world.root.contexts.values());
  const anyOption = () => one(world.root.options.values());
  const projects = () => some([test.id, other.id]);
  const issueTypes = () => some([bug.id, subtask.id, task.id]);
  const name = () => `name ${below(6)}`;
  const rules = { uniqueNames: false };
  const exact = { ignoreCase: false };
  const changes: ((tx: Transaction) => unknown)[] = [
    (tx) => createField(tx, { name: name(), type: one(fieldTypes())?.key ?? '' }),
    (tx) =>
      createField(tx, {
        name: name(),
        type: one(['select', 'cascadingselect', 'multiselect', 'multi-level-cascading-select']) ?? '',
      }),
    (tx) => createContext(tx, anyField(), { name: name(), projectIds: projects(), issueTypeIds: issueTypes() }, rules),
    (tx) => deleteContext(tx, anyField(), anyContext()?.id ?? 0),
    (tx) => {
      const context = anyContext();
      const mode = one(['add', 'remove'] as const) ?? 'add';
      const of = (all: readonly number[], its: readonly number[] = []) => ({
        mode,
        ids: mode === 'add' ? all : some([...its]),
      });
      const change =
        below(2) === 0
          ? { projects: of(projects(), context?.projectIds) }
          : { issueTypes: of(issueTypes(), context?.issueTypeIds) };
      return changeContext(tx, context?.fieldId ?? 0, context?.id ?? 0, change, rules);
    },
    ...Array.from({ length: 4 }, () => (tx: Transaction) => {
      const context = anyContext();
      const parentId = below(2) === 0 ? undefined : anyOption()?.id;
      return createOptions(
        tx,
        context?.fieldId ?? 0,
        context?.id ?? 0,
        [{ value: name(), parentId }, { value: name() + 'x' }],
        exact,
      );
    }),
    (tx) => {
      const option = anyOption();
      const change = { id: option?.id ?? 0, value: name(), disabled: below(2) === 0 };
      return updateOptions(tx, option?.fieldId ?? 0, option?.contextId ?? 0, [change], exact);
    },
    (tx) => {
      const option = anyOption();
      const optionIds = [option?.id ?? 0];
      const where = below(2) === 0 ? { after: anyOption()?.id } : { position: one(['First', 'Last'] as const) };
      return moveOptions(tx, option?.fieldId ?? 0, option?.contextId ?? 0, { optionIds, ...where });
    },
    (tx) => {
      const option = anyOption();
      const children = below(2) === 0 ? 'delete' : 'refuse';
      return deleteOption(tx, option?.fieldId ?? 0, option?.contextId ?? 0, option?.id ?? 0, {
        children,
        used: 'clear',
      });
    },
    (tx) => {
      const option = anyOption();
      const value = { type: 'option.single', optionId: option?.id ?? 0 } as const;
      return setDefaultValues(tx, option?.fieldId ?? 0, [
        { contextId: option?.contextId ?? 0, type: value.type, value },
      ]);
    },
    (tx) => {
      const context = anyContext();
      const list = (ids: number[]) =>
        below(3) === 0 ? undefined : { mode: one(['add', 'replace'] as const) ?? 'add', ids };
      const change = { name: name(), projects: list(projects()), issueTypes: list(issueTypes()) };
      const [takenProjects, takenGlobal] = [1, 2].map(() => one(['refuse', 'take-over'] as const) ?? 'refuse');
      return (
        context &&
        changeContext(tx, context.fieldId, context.id, change, {
          ...rules,
          takenProjects,
          takenGlobal,
          addingAgain: 'ignore',
        })
      );
    },
    (tx) => (below(4) === 0 ? removeUnattachedContexts(tx, anyField()) : null),
    (tx) => {
      const option = anyOption();
      const beyondEnd = one(['clamp', 'refuse'] as const) ?? 'clamp';
      return option && setOptionPosition(tx, option, 1 + below(5), { beyondEnd });
    },
    ...Array.from({ length: 2 }, () => (tx: Transaction) => {
      const context = anyContext();
      const field = tx.root.fields.get(context?.fieldId ?? 0);
      const change = {
        action: one(['grant', 'grant', 'revoke'] as const) ?? 'grant',
        user: one(['ada', 'bob', 'nobody']),
      };
      return (
        field && changeGrant(tx, field, below(2) === 0 ? wholeField : (context?.id ?? 0), change, { unknown: 'refuse' })
      );
    }),
    (tx) => {
      const context = anyContext();
      const field = tx.root.fields.get(context?.fieldId ?? 0);
      const whole = { name: name(), isGlobal: below(2) === 0, projectIds: projects(), issueTypeIds: issueTypes() };
      const contradiction = one(['refuse', 'list-wins', 'flag-wins'] as const) ?? 'refuse';
      return (
        field &&
        editContext(tx, field.id, below(2) === 0 ? null : (context?.id ?? 0), whole, { ...rules, contradiction })
      );
    },
    (tx) => {
      const option = anyOption();
      const context = tx.root.contexts.get(option?.contextId ?? 0);
      if (!option || !context) return;
      if (below(3) === 0)
        sortOptions(tx, context, option.parentId, { descending: below(2) === 0, locale: 'en', strength: 'TERTIARY' });
      else
        updateOption(
          tx,
          tx.root.fields.get(option.fieldId) as CustomField,
          context,
          option,
          { sequence: below(9) },
          exact,
        );
    },
    (tx) => trashField(tx, anyField(), ada),
    (tx) => restoreField(tx, anyField()),
    (tx) => (below(4) === 0 ? startDeletingField(tx, anyField(), ada) : null),
    (tx) => createIssue(tx, { project: test.id, issueType: bug.id, summary: 'S', values: {} }, { applyDefaults: true }),
    () => (clock.at += below(1000)),
  ];
  const broken = new Set<string>();
  let done = 0;
  for (let step = 0; step < steps; step++) {
    const before = world.root;
    try {
      world.write(one(changes) as (tx: Transaction) => unknown);
      done++;
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      broken.add(error.code);
      if (world.root !== before)
        throw new Error(`A refused change changed the world: ${error.message}`, { cause: error });
    }
    const faults = step % 10 === 0 || step === steps - 1 ? checkWorld(world.root) : [];
    if (faults.length > 0) throw new Error(`Seed ${seed}, step ${step}: ${faults.join('\n')}`);
  }
  return { done, broken, world };
}
