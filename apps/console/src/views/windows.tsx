import { useEffect, useState } from 'preact/hooks';
import { ask, attempt, type Answer } from '../fake.js';
import { knownAnswers, readKnown } from '../known.js';

/** Addresses with one variable, which is a field: of it, its contexts or configuration schemes, or its screens. */
const showsOneField = /^([^{]*)\{(?:fieldId|customFieldId)\}(\/contexts?|\/screens|\/options)?$/;

/** A field as each API shows it, side by side. */
export function Windows({ fieldKey }: { readonly fieldKey: string }) {
  const [answers, setAnswers] = useState<readonly (Answer & { readonly address: string; readonly api: string })[]>();
  const show = () =>
    void attempt(async () => {
      await readKnown();
      const found = knownAnswers.value!.filter(({ method, path }) => method === 'GET' && showsOneField.test(path));
      const asked = found.map(async ({ api, path }) => {
        const address = path.replace(showsOneField, (_, before: string, after = '') => before + fieldKey + after);
        return { ...(await ask('GET', address)), address, api };
      });
      setAnswers(await Promise.all(asked));
    });
  useEffect(() => setAnswers(undefined), [fieldKey]);
  return (
    <section aria-labelledby="windows">
      <h2 id="windows">As each API shows it</h2>
      <button onClick={show}>Ask all of them</button>
      <div class="side-by-side">
        {answers?.map(({ address, api, status, body }) => (
          <article key={address} class="card">
            <h3>{api}</h3>
            <p>
              <code>GET {address}</code> <strong>{status}</strong>
            </p>
            <pre tabIndex={0}>{JSON.stringify(body, null, 2)}</pre>
          </article>
        ))}
      </div>
    </section>
  );
}
