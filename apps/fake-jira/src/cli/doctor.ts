import Table from 'cli-table3';
import {
  CredentialsError,
  diagnose,
  Target,
  TargetError,
  wireOf,
  type Credentials,
  type Diagnosis,
  type Finding,
} from '@fake-jira/target';
import { UsageError } from '../given/usage-error.js';
import { certificatesIn } from './outgoing-option.js';
import { printJson, type JsonOption } from './json-option.js';
import { painted } from './style.js';
import { credentialsOf, unreachable, type TargetOptions } from './target-option.js';

export type DoctorOptions = Omit<TargetOptions, 'rate'> & JsonOption;

/** How long one answer may take: nobody waits a minute to be told that something is wrong. */
const timeout = 10_000;

const marks = { good: ['✓', 'green'], note: ['!', 'yellow'], wrong: ['✗', 'red'] } as const;

/** Says what is right and wrong with a target: exit code 1 where something is wrong, 3 where nothing answers. */
export async function doctor({ target: url, credentials: file, ca, json = false }: DoctorOptions): Promise<void> {
  const { isReached, findings } = await lookAt(url, file, ca);
  if (json) printJson(findings);
  else {
    console.log(tableOf(findings));
    const wrong = findings.filter(({ state }) => state === 'wrong').length;
    console.log(wrong === 0 ? `${url} is fit for use.` : `${wrong} of ${findings.length} are wrong.`);
  }
  if (!isReached) process.exitCode = unreachable;
  else if (findings.some(({ state }) => state === 'wrong')) process.exitCode = 1;
}

async function lookAt(url: string, file: string | undefined, ca: string | undefined): Promise<Diagnosis> {
  let credentials: Credentials = { roles: {} as Credentials['roles'], sandbox: { projects: [], issueTypes: [] } };
  let without: { readonly withoutCredentials?: string } = {};
  try {
    credentials = await credentialsOf(file);
  } catch (error) {
    if (!(error instanceof CredentialsError)) throw error;
    const nothing = file === undefined && error.message.startsWith('No credentials');
    without = { withoutCredentials: nothing ? 'Nobody is named who signs in.' : error.message };
  }
  try {
    return await diagnose({
      target: new Target({
        url,
        credentials,
        timeout,
        ...(ca !== undefined && { wire: wireOf({ ca: certificatesIn(ca) }) }),
      }),
      ...without,
    });
  } catch (error) {
    throw error instanceof TargetError ? new UsageError(error.message) : error;
  }
}

function tableOf(findings: readonly Finding[]): string {
  // As wide as the terminal, where there is one; elsewhere a line is a line.
  const width = process.stdout.columns;
  const table = new Table({
    head: ['', '', 'what was found', 'what to do'],
    style: { head: [], border: [] },
    ...(width > 0 && { colWidths: [null, null, ...halves(width - 36)], wordWrap: true }),
  });
  for (const { about, state, says, advice } of findings) {
    const [mark, style] = marks[state];
    table.push([painted(style, mark), about, says, advice]);
  }
  return table.toString();
}

const halves = (width: number) => [Math.max(20, Math.ceil(width / 2)), Math.max(20, Math.floor(width / 2))];
