import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { addressOfWorkspace, attempt, control, notice, workspace } from '../fake.js';
import { written } from '../form.js';
import { knownAnswers, readKnown } from '../known.js';
import { info, readInfo } from '../world.js';
import { Questions } from './questions.js';

interface Workspace {
  readonly name: string;
  readonly profile: string;
  readonly requests: number;
  readonly faults: number;
}

interface Fault {
  readonly id: string;
  readonly met: number;
  readonly when?: unknown;
  readonly status?: number;
  readonly latency?: number;
  readonly reset?: boolean;
  readonly times?: number;
}

interface Clock {
  readonly now: string;
  readonly frozen: boolean;
}

const workspaces = signal<readonly Workspace[]>([]);
const faults = signal<readonly Fault[]>([]);
const clock = signal<Clock | undefined>(undefined);

async function readAll(): Promise<void> {
  [workspaces.value, faults.value, clock.value] = await Promise.all([
    control<{ workspaces: readonly Workspace[] }>('workspaces').then((found) => found.workspaces),
    control<{ faults: readonly Fault[] }>('faults').then((found) => found.faults),
    control<Clock>('clock'),
  ]);
  await readInfo();
}

/** Does something to this workspace, and shows what it has become. */
const act = (method: string, path: string, body?: unknown) =>
  void attempt(async () => {
    await control(path, method, body);
    await readAll();
  });

/** What no real Jira has: workspaces, faults, the clock, the profile. */
export function SetupView() {
  useEffect(
    () =>
      void attempt(async () => {
        await readAll();
        await readKnown();
      }),
    [],
  );
  return (
    <>
      <h1>Set-up</h1>
      <WorkspacesPart />
      <FaultsPart />
      <ClockPart />
      <ProfilePart />
      {knownAnswers.value && <Questions />}
    </>
  );
}

function WorkspacesPart() {
  const go = (event: SubmitEvent) => {
    location.href = addressOfWorkspace(written(event)('name'));
  };
  const reset = () => {
    if (!confirm(`Reset the workspace ${workspace}? What was changed in it is lost.`)) return;
    void attempt(async () => {
      await control('reset', 'POST');
      await readAll();
      notice.value = `The workspace ${workspace} is as it began.`;
    });
  };
  return (
    <section aria-labelledby="workspaces">
      <h2 id="workspaces">Workspaces</h2>
      <ul>
        {workspaces.value.map(({ name, profile, requests, faults }) => (
          <li key={name}>
            <a href={addressOfWorkspace(name)} aria-current={name === workspace ? 'true' : undefined}>
              {name}
            </a>{' '}
            <small>
              {profile} · {requests} requests · {faults} faults
            </small>
          </li>
        ))}
      </ul>
      <form class="filters" onSubmit={go} aria-label="Go to a workspace">
        <label>
          Another one <input name="name" required pattern="[A-Za-z0-9._\-]+" />
        </label>
        <button>Go there</button>
      </form>
      <button onClick={reset}>Reset {workspace}</button>
    </section>
  );
}

const kinds: Readonly<Record<string, object>> = {
  'answer 503': { status: 503 },
  'answer 429': { status: 429 },
  'answer 500': { status: 500 },
  'wait 2 s': { latency: 2_000 },
  'reset the connection': { reset: true },
};

function FaultsPart() {
  const add = (event: SubmitEvent) => {
    const given = written(event);
    const operation = given('operation');
    const times = Number(given('times'));
    act('POST', 'faults', {
      ...(operation && { when: { operation } }),
      ...kinds[given('kind')],
      ...(times > 0 && { times }),
    });
  };
  return (
    <section aria-labelledby="faults">
      <h2 id="faults">Faults</h2>
      <form class="filters" onSubmit={add} aria-label="Add a fault">
        <label>
          Operation{' '}
          <select name="operation">
            <option value="">any</option>
            {knownAnswers.value?.map(({ operation }) => (
              <option key={operation}>{operation}</option>
            ))}
          </select>
        </label>
        <label>
          What goes wrong{' '}
          <select name="kind">
            {Object.keys(kinds).map((kind) => (
              <option key={kind}>{kind}</option>
            ))}
          </select>
        </label>
        <label>
          Times <input name="times" type="number" min="1" placeholder="always" />
        </label>
        <button>Add</button>
      </form>
      {faults.value.length === 0 && <p>Nothing goes wrong.</p>}
      <ul>
        {faults.value.map(({ id, met, ...fault }) => (
          <li key={id}>
            {id}: <code>{JSON.stringify(fault)}</code>, met {met} {met === 1 ? 'request' : 'requests'}{' '}
            <button onClick={() => act('DELETE', `faults/${id}`)}>Remove {id}</button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const hour = 3_600_000;

function ClockPart() {
  const { now, frozen } = clock.value ?? { now: '', frozen: false };
  const advance = (by: number) => act('PUT', 'clock', { advance: by });
  return (
    <section aria-labelledby="clock">
      <h2 id="clock">Clock</h2>
      <p>
        {now} {frozen ? '(stands still)' : '(runs)'}
      </p>
      <div class="toolbar">
        <button onClick={() => act('PUT', 'clock', { frozen: !frozen })}>{frozen ? 'Let it run' : 'Stop it'}</button>
        <button onClick={() => advance(hour)}>An hour on</button>
        <button onClick={() => advance(24 * hour)}>A day on</button>
        <button onClick={() => advance(60 * 24 * hour)}>60 days on</button>
      </div>
    </section>
  );
}

function ProfilePart() {
  const change = (event: SubmitEvent) => {
    act('PUT', 'settings', { profile: written(event)('profile') });
    knownAnswers.value = undefined;
  };
  return (
    <section aria-labelledby="profile">
      <h2 id="profile">Profile</h2>
      <form class="filters" onSubmit={change} aria-label="Change the profile">
        <label>
          Name <input name="profile" required value={info.value?.profile.name} />
        </label>
        <button>Change</button>
      </form>
    </section>
  );
}
