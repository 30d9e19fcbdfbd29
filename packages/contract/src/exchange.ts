import type { OperationId } from '@fake-jira/openapi';
import type { ContractApi } from './apis.js';

/** A request of the suite and the answer to it. Secrets are not in it. */
export interface Exchange {
  /** The check that asked; `null` while a stage was being set. */
  readonly check: string | null;
  readonly api: ContractApi | null;
  readonly operation: OperationId | null;
  /** Who asked: `administrator`, `user`, `app`, `anonymous`, or another name. */
  readonly role: string;
  readonly method: string;
  /** Below the base address of the target, with its query. */
  readonly path: string;
  readonly requestBody: unknown;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed where it is JSON, else text; `undefined` where there is none. */
  readonly body: unknown;
  /** Where the effective spec does not allow it. */
  readonly violations: readonly string[];
}
