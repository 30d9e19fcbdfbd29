import { useEffect, useState } from 'preact/hooks';
import { attempt } from '../fake.js';
import { grades, knownAnswers, readKnown, type Grade, type KnownOperation } from '../known.js';

/** All operations and their outcomes, by how they are known. */
export function EvidenceView({ path: [chosen] }: { readonly path: readonly string[] }) {
  const [only, setOnly] = useState<Grade>();
  useEffect(() => void attempt(readKnown), []);
  const apis = [...new Set(knownAnswers.value?.map(({ api }) => api))];
  const all = (knownAnswers.value ?? []).filter(({ api }) => chosen === undefined || api === chosen);
  const outcomes = all.flatMap((one) => one.outcomes);
  const count = (grade: Grade) => outcomes.filter(({ evidence }) => evidence === grade).length;
  return (
    <>
      <h1>How it is known</h1>
      <p>
        {all.length} operations, {outcomes.length} outcomes in this profile. Of <a href="#/evidence">all APIs</a>
        {apis.map((api) => (
          <>
            , <a href={`#/evidence/${api}`}>{api}</a>
          </>
        ))}
      </p>
      <div class="toolbar" role="group" aria-label="Show one grade">
        {grades.map((grade) => (
          <button
            key={grade}
            class={`grade ${grade}`}
            aria-pressed={only === grade}
            onClick={() => setOnly(only === grade ? undefined : grade)}
          >
            {grade} {count(grade)}
          </button>
        ))}
      </div>
      {apis
        .filter((api) => all.some((one) => one.api === api))
        .map((api) => (
          <section key={api} aria-labelledby={`of-${api}`}>
            <h2 id={`of-${api}`}>{api}</h2>
            <ul class="map">
              {all
                .filter((one) => one.api === api && one.outcomes.some(({ evidence }) => !only || evidence === only))
                .map((one) => (
                  <OperationRow key={one.operation} known={one} only={only} />
                ))}
            </ul>
          </section>
        ))}
    </>
  );
}

function OperationRow({ known, only }: { readonly known: KnownOperation; readonly only: Grade | undefined }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span class="operation">
            <strong>{known.method}</strong> {known.path}
          </span>{' '}
          {known.outcomes.map(({ status, evidence }) => (
            <span key={status} class={`grade ${evidence} ${only && only !== evidence ? 'faint' : ''}`}>
              {status}
              <span class="unseen"> {evidence}</span>
            </span>
          ))}
        </summary>
        {isOpen && <Outcomes known={known} />}
      </details>
    </li>
  );
}

function Outcomes({ known }: { readonly known: KnownOperation }) {
  return (
    <>
      <p>
        {known.summary} · <code>{known.operation}</code>
      </p>
      <dl>
        {known.outcomes.map(({ status, evidence, source, description }) => (
          <div key={status}>
            <dt>
              {status} {evidence}
            </dt>
            <dd>
              {description} <small>{source}</small>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
