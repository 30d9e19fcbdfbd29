import { checkTraffic, parseExplanations, type Explanation } from '@fake-jira/traffic';
import { startFakeJira } from '../server.js';
import { giveReport, type ReportOptions } from './contract-reports.js';
import { readText, unreadable } from '../given/file.js';
import { readProfile } from '../given/profile.js';
import { requireWritable } from './files.js';
import { progressBar, type Progress } from './progress.js';
import { exchangesIn } from './traffic-files.js';
import { UsageError } from '../given/usage-error.js';

export interface CheckOptions extends ReportOptions {
  readonly profile: string;
  readonly known?: string;
}

/** Holds files of traffic to the documents and to the fake; exit code 1 where something disagrees. */
export async function checkFiles(files: readonly string[], options: CheckOptions): Promise<void> {
  requireWritable(options.json, options.junit, options.html);
  const explanations = options.known === undefined ? [] : await knownIn(options.known);
  const profile = await readProfile(options.profile);
  const fake = await startFakeJira({ profile });
  let bar: Promise<Progress> | undefined;
  try {
    const { report, elsewhere } = await checkTraffic({
      exchanges: exchangesIn(files),
      subject: files.join(', '),
      profile,
      fake,
      explanations,
      now: Date.now,
      onResult: (_, of) => {
        bar ??= progressBar(of, `${of} exchanges`);
        void bar.then((one) => one.add(1));
      },
    });
    (await bar)?.stop();
    giveReport(report, options);
    for (const [what, count] of Object.entries(elsewhere)) console.error(`${count} exchanges were left out: ${what}.`);
    if (report.results.length === 0) throw new UsageError('No exchange in it is of one of the four APIs.');
  } finally {
    (await bar)?.stop();
    await fake.close();
  }
}

async function knownIn(file: string): Promise<Explanation[]> {
  const { parse, YAMLParseError } = await import('yaml');
  try {
    return parseExplanations(parse(readText(file)));
  } catch (error) {
    if (error instanceof YAMLParseError || !('code' in (error as Error)))
      throw new UsageError(`${file}: ${(error as Error).message}`);
    throw unreadable(file, error);
  }
}
