import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedInstance } from '@fake-jira/contract';
import { worldFileText, type WorldFile } from '@fake-jira/fixtures';
import type { Profile } from '@fake-jira/profile';
import { readGiven } from '../given/file.js';
import { readProfile } from '../given/profile.js';
import { requireTwin, isTwin, twinFiles } from '../given/twin.js';
import { UsageError } from '../given/usage-error.js';
import { readWorld } from '../given/world.js';
import { requireWritable, writeOutput } from './files.js';

const format = 'fake-jira twin 1';

/** Where a twin comes from. */
export interface TwinSource {
  /** Address of the instance; empty where traffic does not show it. */
  readonly url: string;
  /** Files of traffic that it was learnt from; absent: the instance itself was asked. */
  readonly files?: readonly string[];
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Who can sign in to a twin, and where a run of the suite may work there: as in a recording. */
type Stage = Omit<RecordedInstance, 'world'>;

/** One artefact that stands for an instance: how it behaves, what is in it, where both come from. */
export interface Twin {
  readonly from: TwinSource;
  readonly profile: Profile;
  readonly world: WorldFile;
  readonly stage: Stage;
}

/**
 * Looks whether a folder can take a twin, before anything is asked: it is new, empty, or has one that is replaced.
 *
 * @throws UsageError where it cannot
 */
export function requireRoomForTwin(folder: string): void {
  for (const name of Object.values(twinFiles)) requireWritable(join(folder, name));
  if (!existsSync(folder) || isTwin(folder) || readdirSync(folder).length === 0) return;
  throw new UsageError(`${folder} holds something else than a twin: name an empty folder, or a new one.`);
}

/** Writes a twin: three files, made to be read and committed. */
export async function writeTwin(folder: string, { from, profile, world, stage }: Twin): Promise<void> {
  const { stringify } = await import('yaml');
  mkdirSync(folder, { recursive: true });
  writeOutput(join(folder, twinFiles.profile), stringify(profile));
  writeOutput(join(folder, twinFiles.world), worldFileText(world, 'yaml'));
  writeOutput(join(folder, twinFiles.head), stringify({ format, from, stage }));
}

/**
 * The twin in a folder.
 *
 * @throws UsageError where there is none, or it cannot be read
 */
export async function readTwin(folder: string): Promise<Twin> {
  requireTwin('A twin', folder);
  const file = join(folder, twinFiles.head);
  const { parse } = await import('yaml');
  let head: Partial<{ format: string; from: TwinSource; stage: Stage }> | null;
  try {
    head = parse(readGiven(file), { logLevel: 'error' }) as typeof head;
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`${file}: ${(error as Error).message}`);
  }
  const { from, stage } = head ?? {};
  const isWhole =
    head?.format === format &&
    typeof from?.url === 'string' &&
    typeof stage?.roles === 'object' &&
    Array.isArray(stage.sandbox?.projects);
  if (!isWhole) throw new UsageError(`${file} is no head of a twin that this version reads: fake-jira twin makes one.`);
  return {
    from,
    stage,
    profile: await readProfile(folder),
    world: await readWorld(folder),
  };
}
