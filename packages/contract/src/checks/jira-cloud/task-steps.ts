import { expect } from 'expect';
import type { Answer } from '../../stage/person.js';
import type { Stage } from '../../stage/stage.js';
import { endOfTask, type EndedTask } from '../../stage/task.js';

/** The id of the task to which a 303 leads. */
export function taskOf({ headers }: Answer): string {
  const id = /^https?:\/\/.+\/rest\/api\/3\/task\/([\w-]+)$/.exec(headers['location'] ?? '')?.[1];
  expect(id).toBeDefined();
  return id as string;
}

/** A task once it has ended. */
export const finished = ({ admin }: Stage, taskId: string): Promise<EndedTask> => endOfTask(admin, taskId);
