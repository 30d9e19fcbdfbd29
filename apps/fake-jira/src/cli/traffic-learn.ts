import { extname } from 'node:path';
import { worldFileText } from '@fake-jira/fixtures';
import { learn, type Learning } from '@fake-jira/traffic';
import { UsageError } from '../given/usage-error.js';
import { changingFake } from './changing-fake.js';
import { requireWritable, writeOutput } from './files.js';
import { progressBar, type Progress } from './progress.js';
import { exchangesIn } from './traffic-files.js';

export interface LearnOptions {
  readonly out?: string;
  readonly world?: string;
  readonly name: string;
}

/** Writes which Jira files of traffic show, and what is in it. */
export async function learnFrom(files: readonly string[], { out, world, name }: LearnOptions): Promise<void> {
  requireWritable(out, world);
  const learnt = await learntFrom(files, name);
  if (learnt === undefined) throw new UsageError('No exchange in it is of one of the four APIs.');
  const { stringify } = await import('yaml');
  const isJson = (path: string) => extname(path).toLowerCase() === '.json';
  const profile =
    out !== undefined && isJson(out) ? `${JSON.stringify(learnt.profile, null, 2)}\n` : stringify(learnt.profile);
  if (out === undefined) process.stdout.write(profile);
  else writeOutput(out, profile);
  if (world !== undefined) writeOutput(world, worldFileText(learnt.world, isJson(world) ? 'json' : 'yaml'));
  console.error(learntText(learnt));
  process.exitCode = learnt.contradictions.length > 0 ? 1 : 0;
}

/** What files of traffic show of an instance, with answers to open questions; undefined where they show nothing. */
export async function learntFrom(files: readonly string[], name: string): Promise<Learning | undefined> {
  let bar: Promise<Progress> | undefined;
  try {
    return await learn({
      exchanges: exchangesIn(files),
      name,
      now: Date.now(),
      fakeOf: changingFake,
      onProgress: (_, of) => {
        bar ??= progressBar(of, `${of} exchanges`);
        void bar.then((one) => one.add(1));
      },
    });
  } finally {
    (await bar)?.stop();
  }
}

/** What was learnt, and what was not, for people. */
export function learntText({
  instance,
  exchanges,
  others,
  evidence,
  unknown,
  contradictions,
  leftOut,
  asked,
  profile,
}: Learning): string {
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`)];
  return [
    `Learnt from ${exchanges} exchanges${instance === '' ? '' : ` with ${instance}`}.`,
    ...section('Shown', evidence),
    answersText(asked, Object.keys(profile.answers).length),
    ...section('Not shown', unknown),
    ...section('Contradictions (of versions the later counts, of answers none)', contradictions),
    ...section('Left out of the world, for it did not fit', leftOut),
    ...section('Nothing was learnt of', others),
  ].join('\n');
}

function answersText(asked: number | undefined, answered: number): string {
  return asked === undefined || asked === 0
    ? 'No open question is answered, for no version is shown.'
    : `${answered} of ${asked} open questions are answered; contract calibrate asks an instance the others.`;
}
