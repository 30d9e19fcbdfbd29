import { addresses } from './addresses.js';
import type { Change } from './change.js';
import { errors } from './errors.js';
import { lists } from './lists.js';
import { multiLevel } from './multi-level.js';
import { options } from './options.js';
import { rights } from './rights.js';

/** Every line of every version history that a request can show, by what it changed. */
export const changes: readonly Change[] = [...addresses, ...errors, ...lists, ...multiLevel, ...options, ...rights];

/** The lines that no request can show, with the reason. */
export const notObservable: Readonly<Record<number, { readonly version: string; readonly reason: string }>> = {
  104: {
    version: '1.8.0',
    reason:
      'the list takes no parameter before 2.0, so nothing in a request can be wrong: see editor.unknown-order-key',
  },
};
