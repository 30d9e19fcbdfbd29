import type { Check } from '../../check.js';
import { access } from './access.js';
import { contextEdits } from './context-edits.js';
import { contexts } from './contexts.js';
import { defaultValues } from './default-values.js';
import { eventLog } from './event-log.js';
import { examples } from './examples.js';
import { fields } from './fields.js';
import { grantPatches } from './grant-patches.js';
import { grants } from './grants.js';
import { hierarchy } from './hierarchy.js';
import { history } from './history.js';
import { legacy } from './legacy.js';
import { maintenance } from './maintenance.js';
import { myContexts } from './my-contexts.js';
import { optionOrder } from './option-order.js';
import { options } from './options.js';
import { probesOfGrants } from './probes-of-grants.js';
import { probesOfMaintenance } from './probes-of-maintenance.js';
import { probesOfOptions } from './probes-of-options.js';
import { probesOfRequests } from './probes-of-requests.js';

/** What Customfield Editor is held to. */
export const customfieldEditor: readonly Check[] = [
  ...access,
  ...options,
  ...optionOrder,
  ...defaultValues,
  ...fields,
  ...grants,
  ...grantPatches,
  ...contexts,
  ...contextEdits,
  ...myContexts,
  ...hierarchy,
  ...maintenance,
  ...eventLog,
  ...legacy,
  ...history,
  ...examples,
  ...probesOfRequests,
  ...probesOfGrants,
  ...probesOfOptions,
  ...probesOfMaintenance,
];
