import { extname } from 'node:path';
import {
  buildWorld,
  loadPreset,
  presetNames,
  readWorldFile,
  WorldFileError,
  worldFileText,
  type WorldFile,
  type WorldFileFormat,
} from '@fake-jira/fixtures';
import { choice, wholeNumber } from './choices.js';
import { installationVault, keyVariable } from '../state/installation-key.js';
import { unreadable } from '../given/file.js';
import { writeOutput } from './files.js';
import { UsageError } from '../given/usage-error.js';
import { worldSize } from './world-size.js';

/** Where a world file goes, and as what. */
export interface OutOptions {
  readonly out?: string;
  readonly format?: string;
}

export interface GenerateOptions extends OutOptions {
  readonly preset: string;
  readonly seed: string;
}

/** Writes the world file of a preset. */
export async function generate({ preset, seed, ...where }: GenerateOptions): Promise<void> {
  const name = choice('--preset', preset, presetNames);
  const number = wholeNumber('--seed', seed, Number.MAX_SAFE_INTEGER);
  writeWorld(await loadPreset(name, { seed: number }), where);
}

/** Writes a world file, to the terminal where no other place is named. */
export function writeWorld(world: WorldFile, { out, format }: OutOptions): void {
  const text = worldFileText(world, formatOf(format, out));
  if (out === undefined) process.stdout.write(text);
  else {
    writeOutput(out, text);
    console.error(`${out} is written.`);
  }
}

function formatOf(format: string | undefined, out: string | undefined): WorldFileFormat {
  if (format !== undefined) return choice<WorldFileFormat>('--format', format, ['yaml', 'json']);
  if (out === undefined) return 'yaml';
  const ending = extname(out).toLowerCase();
  if (ending === '.json') return 'json';
  if (ending === '.yaml' || ending === '.yml') return 'yaml';
  throw new UsageError(`--out ${out} ends neither in .yaml, .yml nor .json: say which it is with --format.`);
}

/** Reads and builds a world file; prints its size, or all of its mistakes with exit code 1. */
export async function check(path: string): Promise<void> {
  try {
    // Without the key, what is sealed cannot be looked at.
    const vault = process.env[keyVariable] ? await installationVault() : null;
    const root = buildWorld(await readWorldFile(path), { now: Date.now(), vault });
    console.log(`${path} is a world of ${worldSize(root)}.`);
  } catch (error) {
    if (!(error instanceof WorldFileError)) throw unreadable(path, error);
    console.error(error.message);
    process.exitCode = 1;
  }
}
