import { expect } from 'expect';
import type { Answer } from '../../stage/person.js';
import type { Stage } from '../../stage/stage.js';

/** A time as in `2019-01-03T20:44:29+0000`. */
export const time: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/);

/** A page of a list of the app. */
export interface Page<Value> {
  readonly maxResults: number;
  readonly startAt: number;
  readonly total: number;
  readonly processingTimeInMs: number;
  readonly values: readonly Value[];
}

/** What a list is asked by. */
export type Query = Readonly<Record<string, string | number>>;

/** Executes a maintenance operation. */
export function execute(stage: Stage, body: unknown, status = 200): Promise<Answer> {
  return stage.admin.ask('editorExecuteMaintenanceOperation', status, { body });
}
