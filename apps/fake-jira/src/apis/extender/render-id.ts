import type { Call } from '../../http/call.js';

/** An ID: a number, and before 2.20 its digits, which the types do not know. */
export function renderId(id: number, { versions }: Pick<Call, 'versions'>): number {
  return versions.extender.atLeast('2.20') ? id : (String(id) as never);
}
