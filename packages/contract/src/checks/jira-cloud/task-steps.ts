import { expect } from 'expect';
import type { Answer } from '../../stage/person.js';
import type { Stage } from '../../stage/stage.js';

/** The id of the task to which a 303 leads. */
export function taskOf({ headers }: Answer): string {
  const id = /^https?:\/\/.+\/rest\/api\/3\/task\/([\w-]+)$/.exec(headers['location'] ?? '')?.[1];
  expect(id).toBeDefined();
  return id as string;
}

const between = 50;
const longest = 30_000;

/**
 * A task once it is at its end.
 *
 * @throws Error where that takes longer than half a minute
 */
export async function finished({ admin }: Stage, taskId: string): Promise<Answer['body']> {
  for (let waited = 0; waited < longest; waited += between) {
    const { body } = await admin.ask('getTask', 200, { path: { taskId } });
    if (!['ENQUEUED', 'RUNNING', 'CANCEL_REQUESTED'].includes(body.status as string)) return body;
    await new Promise((resolve) => setTimeout(resolve, between));
  }
  throw new Error(`Task ${taskId} is still running after ${longest / 1000} seconds.`);
}
