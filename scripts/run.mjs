// What `npm start`, `npm test` and the other scripts run: installs when that was not done yet, builds, then does it.
// It has no dependencies, because it runs before there are any.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [what, ...options] = process.argv.slice(2);

const parent = process.ppid;
/** npm starts this through a shell, which a signal to npm ends and which hands none on. */
const isOrphaned = () => process.env.npm_lifecycle_event !== undefined && process.ppid !== parent;

const environment = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' };
const turbo = join(root, 'node_modules', 'turbo', 'bin', 'turbo');

/**
 * Runs a program to its end.
 *
 * @param onLine - gets each line of its output, which is shown too
 * @param quiet - its output is shown only where it fails
 * @returns its exit code
 */
function run(command, args, { onLine, quiet = false } = {}) {
  return new Promise((resolve) => {
    const read = onLine !== undefined || quiet;
    const child = spawn(command, args, {
      cwd: root,
      env: environment,
      stdio: ['inherit', read ? 'pipe' : 'inherit', 'inherit'],
    });
    let output = '';
    let rest = '';
    child.stdout?.on('data', (chunk) => {
      if (quiet) return void (output += chunk);
      process.stdout.write(chunk);
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      lines.forEach(onLine);
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    const watching = setInterval(() => isOrphaned() && child.kill('SIGTERM'), 500);
    child.on('error', (error) => {
      console.error(`${command} could not be run: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => {
      clearInterval(watching);
      if (code !== 0) process.stdout.write(output);
      resolve(code ?? 1);
    });
  });
}

async function orExit(running) {
  const code = await running;
  if (code !== 0) process.exit(code);
}

/** `npm ci`, unless the lock file is the one that was installed last. */
async function install() {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.installed-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.error('Installing dependencies (first use, or the lock file has changed) …');
  await orExit(run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true }));
  writeFileSync(stamp, hash);
}

const tasks = (name, ...more) => [turbo, 'run', name, ...more];

const commands = {
  async start() {
    await orExit(
      run(process.execPath, tasks('build', '--filter=fake-jira', '--output-logs=errors-only'), { quiet: true }),
    );
    await orExit(run(process.execPath, [join(root, 'apps/fake-jira/bin/fake-jira.cjs'), 'start', ...options]));
  },
  build: () => orExit(run(process.execPath, tasks('build', '--output-logs=new-only', ...options))),
  lint: () =>
    orExit(
      run(process.execPath, tasks('lint:code', 'lint:arrows', 'lint:format', '--output-logs=new-only', ...options)),
    ),
  typecheck: () =>
    orExit(run(process.execPath, tasks('lint:types', 'declarations', '--output-logs=new-only', ...options))),
  async contract() {
    await orExit(run(process.execPath, tasks('build', '--output-logs=errors-only'), { quiet: true }));
    await orExit(run(process.execPath, [join(root, 'scripts/contract.mjs'), '2', ...options]));
  },
  async bench() {
    await orExit(run(process.execPath, tasks('build', '--output-logs=errors-only'), { quiet: true }));
    await orExit(run('npm', ['run', '--silent', 'bench', '-w', '@fake-jira/bench', '--', ...options]));
  },
  /** The model and the requests made from the specs, for a long while. */
  async fuzz() {
    await orExit(run(process.execPath, tasks('build', '--output-logs=errors-only'), { quiet: true }));
    Object.assign(environment, { FAKE_JIRA_TESTS: 'all', FAKE_JIRA_SEQUENCES: '100000' });
    const jest = ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js')];
    const paths = options.length > 0 ? options : ['test/model', 'test/fuzz'];
    await orExit(
      run(process.execPath, [
        ...jest,
        '--rootDir',
        join(root, 'apps/fake-jira'),
        '--config',
        join(root, 'apps/fake-jira/jest.config.mjs'),
        ...paths,
      ]),
    );
  },
  test: () => test(['test', 'contract']),
  'test:whole': () => test(['test:whole']),
  'test:all': () => test(['test', 'contract', 'test:whole', 'test:all']),
};

/** Runs tests and closes with the sum over all packages, in a form that programs can read. */
async function test(names) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const onLine = (line) => {
    const plain = line.replace(/\x1b\[\d+m/g, '');
    // Jest's own summary, and the last line of the contract suite.
    const counts = /Tests: +(.*\d+ total)|(\d+ passed, \d+ failed, \d+ skipped)$/.exec(plain)?.[0];
    for (const [, count, kind] of counts?.matchAll(/(\d+) (passed|failed|skipped)/g) ?? []) sum[kind] += Number(count);
  };
  const code = await run(process.execPath, [turbo, 'run', ...names, '--concurrency=100%', ...options], { onLine });
  console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
  process.exit(code);
}

const command = commands[what];
if (!command) {
  console.error(`There is no "${what}". There are: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
await install();
await command();
