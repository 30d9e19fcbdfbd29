import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { attempt } from '../fake.js';
import { Rows } from '../rows.js';
import { info, keyOf, optionCount, readWorld, world, type Field } from '../world.js';
import { FieldPage } from './field.js';

const searched = signal('');

/** The fields of the world, or one of them. */
export function WorldView({ path: [id] }: { readonly path: readonly string[] }) {
  useEffect(() => void attempt(readWorld), []);
  const fields = world.value?.fields;
  if (!fields) return <p>Loading …</p>;
  if (id === undefined) return <Fields fields={fields} />;
  const field = fields.find((one) => String(one.id) === id);
  return field ? <FieldPage key={id} field={field} /> : <p>There is no field {id} in this world any more.</p>;
}

function Fields({ fields }: { readonly fields: readonly Field[] }) {
  const wanted = searched.value.toLowerCase();
  const found = fields.filter((field) =>
    [field.name, field.type, keyOf(field), field.description ?? ''].some((text) => text.toLowerCase().includes(wanted)),
  );
  return (
    <>
      <h1>World</h1>
      <p>
        {Object.entries(info.value?.counts ?? {})
          .map(([what, count]) => `${count} ${words(what)}`)
          .join(' · ')}
      </p>
      <label class="search">
        Search fields{' '}
        <input
          type="search"
          value={searched.value}
          onInput={({ currentTarget }) => (searched.value = currentTarget.value)}
        />
      </label>
      <p aria-live="polite">
        {found.length} of {fields.length} fields
      </p>
      <Rows count={found.length} height={58} role="list" aria-label="Fields">
        {(index) => <FieldRow field={found[index]!} />}
      </Rows>
    </>
  );
}

const words = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function FieldRow({ field }: { readonly field: Field }) {
  const { contexts = [] } = field;
  const options = contexts.reduce((sum, one) => sum + optionCount(one.options), 0);
  return (
    <div role="listitem" class="field">
      <a href={`#/world/${field.id}`}>{field.name}</a> <code>{field.type}</code>
      <small>
        {keyOf(field)} · {contexts.length} {contexts.length === 1 ? 'context' : 'contexts'}
        {options > 0 && ` · ${options} options`}
        {field.trashed !== undefined && ' · in the trash'}
      </small>
    </div>
  );
}
