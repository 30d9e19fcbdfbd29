import type { Example } from './document.js';
import { fieldReplay } from './field-replays.js';
import { maintenanceReplay } from './maintenance-replays.js';
import { defaultReplay, optionReplay } from './option-replays.js';
import { refusalReplay } from './refusal-replays.js';
import type { Replay } from './replay.js';

/** How each example of the document comes about. */
export function replayOf(example: Example): Replay {
  const { path, status } = example;
  if (typeof status === 'number' && status >= 400) return refusalReplay(example);
  if (path.includes('/maintenance/') || path.includes('/migrationtasks')) return maintenanceReplay(example);
  if (path.endsWith('/options/default')) return defaultReplay(example);
  if (path.includes('/options')) return optionReplay(example);
  return fieldReplay(example);
}
