import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  acceptAll,
  compare,
  comparisonHtml,
  comparisonText,
  isRecording,
  isSurprising,
  record,
  type Acceptance,
  type Comparison,
  type Recording,
} from '@fake-jira/contract';
import { ledgerDirectory, openedTarget } from './contract-target.js';
import { requireWritable, writeOutput } from './files.js';
import { acceptancesIn } from './accepted-option.js';
import { recordingIn } from './recording-option.js';
import { progressBar, type Progress } from './progress.js';
import { withTarget, type TargetOptions } from './target-option.js';
import { UsageError } from '../given/usage-error.js';

export interface CompareOptions extends Pick<TargetOptions, 'credentials' | 'rate'> {
  readonly accepted?: string;
  readonly accept?: string;
  readonly json?: string;
  readonly html?: string;
}

/** Compares recordings, or live targets, each with the one before it; exit code 1 where something is undocumented. */
export async function compareAll(sources: readonly string[], options: CompareOptions): Promise<void> {
  if (sources.length < 2) throw new UsageError('Name at least two recordings, or addresses of targets.');
  requireWritable(options.accept === undefined ? undefined : options.accepted, options.json, options.html);
  await withTarget(async () => {
    const known = acceptancesIn(options.accepted);
    const recordings: Recording[] = [];
    for (const source of sources) recordings.push(await recordingOf(source, options));
    const comparisons = recordings
      .slice(1)
      .map((recording, at) => compare(recordings[at] as Recording, recording, known));
    give(comparisons, options);
    if (options.accept !== undefined) keepAcceptances(options, known, comparisons);
    process.exitCode = options.accept === undefined && comparisons.some(isSurprising) ? 1 : 0;
  });
}

function give(comparisons: readonly Comparison[], { json, html }: CompareOptions): void {
  for (const comparison of comparisons) process.stdout.write(comparisonText(comparison));
  if (json !== undefined) writeOutput(json, `${JSON.stringify(comparisons, null, 2)}\n`);
  if (html !== undefined) writeOutput(html, comparisonHtml(comparisons));
}

function keepAcceptances(
  { accepted, accept }: CompareOptions,
  known: readonly Acceptance[],
  comparisons: readonly Comparison[],
): void {
  if (accepted === undefined) throw new UsageError('--accept needs a file to write to: --accepted FILE.');
  const all = comparisons.reduce<Acceptance[]>((list, one) => acceptAll(list, one, accept as string), [...known]);
  writeOutput(accepted, `${JSON.stringify(all, null, 2)}\n`);
  console.log(`${accepted} has ${all.length} accepted differences.`);
}

async function recordingOf(source: string, options: CompareOptions): Promise<Recording> {
  if (!/^https?:/.test(source)) {
    if (!isRecording(source)) throw new UsageError(`${source} is neither a recording nor an address.`);
    return recordingIn(source);
  }
  const { target, close } = await openedTarget({ ...options, target: source, asReal: true });
  const runId = randomBytes(3).toString('hex');
  let bar: Progress | undefined;
  try {
    return await record({
      target,
      runId,
      ledgerFile: join(ledgerDirectory, `${runId}.jsonl`),
      onBegin: async (checks) => {
        bar = await progressBar(checks, `${checks} checks of ${source}`);
      },
      onResult: () => bar?.add(1),
    });
  } finally {
    bar?.stop();
    await close();
  }
}
