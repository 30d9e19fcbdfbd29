import { useEffect } from 'preact/hooks';
import { attempt } from '../fake.js';
import { Rows } from '../rows.js';
import { readWorld, world, type Issue } from '../world.js';

/** The issues of the world with the values of their fields. */
export function IssuesView() {
  useEffect(() => void attempt(readWorld), []);
  const issues = world.value?.issues ?? [];
  return (
    <>
      <h1>Issues</h1>
      <p>{issues.length} issues</p>
      <Rows count={issues.length} height={76} role="list" aria-label="Issues">
        {(index) => <IssueRow issue={issues[index]!} />}
      </Rows>
    </>
  );
}

function IssueRow({ issue }: { readonly issue: Issue }) {
  const { key, type, summary, fields = {} } = issue;
  const values = Object.entries(fields).map(([name, value]) => `${name}: ${text(value)}`);
  return (
    <div role="listitem" class="field">
      <strong>{key}</strong> {summary} <small>{type}</small>
      <small class="values" title={values.join('\n')}>
        {values.join(' · ') || 'no values of custom fields'}
      </small>
    </div>
  );
}

const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
