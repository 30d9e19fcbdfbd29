import type { Comparison } from '../reports.js';

/** Recordings, each with the one before it: what differs and is not documented, then what is. */
export function Comparisons({ comparisons }: { readonly comparisons: readonly Comparison[] }) {
  return (
    <>
      {comparisons.map((one) => (
        <Compared key={`${one.before} ${one.after}`} comparison={one} />
      ))}
    </>
  );
}

function Compared({ comparison: { sides, compared, differences } }: { readonly comparison: Comparison }) {
  const surprising = differences.filter(({ judgement, accepted }) => judgement === 'undocumented' && accepted === null);
  const others = differences.filter((one) => !surprising.includes(one));
  return (
    <>
      <h3>
        {sides.before.name} → {sides.after.name}
      </h3>
      {[sides.before, sides.after].map(({ name, versions, url, at }) => (
        <p key={name}>
          {name}: {versions}
          {url !== null && ` of ${url}`}
          {at !== null && `, ${at}`}
        </p>
      ))}
      <p>
        {compared} checks compared: <span class={surprising.length > 0 ? 'bad' : 'good'}>{surprising.length}</span>{' '}
        differences that nothing explains, {others.length} documented or accepted.
      </p>
      <Differences title="Not documented" differences={surprising} />
      <Differences title="Documented or accepted" differences={others} />
    </>
  );
}

type Listed = Pick<Comparison, 'differences'> & { readonly title: string };

function Differences({ title, differences }: Listed) {
  if (differences.length === 0) return null;
  return (
    <details open={title === 'Not documented'}>
      <summary>
        {title}: {differences.length}
      </summary>
      <ul class="map">
        {differences.map(({ check, aspect, at, before, after, because, accepted }) => (
          <li key={`${check} ${aspect} ${at}`}>
            <span class="operation">{check}</span> <small>{[aspect, at].join(' ')}</small>
            <p>
              <code>{JSON.stringify(before) ?? 'nothing'}</code> → <code>{JSON.stringify(after) ?? 'nothing'}</code>{' '}
              <small>{[...because, accepted].filter(Boolean).join('; ')}</small>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
