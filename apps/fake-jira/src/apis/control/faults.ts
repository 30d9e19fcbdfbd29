import type { ControlComponents, ControlOperations } from '@fake-jira/openapi';
import { created, noContent, ok } from '../../http/response.js';
import type { Handlers } from '../../http/request-context.js';
import type { Fault, NewFault } from '../../http/faults.js';
import { HttpError } from '../../http/wire-error.js';
import { refusingMistakes } from './mistakes.js';

type Operations = Pick<
  ControlOperations,
  'controlListFaults' | 'controlAddFault' | 'controlRemoveFaults' | 'controlGetFault' | 'controlRemoveFault'
>;
type FaultBody = ControlComponents['schemas']['Fault'];

export const faults: Handlers<Operations> = {
  controlListFaults: ({ workspace }) => ok({ faults: workspace.faults.list().map(render) }),

  controlAddFault({ workspace, body }) {
    return created(render(refusingMistakes(() => workspace.faults.add(body as NewFault))));
  },

  controlRemoveFaults({ workspace }) {
    workspace.faults.clear();
    return noContent();
  },

  controlGetFault({ workspace, path }) {
    const fault = workspace.faults.get(path.id);
    if (!fault) throw new HttpError('fault-not-found', { id: path.id });
    return ok(render(fault));
  },

  controlRemoveFault({ workspace, path }) {
    if (!workspace.faults.remove(path.id)) throw new HttpError('fault-not-found', { id: path.id });
    return noContent();
  },
};

const render = (fault: Fault) => ({ ...fault }) as FaultBody;
