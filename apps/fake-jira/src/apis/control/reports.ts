import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ControlOperations } from '@fake-jira/openapi';
import { ok } from '../../http/response.js';
import type { Handlers } from '../../http/request-context.js';
import { HttpError } from '../../http/wire-error.js';

type Operations = Pick<ControlOperations, 'controlListReports' | 'controlGetReport'>;

/**
 * What the contract suite has written: reports of runs and of the matrix, comparisons (`--json`), recordings.
 *
 * @param folder - where they are; absent: nowhere
 */
export function reports(folder: string | undefined): Handlers<Operations> {
  return {
    controlListReports: () => ok({ reports: folder === undefined ? [] : reportsIn(folder) }),

    controlGetReport({ path: { name } }) {
      // Only what the list has: no name leads out of the folder.
      const found = folder === undefined ? undefined : reportsIn(folder).find((one) => one.name === name);
      if (folder === undefined || !found) throw new HttpError('report-not-found', { name });
      if (found.kind === 'recording') return ok(recorded(join(folder, name)));
      const headers = { 'Content-Type': 'application/json; charset=utf-8' };
      return { ...ok({}), text: readFileSync(join(folder, name), 'utf8'), headers };
    },
  };
}

type Kind = 'run' | 'matrix' | 'comparison' | 'recording';

interface Found {
  readonly name: string;
  readonly kind: Kind;
  readonly at: string;
}

/** The newest first. A folder that is not there yet has none. */
function reportsIn(folder: string): Found[] {
  return namesIn(folder)
    .flatMap((name): Found[] => {
      const kind = kindOf(join(folder, name));
      return kind ? [{ name, kind, at: statSync(join(folder, name)).mtime.toISOString() }] : [];
    })
    .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : one.name < other.name ? -1 : 1));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function kindOf(path: string): Kind | undefined {
  try {
    if (statSync(path).isDirectory()) return namesIn(path).includes('recording.json') ? 'recording' : undefined;
    if (!path.endsWith('.json') || !statSync(path).isFile()) return undefined;
    const beginning = beginningOf(path);
    if (beginning.includes('"fake-jira contract report 1"')) return 'run';
    if (beginning.includes('"fake-jira contract matrix 1"')) return 'matrix';
    return /^\[\s*\{\s*"before":/.test(beginning) ? 'comparison' : undefined;
  } catch {
    // Gone, or not ours to read.
    return undefined;
  }
}

/** Enough of a file to see what it is: reports have megabytes. */
function beginningOf(path: string): string {
  const bytes = Buffer.alloc(200);
  const file = openSync(path, 'r');
  try {
    return bytes.toString('utf8', 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

/** Of what a recording is, and when it was taken. */
function recorded(directory: string) {
  const read = (name: string) => JSON.parse(readFileSync(join(directory, name), 'utf8')) as Record<string, unknown>;
  const { profile, files } = read('recording.json');
  return { profile, files, ...(namesIn(directory).includes('taken.json') && { taken: read('taken.json') }) };
}
