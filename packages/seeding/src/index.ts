export { apply } from './apply.js';
export type { Applied, ApplyOptions } from './apply.js';
export { capture } from './capture.js';
export type { Captured, CaptureOptions } from './capture.js';
export { counted } from './plan-writer.js';
export { planOf } from './plan.js';
export type { FieldPlan, Plan } from './plan.js';
export { requireSeedable } from './seedable.js';
