import type { Exchange } from './exchange.js';

/** Something that a check works on cannot be made on a target: there is nothing to hold it to. */
export class TargetLacks extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TargetLacks';
  }
}

/** A target that does not do what a check says, with the exchange that shows it. */
export class ContractFailure extends Error {
  readonly exchange: Exchange | undefined;

  constructor(message: string, exchange?: Exchange) {
    super(message);
    this.name = 'ContractFailure';
    this.exchange = exchange;
  }
}
