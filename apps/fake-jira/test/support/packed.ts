import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const app = join(root, 'apps/fake-jira');
export const examples = join(root, 'examples');

// Jest's own are not for what it starts.
const { NODE_OPTIONS: _, JEST_WORKER_ID: __, ...inherited } = process.env;
export const plainEnvironment: NodeJS.ProcessEnv = { ...inherited, NO_COLOR: '1', FORCE_COLOR: '0' };

export interface Outcome {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

/** Runs a command to its end, whatever that is. */
export async function run(
  command: string,
  args: readonly string[],
  cwd: string,
  { env = plainEnvironment }: { readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> {
  try {
    const { stdout: out, stderr: err } = await promisify(execFile)(command, args, { cwd, env });
    return { out, err, code: 0 };
  } catch (error) {
    const {
      stdout = '',
      stderr = '',
      code,
      message,
    } = error as { stdout: string; stderr: string } & Error & { code: number };
    return { out: stdout, err: stderr || message, code };
  }
}

/** A folder that is gone after the tests of the file. */
export function ownFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `fake-jira-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The tarball that would be published, from what is built. */
export async function packed(folder: string): Promise<string> {
  const { out, err } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], app);
  const [made] = out === '' ? [] : (JSON.parse(out) as [{ filename: string }]);
  if (!made) throw new Error(err);
  return join(folder, made.filename);
}

/**
 * A copy of an example with the packed app in it, as it stands after its installation; all else is that of the
 * repository, so that nothing is fetched.
 */
export async function withPackage(example: string, folder: string, tarball: string): Promise<string> {
  const place = join(folder, example);
  cpSync(join(examples, example), place, {
    recursive: true,
    filter: (path) => !/node_modules|test-results/.test(path),
  });
  const modules = join(place, 'node_modules');
  mkdirSync(join(modules, 'fake-jira'), { recursive: true });
  await run('tar', ['-xzf', tarball, '--strip-components=1', '-C', join(modules, 'fake-jira')], place);
  link(join(root, 'node_modules'), modules);
  link(join(app, 'node_modules'), join(modules, 'fake-jira/node_modules'));
  return place;
}

/** Makes what is installed in one folder be so in another one. */
function link(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from))
    if (!name.startsWith('.') && !existsSync(join(to, name))) symlinkSync(join(from, name), join(to, name));
}
