import type { ContractApi } from '@fake-jira/contract';
import type { OperationId } from '@fake-jira/openapi';
import type { Act } from './plant/act.js';

/** Something that a fake does wrongly once it is planted. */
export interface Defect {
  /** A sentence that says what is wrong; unique. */
  readonly id: string;
  readonly api: ContractApi;
  /** Whose answers, or whose effects, are wrong. */
  readonly operations: readonly OperationId[];
  /** The Jira in which it shows, by the name of its profile; `all` where it is left out. */
  readonly profile?: string;
  /** What happens to each answer of these operations. */
  readonly plant: Act;
}
