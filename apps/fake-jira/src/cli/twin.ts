import type { Profile } from '@fake-jira/profile';
import { buildWorld, checkWorldFile, type WorldFile } from '@fake-jira/fixtures';
import { SoundWorlds } from '@fake-jira/traffic';
import { UsageError } from '../given/usage-error.js';
import { calibratedTarget } from './calibrated-target.js';
import { countsText } from './calibration-text.js';
import { openedTarget, type ContractTargetOptions, type OpenedTarget } from './contract-target.js';
import { onInterrupt } from './interrupt.js';
import { progressBar, type Progress } from './progress.js';
import { instanceOf } from './recorded-instance.js';
import { withTarget } from './target-option.js';
import { learntFrom, learntText } from './traffic-learn.js';
import { requireRoomForTwin, writeTwin } from './twin-file.js';

export interface TwinOptions extends ContractTargetOptions {
  readonly out: string;
  readonly from?: readonly string[];
  readonly name: string;
  readonly readOnly: boolean;
  readonly allowDestructive: boolean;
}

/** Writes a twin of an instance, or of what traffic shows of one. */
export async function makeTwin(options: TwinOptions): Promise<void> {
  const { target, from } = options;
  if ((target === undefined) === (from === undefined))
    throw new UsageError('Name what the twin is of: --target URL, or --from FILE… with what was saved of it.');
  requireRoomForTwin(options.out);
  if (from !== undefined) return twinOfTraffic(from, options);
  await withTarget(() => twinOfTarget(options));
}

async function twinOfTarget(options: TwinOptions): Promise<void> {
  const opened = await openedTarget({ ...options, asReal: true });
  const { signal, done } = onInterrupt('Stopping: what was made is being removed, and nothing is written …');
  try {
    // Before anything is made there.
    const { instance, leftOut } = await readInstance(opened);
    const profile = options.readOnly
      ? { ...opened.target.profile, name: options.name, evidence: {} }
      : await calibrated(opened, options, signal);
    if (signal.aborted) {
      process.exitCode = 1;
      return;
    }
    const { world: seen, ...stage } = instance;
    const worlds = new SoundWorlds();
    const world = worlds.try(withoutSecondForAll(seen), (file) => {
      buildWorld(checkWorldFile(file, { name: 'world' }), { now: Date.now() });
    });
    const from = { url: opened.target.url, at: new Date().toISOString() };
    await writeTwin(options.out, { from, profile, world, stage });
    for (const line of [...leftOut, ...worlds.leftOut]) console.error(`left out: ${line}`);
    say(options.out, opened.target.url);
  } finally {
    done();
    await opened.close();
  }
}

/**
 * Of which projects a context is, older apps do not show: all would seem to be for all projects, of which there can be one.
 * The others keep their options, for no project.
 */
function withoutSecondForAll(world: WorldFile): WorldFile {
  const fields = world.fields?.map((field) => {
    const isForAll = (one: object) => !('projects' in one) && !('unattached' in one);
    const first = field.contexts?.findIndex(isForAll);
    const contexts = field.contexts?.map((one, at) =>
      at !== first && isForAll(one) ? { ...one, unattached: true } : one,
    );
    return contexts ? { ...field, contexts } : field;
  });
  return fields ? { ...world, fields } : world;
}

async function readInstance({ reached }: OpenedTarget) {
  let bar: Promise<Progress> | undefined;
  let seen = 0;
  try {
    return await instanceOf(reached, {
      onProgress: (read, total) => {
        bar ??= progressBar(total, `${total} fields`);
        void bar.then((one) => {
          one.add(Math.max(0, read - seen));
          seen = Math.max(seen, read);
        });
      },
    });
  } finally {
    (await bar)?.stop();
  }
}

async function calibrated({ target }: OpenedTarget, options: TwinOptions, signal: AbortSignal): Promise<Profile> {
  const { profile, open } = await calibratedTarget(target, options, signal);
  console.error(countsText(Object.keys(profile.answers).length, open));
  return profile;
}

async function twinOfTraffic(files: readonly string[], { out, name }: TwinOptions): Promise<void> {
  const learnt = await learntFrom(files, name);
  if (learnt === undefined) throw new UsageError('No exchange in it is of one of the four APIs.');
  const { profile, world, instance } = learnt;
  // Where a run may work is nothing that traffic says: the first projects there are.
  const projects = (world.projects ?? []).map(({ key }) => key).slice(0, 2);
  const stage = { sandbox: { projects, issueTypes: [] }, roles: { administrator: 'admin' }, hasToken: false };
  await writeTwin(out, { from: { url: instance, files, at: new Date().toISOString() }, profile, world, stage });
  console.error(learntText(learnt));
  process.exitCode = learnt.contradictions.length > 0 ? 1 : 0;
  say(out, instance === '' ? 'what the traffic shows' : instance);
}

function say(folder: string, of: string): void {
  console.log(`${folder} is a twin of ${of}. Start it with: fake-jira start --twin ${folder}`);
}
