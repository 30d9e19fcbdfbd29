import type { WorldFile } from '@fake-jira/fixtures';
import { allOf, type Caller, type TargetFacts } from '@fake-jira/target';
import { findFieldType } from '@fake-jira/world';
import pMap from 'p-map';
import { numberOf, type FieldState } from './field-state.js';
import { Names } from './names.js';
import { fieldsAtATime } from './plan.js';
import { readPlaces } from './places.js';
import { castOf } from './pseudonyms.js';
import { fieldReader } from './read-fields.js';
import { readPeople } from './read-people.js';
import { readProjects } from './read-projects.js';
import { readScreens } from './read-screens.js';
import { worldFileOf, type AppOptionJson } from './world-file-of.js';
import type { LeftOut } from './wanted.js';

export interface CaptureOptions {
  readonly caller: Caller;
  readonly facts: TargetFacts;
  /** Leave names, e-mail addresses and account ids of people as they are. */
  readonly keepPersonalData: boolean;
  /** Whether the file says the ids of the target; without them only where two things have one name. */
  readonly ids: boolean;
  /** Leave custom fields out: only what is around them. */
  readonly withoutFields?: boolean;
  /** Told how many fields there are, and of each that has been read. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What a target is like, as a world file. */
export interface Captured {
  readonly file: WorldFile;
  /** What a world file cannot hold, or the target does not show. */
  readonly leftOut: readonly LeftOut[];
  /** How the file names people, by what tells them apart at the target: the account id, or the log-in name. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Reads a target through documented GETs. Nothing is changed, and no values of issues are read.
 *
 * @throws what the requests throw
 */
export async function capture(options: CaptureOptions): Promise<Captured> {
  const { caller, facts, keepPersonalData, ids, withoutFields = false, onProgress } = options;
  const [places, people, screens] = await Promise.all([
    readPlaces(caller, facts),
    readPeople(caller, facts),
    readScreens(caller, facts),
  ]);
  const projects = await readProjects(caller, facts, places.projects);
  const reader = fieldReader(caller, facts, new Names(caller, facts, places));
  const listed = (withoutFields ? [] : await reader.list()).sort((a, b) => numberOf(a) - numberOf(b));
  const known = listed.filter(({ type }) => findFieldType(type) !== undefined);
  const leftOut: LeftOut[] = listed
    .filter((field) => !known.includes(field))
    .map(({ name, id, type }) => ({
      what: `field "${name}" (${id})`,
      why: `a world has no type ${type || 'like its own'}`,
    }));
  let done = 0;
  onProgress?.(0, known.length);
  const fields = await pMap(
    known,
    async (field) => {
      const read = await reader.details(field);
      onProgress?.(++done, known.length);
      return read;
    },
    { concurrency: fieldsAtATime },
  );
  const appOptions =
    facts.deployment === 'cloud' ? await readAppOptions(caller, fields) : new Map<string, AppOptionJson[]>();
  const cast = castOf(people, { keep: keepPersonalData });
  const { file, leftOut: more } = worldFileOf(
    { places, groups: people.groups, projects, screens, fields, appOptions, cast },
    { ids },
  );
  return { file, leftOut: [...leftOut, ...more], names: cast.names };
}

/** Options of the apps' select lists, by the id of the field. */
async function readAppOptions(caller: Caller, fields: readonly FieldState[]): Promise<Map<string, AppOptionJson[]>> {
  const ofApps = fields.filter(
    ({ type, appKey, trashed }) => appKey !== undefined && !trashed && findFieldType(type)?.valueKind === 'app-option',
  );
  const read = await pMap(
    ofApps,
    async ({ id, appKey }) =>
      [id, await allOf<AppOptionJson>(caller, `/rest/api/3/field/${encodeURIComponent(appKey ?? '')}/option`)] as const,
    { concurrency: fieldsAtATime },
  );
  return new Map(read);
}
