import { isUnderWay, untilEnded, type Patience } from '@fake-jira/target';
import type { Person } from './person.js';

/** A task of Jira's that has ended. */
export interface EndedTask {
  readonly id: string;
  /** `COMPLETE`, `FAILED`, `CANCELLED`, `DEAD`. */
  readonly status: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly [property: string]: any;
}

/**
 * A task once it has ended, however it did.
 *
 * @throws Error that names it where that takes too long
 */
export function endOfTask(admin: Person, taskId: string, patience?: Patience): Promise<EndedTask> {
  const look = async () => {
    const { body } = await admin.ask('getTask', 200, { path: { taskId } });
    return isUnderWay(body) ? undefined : (body as EndedTask);
  };
  return untilEnded(`Task ${taskId}`, look, patience);
}
