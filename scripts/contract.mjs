// The contract suite on fakes that it starts: in some parts, a process each, which are put together at the end. Two
// end sooner (`npm run contract`); one takes less of a machine that has other tests to run beside it (`npm test`).
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, 'packages/contract/reports');

/** Runs a command of the suite to its end; it fails where a check does, and has written its report then. */
function suite(...args) {
  const command = [join(root, 'apps/fake-jira/bin/fake-jira.cjs'), 'contract', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: root, maxBuffer: Infinity }, (error, out, err) =>
      resolve({ code: error ? (error.code ?? 1) : 0, out, err }),
    );
  });
}

const [of, ...options] = process.argv.slice(2);
const parts = mkdtempSync(join(tmpdir(), 'fake-jira-contract-'));
try {
  const files = Array.from({ length: Number(of) }, (_, at) => join(parts, `${at + 1}.json`));
  const ran = await Promise.all(
    files.map((file, at) => suite('run', ...options, '--shard', `${at + 1}/${of}`, '--json', file)),
  );
  const merged = await suite(
    ...['merge', ...files, '--json', join(reports, 'report.json')],
    ...['--junit', join(reports, 'junit.xml'), '--html', join(reports, 'report.html')],
  );
  for (const { err } of [...ran, merged]) process.stderr.write(err);
  process.stdout.write(merged.out);
  process.exitCode = Math.max(merged.code, ...ran.map(({ code }) => code));
} finally {
  rmSync(parts, { recursive: true });
}
