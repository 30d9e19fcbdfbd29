// Stands for npx, npm and fake-jira where the commands of a page are run: nothing is fetched, what would run for ever
// ends when it is ready, and runs of the suite ask a few questions only.
import { spawn } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const { REPOSITORY: repository, SHIM: name } = process.env;
let args = process.argv.slice(2);

const manifestOf = (workspace) => {
  const folder =
    { 'fake-jira': 'apps/fake-jira' }[workspace] ?? (workspace && `packages/${basename(workspace)}`) ?? '.';
  return JSON.parse(readFileSync(join(repository, folder, 'package.json'), 'utf8'));
};

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** A script of the repository is there; it is run by itself elsewhere. */
function npm() {
  const [what, script] = args;
  if (what === 'start') return ['start', ...args.slice(args.indexOf('--') > 0 ? args.indexOf('--') + 1 : 1)];
  if (what === 'test' || what === 'install' || what === 'ci' || what === 'pack') process.exit(0);
  if (what !== 'run') fail(`There is no "npm ${what}".`);
  const workspace = args.includes('-w') ? args[args.indexOf('-w') + 1] : undefined;
  if (!(script in manifestOf(workspace).scripts)) fail(`There is no script "${script}".`);
  return process.exit(0);
}

if (name === 'npm') args = npm();
if (name === 'npx') {
  if (args[0] !== 'fake-jira') fail(`npx would fetch ${args[0]}.`);
  args = args.slice(1);
}

const starts = args[0] === 'start' || args.length === 0;
if (starts) args.push('--port', '0', '--log', 'json');
const [group, command] = args;
if (group === 'contract' && ['run', 'record'].includes(command)) args.push('--grep', 'jira-cloud/server-info:');
if (group === 'contract' && command === 'run') args.push('--no-prism');
if (group === 'contract' && command === 'matrix')
  args.push('--jobs', '1', '--profile', 'customfield-editor-1.1', 'customfield-editor-1.2');

const bin = join(repository, 'apps/fake-jira/bin/fake-jira.cjs');
const child = spawn(process.execPath, [bin, ...args], { stdio: ['ignore', starts ? 'pipe' : 'inherit', 'inherit'] });
let ready = false;
child.stdout?.on('data', async (chunk) => {
  if (ready || !String(chunk).includes('"event":"ready"')) return;
  ready = true;
  // Somebody makes a field, so that there is something to keep.
  const { url } = JSON.parse(String(chunk).split('\n')[0]);
  const type = 'com.atlassian.jira.plugin.system.customfieldtypes:textfield';
  const headers = { Authorization: `Basic ${btoa('admin:admin')}`, 'Content-Type': 'application/json' };
  // With a certificate of its own it is not trusted here.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  await fetch(`${url}/rest/api/2/field`, { method: 'POST', headers, body: JSON.stringify({ name: 'Made', type }) });
  child.kill('SIGTERM');
});
// Whatever goes wrong here, no fake is left behind.
process.on('exit', () => child.kill('SIGKILL'));
child.on('close', (code) => {
  // What a page compares with it comes from another day.
  if (group === 'contract' && command === 'record' && code === 0) {
    const out = args[args.indexOf('--out') + 1];
    cpSync(out, join(out, '../after'), { recursive: true });
  }
  process.exit(code ?? 1);
});
