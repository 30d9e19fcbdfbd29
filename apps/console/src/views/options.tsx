import { useState } from 'preact/hooks';
import { attempt, change } from '../fake.js';
import { Rows } from '../rows.js';
import { optionCount, readWorld, type Context, type Option } from '../world.js';

interface Row {
  readonly option: Option;
  readonly parent: Option | undefined;
  readonly siblings: readonly Option[];
  /** Of how many ancestors it is below. */
  readonly level: number;
}

function rowsOf(siblings: readonly Option[], parent?: Option, level = 0): Row[] {
  return siblings.flatMap((option) => [
    { option, parent, siblings, level },
    ...rowsOf(option.children ?? [], option, level + 1),
  ]);
}

interface OptionTreeProps {
  readonly fieldKey: string;
  readonly context: Context;
  readonly options: readonly Option[];
}

/** The options of a context, edited by Jira's own API. */
export function OptionTree({ fieldKey, context, options }: OptionTreeProps) {
  const [chosen, choose] = useState<number>();
  const rows = rowsOf(options);
  const at = rows.findIndex(({ option }) => option.id === chosen);
  const row = rows[at];
  const address = `/rest/api/3/field/${fieldKey}/context/${context.id}/option`;
  const elementId = (id: number) => `option-${id}`;

  const edit = (what: () => Promise<unknown>) =>
    void attempt(async () => {
      await what();
      await readWorld();
    });
  const move = (by: -1 | 1) => {
    if (!row) return;
    const place = row.siblings.indexOf(row.option) + by;
    // Behind the one above the one above, or in front of all.
    const after = row.siblings[by === 1 ? place : place - 1];
    if (place < 0 || place >= row.siblings.length) return;
    const to = after ? { after: String(after.id) } : { position: 'First' };
    edit(() => change('PUT', `${address}/move`, { customFieldOptionIds: [String(row.option.id)], ...to }));
  };
  const add = (parent?: Option) => {
    const value = prompt(parent ? `New option below ${parent.value}` : 'New option');
    if (!value) return;
    edit(() => change('POST', address, { options: [{ value, ...(parent && { optionId: String(parent.id) }) }] }));
  };
  const rename = () => {
    const value = row && prompt(`New name of ${row.option.value}`, row.option.value);
    if (row && value) edit(() => change('PUT', address, { options: [{ id: String(row.option.id), value }] }));
  };
  const disable = () => {
    if (!row) return;
    const { id, disabled = false } = row.option;
    edit(() => change('PUT', address, { options: [{ id: String(id), disabled: !disabled }] }));
  };
  const remove = () => {
    if (row && confirm(`Delete ${row.option.value}?`)) edit(() => change('DELETE', `${address}/${row.option.id}`));
  };
  const sort = () => {
    const sorted = [...(row?.siblings ?? options)].sort((a, b) => a.value.localeCompare(b.value));
    const ids = sorted.map(({ id }) => String(id));
    edit(() => change('PUT', `${address}/move`, { customFieldOptionIds: ids, position: 'First' }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => (event.altKey ? move(1) : choose(rows[Math.min(at + 1, rows.length - 1)]?.option.id)),
      ArrowUp: () => (event.altKey ? move(-1) : choose(rows[Math.max(at - 1, 0)]?.option.id)),
      Home: () => choose(rows[0]?.option.id),
      End: () => choose(rows.at(-1)?.option.id),
      Enter: rename,
      F2: rename,
      Delete: remove,
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <>
      <div class="toolbar" role="toolbar" aria-label={`Edit options of ${context.name}`}>
        <button onClick={() => add()}>Add</button>
        <button disabled={!row || row.level > 0} onClick={() => add(row?.option)}>
          Add below
        </button>
        <button disabled={!row} onClick={rename}>
          Rename
        </button>
        <button disabled={!row} onClick={disable}>
          {row?.option.disabled ? 'Enable' : 'Disable'}
        </button>
        <button disabled={!row} onClick={() => move(-1)}>
          Up
        </button>
        <button disabled={!row} onClick={() => move(1)}>
          Down
        </button>
        <button disabled={rows.length === 0} onClick={sort}>
          Sort
        </button>
        <button disabled={!row} onClick={remove}>
          Delete
        </button>
      </div>
      <p>
        <small>
          {optionCount(options)} options. Arrow keys choose, with Alt they move; Enter renames, Delete deletes.
        </small>
      </p>
      <Rows
        count={rows.length}
        height={30}
        shown={at}
        role="tree"
        tabIndex={0}
        aria-label={`Options of ${context.name}`}
        aria-activedescendant={row && elementId(row.option.id)}
        onKeyDown={onKeyDown}
        onFocus={() => row ?? choose(rows[0]?.option.id)}
      >
        {(index) => {
          const { option, level, siblings } = rows[index]!;
          return (
            <div
              id={elementId(option.id)}
              role="treeitem"
              aria-level={level + 1}
              aria-posinset={siblings.indexOf(option) + 1}
              aria-setsize={siblings.length}
              aria-selected={option.id === chosen}
              class={option.disabled ? 'option disabled' : 'option'}
              style={{ paddingInlineStart: `${0.6 + level * 1.4}rem` }}
              onClick={() => choose(option.id)}
            >
              {option.value} <small>{option.id}</small>
              {option.disabled && <small> disabled</small>}
            </div>
          );
        }}
      </Rows>
    </>
  );
}
