import type { Person } from './person.js';
import { untilEnded, type Patience } from './poll.js';

/** A task of Jira's that has ended. */
export interface EndedTask {
  readonly id: string;
  /** `COMPLETE`, `FAILED`, `CANCELLED`, `DEAD`. */
  readonly status: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly [property: string]: any;
}

const underWay: readonly unknown[] = ['ENQUEUED', 'RUNNING', 'CANCEL_REQUESTED'];

/**
 * A task once it has ended, however it did.
 *
 * @throws Error that names it where that takes too long
 */
export function endOfTask(admin: Person, taskId: string, patience?: Patience): Promise<EndedTask> {
  const look = async () => {
    const { body } = await admin.ask('getTask', 200, { path: { taskId } });
    return underWay.includes(body.status) ? undefined : (body as EndedTask);
  };
  return untilEnded(`Task ${taskId}`, look, patience);
}
