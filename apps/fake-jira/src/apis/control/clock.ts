import type { ControlOperations } from '@fake-jira/openapi';
import { ok } from '../../http/response.js';
import type { Handlers } from '../../http/request-context.js';
import type { WorkspaceClock } from '../../http/workspace-clock.js';
import { refusingMistakes } from './mistakes.js';

type Operations = Pick<ControlOperations, 'controlGetClock' | 'controlSetClock'>;

export const clock: Handlers<Operations> = {
  controlGetClock: ({ workspace }) => ok(render(workspace.clock)),

  controlSetClock({ workspace: { clock }, body: { now, advance, frozen } }) {
    if (now !== undefined || advance !== undefined) {
      const from = now === undefined ? clock.now() : Date.parse(now);
      refusingMistakes(() => clock.set(from + (advance ?? 0)));
    }
    if (frozen === true) clock.freeze();
    else if (frozen === false) clock.resume();
    return ok(render(clock));
  },
};

function render(clock: WorkspaceClock) {
  return { now: new Date(clock.now()).toISOString(), frozen: clock.frozen };
}
