import { signal } from '@preact/signals';
import { render, type ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { asksForToken, attempt, notice, person, useToken, workspace } from './fake.js';
import { written } from './form.js';
import { info, readInfo } from './world.js';
import { WorldView } from './views/world.js';

type View = ComponentType<{ readonly path: readonly string[] }>;

interface Place {
  readonly title: string;
  /** The view, or what loads it. */
  readonly view?: View;
  readonly load?: () => Promise<View>;
}

const places: Readonly<Record<string, Place>> = {
  world: { title: 'World', view: WorldView },
  issues: { title: 'Issues', load: () => import('./views/issues.js').then((module) => module.IssuesView) },
  traffic: { title: 'Traffic', load: () => import('./views/traffic.js').then((module) => module.TrafficView) },
  setup: { title: 'Set-up', load: () => import('./views/setup.js').then((module) => module.SetupView) },
  evidence: { title: 'Evidence', load: () => import('./views/evidence.js').then((module) => module.EvidenceView) },
  reports: { title: 'Reports', load: () => import('./views/reports.js').then((module) => module.ReportsView) },
  explorer: { title: 'Explorer', load: () => import('./views/explorer.js').then((module) => module.ExplorerView) },
};

const pathNow = () => location.hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);

const path = signal(pathNow());
const loaded = signal<Readonly<Record<string, View>>>({});

window.addEventListener('hashchange', () => {
  path.value = pathNow();
  notice.value = '';
});

function Main() {
  const [name = 'world', ...rest] = path.value;
  const place = places[name] ?? places['world']!;
  const Shown = place.view ?? loaded.value[name];
  useEffect(() => {
    document.title = `${place.title} · fake-jira`;
    if (!Shown && place.load) {
      void attempt(async () => {
        const view = await place.load!();
        loaded.value = { ...loaded.value, [name]: view };
      });
    }
  }, [name, Shown]);
  return (
    <main id="main" tabIndex={-1}>
      {Shown ? <Shown path={rest} /> : <p>Loading …</p>}
    </main>
  );
}

function Navigation() {
  const [current = 'world'] = path.value;
  return (
    <nav aria-label="Views">
      {Object.entries(places).map(([name, { title }]) => (
        <a key={name} href={`#/${name}`} aria-current={name === current ? 'page' : undefined}>
          {title}
        </a>
      ))}
    </nav>
  );
}

function Token() {
  const submit = (event: SubmitEvent) => {
    useToken(written(event)('token'));
    void attempt(readInfo);
  };
  return (
    <main id="main">
      <h1>Control token</h1>
      <p>This fake shows itself to those who know its control token. It is kept until the tab is closed.</p>
      <form onSubmit={submit}>
        <label>
          Token <input name="token" type="password" autocomplete="off" required />
        </label>
        <button>Continue</button>
      </form>
    </main>
  );
}

function SignedIn() {
  return (
    <label class="person">
      Signed in as{' '}
      <select
        value={person.value?.name}
        onChange={({ currentTarget }) => {
          person.value = info.value?.credentials.find(({ name }) => name === currentTarget.value);
        }}
      >
        {info.value?.credentials.map(({ name, administrator }) => (
          <option key={name} value={name}>
            {name}
            {administrator ? ' (administrator)' : ''}
          </option>
        ))}
      </select>
    </label>
  );
}

function Console() {
  useEffect(() => void attempt(readInfo), []);
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>
        Skip to content
      </a>
      <header>
        <strong>fake-jira</strong>
        <span class="where">
          {workspace} · {info.value?.profile.name ?? '…'}
        </span>
        <SignedIn />
        <Navigation />
      </header>
      <p role="status" class={notice.value ? 'notice' : 'notice none'}>
        {notice.value}
      </p>
      {asksForToken.value ? <Token /> : info.value ? <Main /> : <main id="main">Loading …</main>}
    </>
  );
}

/** Not by the address, which says what is shown. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

render(<Console />, document.getElementById('console')!);
