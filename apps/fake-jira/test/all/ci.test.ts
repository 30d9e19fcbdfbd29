import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { ownFolder, packed, plainEnvironment } from '../support/packed.js';

const root = new URL('../../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const folder = ownFolder('ci');
const tarball = await packed(folder);

interface Step {
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** An empty project. */
function project(name: string): string {
  const place = join(folder, name);
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), '{ "name": "empty", "private": true }');
  return place;
}

/** Runs lines of a shell as CI does: it ends at the first that fails. */
async function shell(lines: string, cwd: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const child = spawn('bash', ['-eo', 'pipefail', '-c', lines], { cwd, env: { ...plainEnvironment, ...env } });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve) => child.on('exit', resolve));
  if (code !== 0) throw new Error(`${lines}\nended with ${String(code)}: ${said}`);
  return said;
}

const statusOf = (url: string) =>
  fetch(`${url}/_fake/health`).then(
    ({ status }) => status,
    () => undefined,
  );

describe('the actions of GitHub', () => {
  interface Action {
    readonly inputs: Readonly<Record<string, { readonly default: string }>>;
    readonly runs: { readonly steps: readonly Step[] };
  }

  /** Runs the steps of an action, with what they hand on to later ones. */
  async function act(name: string, place: string, given: Record<string, string>, handed: Record<string, string>) {
    const { inputs, runs } = parse(read(`.github/actions/${name}/action.yml`)) as Action;
    const valueOf = (text: string) =>
      text.replace(/\$\{\{ inputs\.(\w+) \}\}/g, (_, input: string) => given[input] ?? inputs[input]?.default ?? '');
    const files = { GITHUB_OUTPUT: join(place, 'output'), GITHUB_ENV: join(place, 'env') };
    for (const { run, env = {} } of runs.steps) {
      if (run === undefined) continue;
      const own = Object.fromEntries(Object.entries(env).map(([key, value]) => [key, valueOf(value)]));
      await shell(valueOf(run), place, { ...files, ...handed, ...own });
    }
    const lines = readFileSync(files.GITHUB_ENV, 'utf8').trim().split('\n');
    return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]));
  }

  it('start a fake that the next steps reach, keep its journal, and end it', async () => {
    const place = project('github');
    const handed = await act('fake-jira', place, { package: tarball, world: 'tiny', options: '--quiet' }, {});
    const url = handed['FAKE_JIRA_URL'] ?? '';
    expect(readFileSync(join(place, 'output'), 'utf8')).toBe(`url=${url}\n`);
    expect(await statusOf(url)).toBe(200);
    await fetch(`${url}/rest/api/2/serverInfo`);
    await act('fake-jira-finish', place, {}, handed);
    expect(readFileSync(join(place, '.fake-jira/journal.json'), 'utf8')).toContain('/rest/api/2/serverInfo');
    expect(await statusOf(url)).toBeUndefined();
  }, 120_000);
});

describe('the template of GitLab', () => {
  interface Job {
    readonly variables: Readonly<Record<string, string>>;
    readonly before_script: readonly string[];
    readonly script?: readonly string[];
    readonly after_script?: readonly string[];
    readonly parallel?: number;
  }
  const template = parse(read('deploy/gitlab-ci.yml')) as Readonly<Record<string, Job>>;
  /** As a runner does: before_script and script are one shell, after_script is another one. */
  async function job(name: string, place: string, script: readonly string[], env: Record<string, string> = {}) {
    const { variables, before_script: before, after_script: after = [] } = template[name] as Job;
    const all = { ...variables, FAKE_JIRA_PACKAGE: tarball, ...env };
    const said = await shell([...before, ...script].join('\n'), place, all);
    await shell(after.join('\n') || 'true', place, all);
    return said;
  }

  it('starts a fake for a script, keeps its journal, and ends it', async () => {
    const place = project('gitlab');
    const script = ['echo "at $FAKE_JIRA_URL"', 'curl -s -u admin:admin "$FAKE_JIRA_URL/rest/api/2/serverInfo"'];
    const said = await job('.fake-jira', place, script);
    const [, url = ''] = /at (http\S+)/.exec(said) ?? [];
    expect(said).toContain('"baseUrl"');
    expect(readFileSync(join(place, 'reports/journal.json'), 'utf8')).toContain('/rest/api/2/serverInfo');
    expect(await statusOf(url)).toBeUndefined();
  }, 120_000);

  it('spreads the matrix over machines, and puts their reports together', async () => {
    const place = project('gitlab-matrix');
    mkdirSync(join(place, 'reports'));
    const { script = [] } = template['.fake-jira-matrix'] as Job;
    const options = { FAKE_JIRA_MATRIX_OPTIONS: '--profile customfield-editor-1.1 customfield-editor-1.2' };
    for (const part of ['1', '2'])
      await job('.fake-jira-matrix', place, script, { CI_NODE_INDEX: part, CI_NODE_TOTAL: '2', ...options });
    await job('.fake-jira-matrix-merged', place, (template['.fake-jira-matrix-merged'] as Job).script ?? []);
    const { rows } = JSON.parse(readFileSync(join(place, 'reports/matrix.json'), 'utf8')) as {
      rows: { profile: string; failed: number }[];
    };
    expect(rows.map(({ profile, failed }) => [profile, failed])).toEqual([
      ['customfield-editor-1.1', 0],
      ['customfield-editor-1.2', 0],
    ]);
  }, 240_000);
});

describe('the manifest of Kubernetes', () => {
  interface Container {
    readonly command?: readonly string[];
    readonly readinessProbe?: { readonly exec: { readonly command: readonly string[] } };
  }
  interface Resource {
    readonly kind: string;
    readonly spec: { readonly template?: { readonly spec: { readonly containers: readonly Container[] } } };
  }
  const resources = parseAllDocuments(read('deploy/kubernetes.yaml'), { merge: true }).map(
    (document) => document.toJS() as Resource,
  );
  const containerOf = (kind: string) =>
    resources.find((one) => one.kind === kind)?.spec.template?.spec.containers[0] as Container;

  it('has the parts of the matrix run by a Job, each with its index', async () => {
    const place = project('kubernetes');
    await shell(`npm install --no-audit --no-fund "${tarball}"`, place);
    const bin = join(place, 'node_modules/.bin');
    const [command = '', ...args] = containerOf('Job').command ?? [];
    const env = {
      PATH: `${bin}:${process.env['PATH']}`,
      PARTS: '2',
      REPORTS: place,
      MATRIX_OPTIONS: '--profile customfield-editor-1.1 customfield-editor-1.2',
    };
    await shell(`${command} ${args[0]} '${args[1]}'`, place, { ...env, JOB_COMPLETION_INDEX: '0' });
    expect(existsSync(join(place, 'matrix-0.json'))).toBe(true);
  }, 120_000);

  it('asks for the health of a fake with its token', async () => {
    const place = project('kubernetes-health');
    await shell(`npm install --no-audit --no-fund "${tarball}"`, place);
    writeFileSync(join(place, 'control-token'), 'open-sesame\n');
    const said = await shell(
      'node_modules/.bin/fake-jira start --detach --host 0.0.0.0 --port 0 --control-token-file control-token',
      place,
    );
    const [, port = ''] = /:(\d+),/.exec(said) ?? [];
    const [, , probe = ''] = containerOf('Deployment').readinessProbe?.exec.command ?? [];
    const env = { FAKE_JIRA_PORT: port, FAKE_JIRA_CONTROL_TOKEN_FILE: join(place, 'control-token') };
    await shell(probe, place, env);
    await shell('node_modules/.bin/fake-jira stop', place);
    await expect(shell(probe, place, env)).rejects.toThrow('ended with 1');
  }, 120_000);
});
