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
