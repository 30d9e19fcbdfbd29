import { CommanderError } from 'commander';
import { systemReason } from '../given/file.js';

/** Set to anything, an error shows where it comes from. */
export const debugVariable = 'FAKE_JIRA_DEBUG';

/** Exit codes beside 0, 1 (the thing checked does not hold) and 3 (target not reachable). */
const wrongUse = 2;
/** `EX_SOFTWARE` of sysexits. */
const ownDefect = 70;

/** Where every error of the command line ends that no command has ended: with a sentence, and an exit code. */
export function failed(error: unknown): void {
  // Commander has said by itself what is wrong.
  if (!(error instanceof CommanderError)) console.error(process.env[debugVariable] ? error : sentence(error));
  process.exitCode = exitCode(error);
}

/** {@link failed} for what no command waits for; the process ends. */
export function failedAside(error: unknown): void {
  failed(error);
  process.exit();
}

function exitCode(error: unknown): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const isUse = error instanceof CommanderError || isTold(error) || aboutFile(error) !== undefined;
  return isUse ? wrongUse : ownDefect;
}

/** Errors that are sentences for whoever uses it. By their names: the commands are bundled in files of their own. */
function isTold(error: unknown): error is Error {
  return error instanceof Error && ['UsageError', 'StateError', 'TrafficError'].includes(error.name);
}

function sentence(error: unknown): string {
  if (isTold(error)) return error.message;
  const file = aboutFile(error);
  if (file !== undefined) return file;
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return `Something went wrong that fake-jira does not expect: ${first}\nWith ${debugVariable}=1 it shows where.`;
}

/** What the system says of a file that no command has a sentence for. */
function aboutFile(error: unknown): string | undefined {
  const { path } = (error ?? {}) as NodeJS.ErrnoException;
  const reason = systemReason(error);
  return path === undefined || reason === undefined ? undefined : `${path} cannot be used: ${reason}.`;
}
