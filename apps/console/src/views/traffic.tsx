import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { attempt, control, notice } from '../fake.js';
import { asCurl, asFetch, asHar, asJest } from '../copies.js';
import { entries, followJournal, type Entry } from '../journal.js';
import { knownAnswers, readKnown } from '../known.js';
import { Rows } from '../rows.js';

const wanted = signal({ text: '', status: '', user: '', api: '' });

/** The journal as it goes on. */
export function TrafficView() {
  const [chosen, choose] = useState<Entry>();
  useEffect(() => {
    const leaving = new AbortController();
    void attempt(async () => {
      await readKnown();
      await followJournal(leaving.signal).catch((error: Error) => {
        if (!leaving.signal.aborted) throw error;
      });
    });
    return () => leaving.abort();
  }, []);
  const found = entries.value.filter(fits).reverse();
  return (
    <>
      <h1>Traffic</h1>
      <Filters />
      <div class="toolbar">
        <button onClick={() => void attempt(() => control('requests', 'DELETE'))}>Forget all</button>
        <button onClick={() => save('fake-jira.har', asHar(entries.value))}>Save as HAR</button>
      </div>
      <p aria-live="polite">
        {found.length} of {entries.value.length} requests, the newest first
      </p>
      <Rows count={found.length} height={40} role="list" aria-label="Requests">
        {(index) => (
          <div role="listitem">
            <button class="entry" aria-pressed={found[index] === chosen} onClick={() => choose(found[index])}>
              <EntryLine entry={found[index]!} />
            </button>
          </div>
        )}
      </Rows>
      {chosen && <EntryPart entry={chosen} />}
    </>
  );
}

const apiOf = ({ operationId }: Entry) =>
  knownAnswers.value?.find(({ operation }) => operation === operationId)?.api ?? '';

function fits(entry: Entry): boolean {
  const { text, status, user, api } = wanted.value;
  return (
    `${entry.method} ${entry.path} ${entry.operationId ?? ''}`.toLowerCase().includes(text.toLowerCase()) &&
    String(entry.status ?? '').startsWith(status) &&
    (user === '' || entry.user === user) &&
    (api === '' || apiOf(entry) === api)
  );
}

function Filters() {
  const change = (name: string) => (event: Event) => {
    wanted.value = { ...wanted.value, [name]: (event.currentTarget as HTMLInputElement).value };
  };
  const { text, status, user, api } = wanted.value;
  const users = [...new Set(entries.value.map((entry) => entry.user).filter((name) => name !== null))];
  return (
    <form class="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <label>
        Address or operation <input type="search" value={text} onInput={change('text')} />
      </label>
      <label>
        Status <input size={4} inputMode="numeric" value={status} onInput={change('status')} />
      </label>
      <label>
        User{' '}
        <select value={user} onChange={change('user')}>
          <option value="">anybody</option>
          {users.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        API{' '}
        <select value={api} onChange={change('api')}>
          <option value="">all</option>
          {[...new Set(knownAnswers.value?.map((one) => one.api))].map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
    </form>
  );
}

function EntryLine({ entry }: { readonly entry: Entry }) {
  const { method, path, status, user } = entry;
  return (
    <>
      <strong class={status !== null && status < 400 ? 'good' : 'bad'}>{status ?? 'broken off'}</strong> {method}{' '}
      <span class="path">{path}</span> <small>{user ?? 'nobody'}</small>
    </>
  );
}

function EntryPart({ entry }: { readonly entry: Entry }) {
  const operation = knownAnswers.value?.find((one) => one.operation === entry.operationId);
  const outcome = operation?.outcomes.find(({ status }) => status === entry.status);
  return (
    <section class="card" aria-label="Request">
      <h2>
        {entry.method} {entry.path.split('?')[0]}
      </h2>
      <p>
        {new Date(entry.at).toISOString()} · {entry.operationId ?? 'no operation'}
        {entry.fault && ` · met by ${entry.fault}`}
      </p>
      {outcome && (
        <p>
          <span class={`grade ${outcome.evidence}`}>{outcome.evidence}</span> {outcome.source}. {outcome.description}
        </p>
      )}
      {entry.violations.map((violation) => (
        <p key={violation} class="bad">
          {violation}
        </p>
      ))}
      {entry.body !== undefined && <pre tabIndex={0}>{JSON.stringify(entry.body, null, 2)}</pre>}
      {entry.bodyLeftOut && <p>Its body is not kept: {entry.bodyLeftOut}.</p>}
      <div class="toolbar">
        <button onClick={() => copy('curl', asCurl(entry))}>Copy as curl</button>
        <button onClick={() => copy('fetch', asFetch(entry))}>Copy as fetch</button>
        <button onClick={() => copy('Jest test', asJest(entry))}>Copy as Jest test</button>
      </div>
    </section>
  );
}

const copy = (what: string, text: string) =>
  void attempt(async () => {
    await navigator.clipboard.writeText(text);
    notice.value = `Copied as ${what}.`;
  });

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
