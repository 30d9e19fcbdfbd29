import { useState } from 'preact/hooks';
import type { Counts, MatrixReport } from '../reports.js';

/** Operations down, versions across: how the checks of each ended there. */
export function Matrix({ report: { rows } }: { readonly report: MatrixReport }) {
  const [text, search] = useState('');
  const operations = [...new Set(rows.flatMap((row) => Object.keys(row.operations)))].sort();
  const found = operations.filter((operation) => operation.toLowerCase().includes(text.toLowerCase()));
  const failures = rows.flatMap(({ profile, failures }) => failures.map((what) => `${profile}: ${what}`));
  return (
    <>
      <p>
        {operations.length} operations in {rows.length} profiles. A cell has the number of checks that passed; one with
        a mark has failures, and one without a number was not asked there.
      </p>
      {failures.map((what) => (
        <p key={what} class="bad">
          {what}
        </p>
      ))}
      <p>
        <label>
          Search operations{' '}
          <input type="search" value={text} onInput={({ currentTarget }) => search(currentTarget.value)} />
        </label>
      </p>
      <div class="scroll heat" tabIndex={0} role="region" aria-label="Operations by profile">
        <table>
          <thead>
            <tr>
              <th scope="col">Operation</th>
              {rows.map(({ profile }) => (
                <th key={profile} scope="col">
                  <span>{profile}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.map((operation) => (
              <tr key={operation}>
                <th scope="row">{operation}</th>
                {rows.map(({ profile, operations: counts }) => (
                  <Cell key={profile} counts={counts[operation]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Cell({ counts }: { readonly counts: Counts | undefined }) {
  if (!counts || counts.passed + counts.failed === 0) return <td class="not-asked" />;
  if (counts.failed > 0) return <td class="failed">✗ {counts.passed}</td>;
  return <td class={counts.passed < 3 ? 'few' : 'many'}>{counts.passed}</td>;
}
