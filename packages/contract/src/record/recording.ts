import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Profile } from '@fake-jira/profile';
import type { ContractApi } from '../apis.js';
import type { RecordedExchange } from './normalise.js';

/** What one check asked, and what it was answered. */
export interface RecordedCheck {
  readonly id: string;
  readonly verdict: 'passed' | 'failed' | 'skipped';
  /** Why it was skipped. */
  readonly reason?: string;
  /** The answer that a probe saw. */
  readonly answer?: string;
  readonly exchanges: readonly RecordedExchange[];
}

/** What the instance of a recording was like, and who asked there: with it a fake can answer the same. */
export interface RecordedInstance {
  /** A world file, people under other names. */
  readonly world: object;
  /** Where the run has worked. */
  readonly sandbox: { readonly projects: readonly string[]; readonly issueTypes: readonly string[] };
  /** By role: who it is in the world. The administrator is `admin`. */
  readonly roles: Readonly<Record<string, string>>;
  /** Key of the field that the role `app` provides. */
  readonly appField?: string;
  /** Whether the run had an access token of Protected Fields. */
  readonly hasToken: boolean;
}

/** A whole recording: what an instance of a profile answers to the suite. */
export interface Recording {
  readonly profile: Profile;
  /** By check, in the order of the suite. */
  readonly checks: readonly RecordedCheck[];
  /** Absent in recordings of before, and where it could not be read. */
  readonly instance?: RecordedInstance;
  /** Absent where nobody has said it. */
  readonly taken?: Taken;
}

/** Where and when a recording was taken: the only part of it that two recordings of one instance do not share. */
export interface Taken {
  readonly url: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

const format = 'fake-jira recording 1';
const head = 'recording.json';
const takenFile = 'taken.json';
const instanceFile = 'instance.json';

interface Head {
  readonly format: typeof format;
  readonly profile: Profile;
  /** Files of checks, in the order of the suite. */
  readonly files: readonly string[];
}

/**
 * Writes a recording: a file per resource, made to be committed and compared by people. Files of an earlier recording in
 * the directory go.
 *
 * @throws Error where the directory holds something else
 */
export function writeRecording(directory: string, { profile, checks, instance }: Recording, taken: Taken): void {
  clear(directory);
  const byFile = new Map<string, RecordedCheck[]>();
  for (const check of checks) {
    const file = `${check.id.slice(0, check.id.indexOf(':'))}.json`;
    byFile.set(file, [...(byFile.get(file) ?? []), check]);
  }
  for (const [file, own] of byFile) write(join(directory, file), own);
  write(join(directory, head), { format, profile, files: [...byFile.keys()] } satisfies Head);
  if (instance !== undefined) write(join(directory, instanceFile), instance);
  write(join(directory, takenFile), taken);
}

/**
 * Looks whether a directory may take a recording: it is new, empty, or has one that is replaced.
 *
 * @throws Error where it holds anything else
 */
export function requireRoomFor(directory: string): void {
  if (!existsSync(directory) || isRecording(directory) || readdirSync(directory).length === 0) return;
  throw new Error(`${directory} holds something else than a recording: name an empty directory, or a new one.`);
}

function clear(directory: string): void {
  requireRoomFor(directory);
  for (const file of isRecording(directory) ? filesOf(directory) : []) rmSync(join(directory, file), { force: true });
}

/** Every file of a recording, relative to its directory. */
function filesOf(directory: string): string[] {
  return [...readHead(directory).files, head, takenFile, instanceFile];
}

function readHead(directory: string): Head {
  const data = JSON.parse(readFileSync(join(directory, head), 'utf8')) as Partial<Head>;
  if (data.format !== format)
    throw new Error(`${join(directory, head)} is no head of a recording that this version reads.`);
  return data as Head;
}

/** Whether a directory holds a recording. */
export function isRecording(directory: string): boolean {
  return existsSync(join(directory, head));
}

/**
 * Reads a recording.
 *
 * @throws Error that names the file which is not as it should be
 */
export function readRecording(directory: string): Recording {
  const { profile, files } = readHead(directory);
  const checks = files.flatMap((file) => {
    // A path that leads out of the directory is none of a recording.
    if (relative(directory, join(directory, file)).startsWith('..'))
      throw new Error(`${file} is not below ${directory}.`);
    return JSON.parse(readFileSync(join(directory, file), 'utf8')) as RecordedCheck[];
  });
  const beside = <Content>(name: string): Content | undefined =>
    existsSync(join(directory, name))
      ? (JSON.parse(readFileSync(join(directory, name), 'utf8')) as Content)
      : undefined;
  const instance = beside<RecordedInstance>(instanceFile);
  const taken = beside<Taken>(takenFile);
  return { profile, checks, ...(instance && { instance }), ...(taken && { taken }) };
}

function write(file: string, content: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

/** The API that a recorded check belongs to. */
export function apiOf({ id }: Pick<RecordedCheck, 'id'>): ContractApi {
  return id.slice(0, id.indexOf('/')) as ContractApi;
}
