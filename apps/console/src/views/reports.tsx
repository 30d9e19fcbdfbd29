import { useEffect } from 'preact/hooks';
import { attempt } from '../fake.js';
import { listed, openFile, opened, openListed, readListed, type Recorded, type Report } from '../reports.js';
import { Comparisons } from './comparison-report.js';
import { Matrix } from './matrix-report.js';
import { Run } from './run-report.js';

/** What the contract suite has written: of the folder that the fake was told of, and files of whoever looks. */
export function ReportsView({ path: [name] }: { readonly path: readonly string[] }) {
  useEffect(() => void attempt(readListed), []);
  useEffect(() => void (name !== undefined && attempt(() => openListed(name))), [name]);
  const open = opened.value;
  return (
    <>
      <h1>Reports of the contract suite</h1>
      <p>
        <label>
          Open a file{' '}
          <input
            type="file"
            accept=".json,application/json"
            onChange={({ currentTarget: { files } }) => {
              const [file] = files ?? [];
              if (file) void attempt(() => openFile(file));
            }}
          />
        </label>
      </p>
      {listed.value?.length === 0 && (
        <p>
          <code>fake-jira start --reports reports</code> shows those of a folder here, which{' '}
          <code>fake-jira contract run --json reports/run.json</code> has written.
        </p>
      )}
      <ul class="map">
        {listed.value?.map((one) => (
          <li key={one.name}>
            <a
              href={`#/reports/${encodeURIComponent(one.name)}`}
              aria-current={one.name === open?.name ? 'true' : undefined}
            >
              {one.name}
            </a>{' '}
            <small>
              {one.kind}, {new Date(one.at).toLocaleString()}
            </small>
          </li>
        ))}
      </ul>
      {open && (
        <section aria-labelledby="report">
          <h2 id="report">{open.name}</h2>
          <Shown report={open.report} />
        </section>
      )}
    </>
  );
}

function Shown({ report }: { readonly report: Report }) {
  if (Array.isArray(report)) return <Comparisons comparisons={report} />;
  if ('rows' in report) return <Matrix report={report} />;
  if ('results' in report) return <Run report={report} />;
  return <Recording recorded={report as Recorded} />;
}

function Recording({ recorded: { profile, files, taken } }: { readonly recorded: Recorded }) {
  return (
    <p>
      A recording of {profile.name}
      {taken && `, taken of ${taken.url} at ${taken.at}`}: {files.length} resources. Hold a Jira to it by{' '}
      <code>fake-jira contract run --against</code>.
    </p>
  );
}
