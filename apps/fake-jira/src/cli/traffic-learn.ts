import { extname } from 'node:path';
import { worldFileText } from '@fake-jira/fixtures';
import { learn, type Learning } from '@fake-jira/traffic';
import { UsageError } from '../given/usage-error.js';
import { requireWritable, writeOutput } from './files.js';
import { exchangesIn } from './traffic-files.js';

export interface LearnOptions {
  readonly out?: string;
  readonly world?: string;
  readonly name: string;
}

/** Writes which Jira files of traffic show, and what is in it. */
export async function learnFrom(files: readonly string[], { out, world, name }: LearnOptions): Promise<void> {
  requireWritable(out, world);
  const learnt = await learn({ exchanges: exchangesIn(files), name, now: Date.now() });
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

/** What was learnt, and what was not, for people. */
export function learntText({
  instance,
  exchanges,
  others,
  evidence,
  unknown,
  contradictions,
  leftOut,
}: Learning): string {
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`)];
  return [
    `Learnt from ${exchanges} exchanges${instance === '' ? '' : ` with ${instance}`}.`,
    ...section('Shown', evidence),
    ...section('Not shown', unknown),
    ...section('Contradictions, of which the later counts', contradictions),
    ...section('Left out of the world, for it did not fit', leftOut),
    ...section('Nothing was learnt of', others),
  ].join('\n');
}
