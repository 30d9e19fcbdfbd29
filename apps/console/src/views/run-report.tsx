import { useState } from 'preact/hooks';
import { verdicts, type Check, type RunReport, type Verdict } from '../reports.js';

/** So many checks are shown at once; a search finds the others. */
const most = 200;

/** A run of the suite: how each check ended, the failures first. */
export function Run({ report }: { readonly report: RunReport }) {
  const { target, startedAt, results, coverage } = report;
  const count = (verdict: Verdict) => results.filter((one) => one.verdict === verdict).length;
  const [shown, show] = useState<Verdict>(count('failed') > 0 ? 'failed' : 'skipped');
  const [text, search] = useState('');
  const found = results.filter(({ verdict, id }) => verdict === shown && id.includes(text));
  const seen = coverage.filter((one) => one.evidence === 'documented');
  return (
    <>
      <p>
        {target.profile} at {target.url}, {new Date(startedAt).toLocaleString()}. Documented outcomes seen:{' '}
        {seen.filter((one) => one.seen).length} of {seen.length}.
      </p>
      <div class="toolbar" role="group" aria-label="Checks that">
        {verdicts.map((verdict) => (
          <button key={verdict} aria-pressed={shown === verdict} onClick={() => show(verdict)}>
            {verdict} {count(verdict)}
          </button>
        ))}
      </div>
      <p>
        <label>
          Search checks{' '}
          <input type="search" value={text} onInput={({ currentTarget }) => search(currentTarget.value)} />
        </label>
      </p>
      <ul class="map">
        {found.slice(0, most).map((check) => (
          <CheckRow key={check.id} check={check} />
        ))}
      </ul>
      {found.length > most && <p>{found.length - most} more.</p>}
    </>
  );
}

function CheckRow({ check }: { readonly check: Check }) {
  const { id, title, evidence, source, message, exchange } = check;
  return (
    <li>
      <details>
        <summary>
          <span class="operation">{id}</span> <span class={`grade ${evidence}`}>{evidence}</span>
        </summary>
        <p>
          {title} <small>{source}</small>
        </p>
        {message !== null && <p>{message}</p>}
        {exchange !== null && <pre tabIndex={0}>{JSON.stringify(exchange, null, 2)}</pre>}
      </details>
    </li>
  );
}
