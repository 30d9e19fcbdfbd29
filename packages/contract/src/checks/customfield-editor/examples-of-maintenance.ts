import type { Stage } from '../../stage/stage.js';
import { done } from './answers.js';
import type { Example } from './example-list.js';
import { isLike } from './example-shape.js';
import { askBy } from './requests.js';

/** Replays an example of maintenance: what of the answers a client chooses is next to nothing. */
export async function replayMaintenance(stage: Stage, { operation, part, name, value }: Example): Promise<void> {
  if (operation === 'editorExecuteMaintenanceOperation') {
    // The generated sample names no operation.
    const body = part === 'request' && name !== 'sample' ? value : { name: 'JobIndexCustomFieldSearchTable' };
    return done(stage, await askBy(stage.admin, operation, 200, { body }));
  }
  if (operation === 'editorSetTruncateSchedule') {
    // Nor is `foo` a cron expression; only an active schedule has a next run.
    const body = part === 'request' && name !== 'sample' ? value : { active: true, cronExpression: '0 0 * ? * *' };
    const { body: answer } = await askBy(stage.admin, operation, 200, { body });
    if (part !== 'request') return isLike(value, answer);
    return isLike(body, answer, { same: Object.keys(body as object), additional: ['cronExpression', 'nextRun'] });
  }
  if (operation === 'editorListEventLogs') await stage.field('select');
  const query = name === 'emptyPage' ? { query: { startAt: 100_000 } } : {};
  const { body } = await askBy(stage.admin, operation, 200, query);
  isLike(value, body, { same: name === 'emptyPage' ? ['maxResults'] : [] });
}
