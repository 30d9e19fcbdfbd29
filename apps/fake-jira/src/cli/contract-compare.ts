import {
  acceptAll,
  compare,
  comparisonHtml,
  comparisonText,
  isSurprising,
  type Acceptance,
  type Comparison,
  type Recording,
} from '@fake-jira/contract';
import { requireWritable, writeOutput } from './files.js';
import { acceptancesIn } from './accepted-option.js';
import { recordedSource } from './recorded-source.js';
import { withTarget, type TargetOptions } from './target-option.js';
import { UsageError } from '../given/usage-error.js';

export interface CompareOptions extends Pick<TargetOptions, 'credentials' | 'rate' | 'ca'> {
  readonly accepted?: string;
  readonly accept?: string;
  readonly json?: string;
  readonly html?: string;
}

/** Compares recordings, or live targets, each with the one before it; exit code 1 where something is undocumented. */
export async function compareAll(sources: readonly string[], options: CompareOptions): Promise<void> {
  if (sources.length < 2) throw new UsageError('Name at least two recordings, or addresses of targets.');
  if (options.accept !== undefined && options.accepted === undefined)
    throw new UsageError('--accept needs a file to write to: --accepted FILE.');
  requireWritable(options.accept === undefined ? undefined : options.accepted, options.json, options.html);
  await withTarget(async () => {
    const known = acceptancesIn(options.accepted);
    const recordings: Recording[] = [];
    for (const source of sources) recordings.push(await recordedSource(source, options));
    const comparisons = recordings.slice(1).map((recording, at) => {
      const names = { before: sources[at] as string, after: sources[at + 1] as string };
      return compare(recordings[at] as Recording, recording, known, names);
    });
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
  if (accepted === undefined) return;
  const all = comparisons.reduce<Acceptance[]>((list, one) => acceptAll(list, one, accept as string), [...known]);
  writeOutput(accepted, `${JSON.stringify(all, null, 2)}\n`);
  console.log(`${accepted} has ${all.length} accepted differences.`);
}
