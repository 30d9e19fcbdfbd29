import type { Exchange } from './exchange.js';

/** A target that does not do what a check says, with the exchange that shows it. */
export class ContractFailure extends Error {
  readonly exchange: Exchange | undefined;

  constructor(message: string, exchange?: Exchange) {
    super(message);
    this.name = 'ContractFailure';
    this.exchange = exchange;
  }
}

/** An answer to a request with which a stage was being set. */
export class UnexpectedStatus extends Error {
  override readonly name = 'UnexpectedStatus';

  constructor(
    method: string,
    path: string,
    readonly status: number,
    text: string,
  ) {
    super(`${method} ${path} was answered with ${status}: ${text.slice(0, 300)}`);
  }
}

/** Whether an error is the target's word that it did not do what was asked. */
export function isRefusal(error: unknown): boolean {
  const status =
    error instanceof UnexpectedStatus
      ? error.status
      : error instanceof ContractFailure
        ? error.exchange?.status
        : undefined;
  return status !== undefined && status >= 400 && status < 500;
}
