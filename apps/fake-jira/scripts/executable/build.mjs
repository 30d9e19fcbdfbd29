/**
 * Makes one file that needs no Node beside it: Node itself, with the package and what it needs in it, as a single
 * executable application. For the platform on which it runs.
 *
 *   npm run executable -w fake-jira -- [FILE]
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const app = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8'));
const ending = process.platform === 'win32' ? '.exe' : '';
const out = resolve(process.argv[2] ?? join(app, `fake-jira-${process.platform}-${process.arch}${ending}`));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
/** Only for building it: it writes into programs, and is at home in no package that ships. */
const injector = 'postject@1.0.0-alpha.6';

const folder = mkdtempSync(join(tmpdir(), 'fake-jira-executable-'));
try {
  const run = (command, args, cwd = folder) =>
    execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

  const [{ filename }] = JSON.parse(
    run(npm, ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], app),
  );
  const inside = join(folder, 'package');
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
  run(npm, ['install', '--prefix', inside, '--omit=dev', '--omit=peer', ...quiet, join(folder, filename)]);

  const archive = archiveOf(inside);
  writeFileSync(join(folder, 'package.bin'), gzipSync(archive));
  const hash = createHash('sha256').update(archive).digest('hex').slice(0, 12);
  writeFileSync(join(folder, 'name'), `${version}-${hash}`);
  const configuration = {
    main: fileURLToPath(new URL('launcher.cjs', import.meta.url)),
    output: 'blob',
    disableExperimentalSEAWarning: true,
    assets: { package: 'package.bin', name: 'name' },
  };
  writeFileSync(join(folder, 'sea.json'), JSON.stringify(configuration));
  run(process.execPath, ['--experimental-sea-config', 'sea.json']);

  rmSync(out, { force: true });
  copyFileSync(process.execPath, out);
  chmodSync(out, 0o755);
  const isMac = process.platform === 'darwin';
  if (isMac) run('codesign', ['--remove-signature', out]);
  const fuse = ['--sentinel-fuse', 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2'];
  const segment = isMac ? ['--macho-segment-name', 'NODE_SEA'] : [];
  run(npm, [
    'exec',
    '--yes',
    `--package=${injector}`,
    '--',
    'postject',
    out,
    'NODE_SEA_BLOB',
    'blob',
    ...fuse,
    ...segment,
  ]);
  if (isMac) run('codesign', ['--sign', '-', out]);
  process.stdout.write(`${out} is written: ${Math.round(statSync(out).size / 2 ** 20)} MiB.\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** All files that are needed at run time: how long the list is, the list, and one behind the other. */
function archiveOf(root) {
  const files = readdirSync(root, { recursive: true })
    .map((path) => join(root, path))
    .filter((path) => statSync(path).isFile() && isNeeded(relative(root, path).replaceAll('\\', '/')))
    .sort();
  const contents = files.map((path) => readFileSync(path));
  const list = files.map((path, at) => [relative(root, path).replaceAll('\\', '/'), contents[at].length]);
  const head = Buffer.from(JSON.stringify(list));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, ...contents]);
}

/** Neither types nor texts for people, nor binaries for other platforms. */
function isNeeded(path) {
  if (/\.(d\.[cm]?ts|map|md|markdown)$|\/\.bin\/|(^|\/)(test|tests|docs)\//.test(path)) return false;
  const platform = /\/prebuilds\/([^/]+)\//.exec(path)?.[1];
  return platform === undefined || platform.split('-')[0] === process.platform;
}
