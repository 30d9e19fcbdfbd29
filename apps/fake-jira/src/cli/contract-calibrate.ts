import { randomBytes } from 'node:crypto';
import { extname, join } from 'node:path';
import { calibrate, type Calibration, type OpenQuestion } from '@fake-jira/contract';
import { requireWritable, writeOutput } from './files.js';
import { ledgerDirectory, openedTarget, type ContractTargetOptions } from './contract-target.js';
import { onInterrupt } from './interrupt.js';
import { progressBar, type Progress } from './progress.js';
import { withTarget } from './target-option.js';

export interface CalibrateOptions extends ContractTargetOptions {
  readonly out?: string;
  readonly name: string;
  readonly allowDestructive: boolean;
}

/** Asks a target every open question, and writes the profile with which the fake behaves like it. */
export async function calibrateTarget(options: CalibrateOptions): Promise<void> {
  requireWritable(options.out);
  await withTarget(async () => {
    const { target, close } = await openedTarget({ ...options, asReal: true });
    const runId = randomBytes(3).toString('hex');
    const { signal, done } = onInterrupt('Stopping: what was made is being removed …');
    let bar: Progress | undefined;
    try {
      const { profile, open, listed } = await calibrate({
        target,
        runId,
        name: options.name,
        evidence: `asked on ${new Date().toISOString().slice(0, 10)}`,
        allowDestructive: options.allowDestructive,
        ledgerFile: join(ledgerDirectory, `${runId}.jsonl`),
        signal,
        onBegin: async (probes) => {
          bar?.stop();
          bar = await progressBar(probes, `${probes} questions`);
        },
        onResult: () => bar?.add(1),
      });
      bar?.stop();
      for (const text of [addressesText(listed), openText(open)]) if (text !== '') console.error(text);
      const { stringify } = await import('yaml');
      const json = options.out !== undefined && extname(options.out).toLowerCase() === '.json';
      const text = json ? `${JSON.stringify(profile, null, 2)}\n` : stringify(profile);
      if (options.out === undefined) process.stdout.write(text);
      else writeOutput(options.out, text);
      console.error(countsText(Object.keys(profile.answers).length, open));
      if (signal.aborted) process.exitCode = 1;
    } finally {
      bar?.stop();
      done();
      await close();
    }
  });
}

/** What the app's own Swagger says, and in both directions what it leaves unsaid: no error, and nothing in the profile. */
function addressesText(listed: Calibration['listed']): string {
  if (listed === undefined) return '';
  if ('reason' in listed) return `Addresses are those of the documents, for no Swagger was read: ${listed.reason}`;
  const { confirmed, addresses, unlisted, unknown } = listed;
  const moved = Object.entries(addresses).map(([id, address]) => `    ${id}: ${address}`);
  const section = (heading: string, lines: readonly string[]) => (lines.length === 0 ? [] : [heading, ...lines]);
  return [
    `The app's own Swagger confirms ${confirmed.length} addresses.`,
    ...section('  It has these elsewhere, and so has the profile:', moved),
    ...section(
      '  It does not list these:',
      unlisted.map((one) => `    ${one.operationId}: ${one.method} ${one.address}`),
    ),
    ...section(
      '  It lists these, which no document has:',
      unknown.map((one) => `    ${one.method} ${one.address}`),
    ),
  ].join('\n');
}

const headings: Readonly<Record<OpenQuestion['why'], string>> = {
  'no-difference': 'Without a difference in this Jira',
  unobservable: 'That no request can answer here',
  unanswered: 'Still open',
};

function countsText(answered: number, open: readonly OpenQuestion[]): string {
  const count = (kind: OpenQuestion['why']) => open.filter(({ why }) => why === kind).length;
  return (
    `${answered} questions answered; of the others ${count('no-difference')} make no difference here, ` +
    `${count('unobservable')} no request can answer, ${count('unanswered')} stay open`
  );
}

/** What stays open, with the default that the fake has for it, by the reason. */
function openText(open: readonly OpenQuestion[]): string {
  return (Object.keys(headings) as OpenQuestion['why'][])
    .flatMap((kind) => {
      const ofKind = open.filter(({ why }) => why === kind);
      const reasons = [...new Set(ofKind.map(({ reason }) => reason))];
      return reasons.length === 0
        ? []
        : [
            `${headings[kind]}:`,
            ...reasons.map((why) => `  ${why}\n${namesOf(ofKind.filter((one) => one.reason === why))}`),
          ];
    })
    .join('\n');
}

const namesOf = (open: readonly OpenQuestion[]) =>
  open.map((one) => `    ${one.question}: ${one.default} (default, ${one.evidence})`).join('\n');
