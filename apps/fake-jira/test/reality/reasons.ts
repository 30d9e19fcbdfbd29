import { readFileSync } from 'node:fs';
import type { Unlikeness } from '@fake-jira/traffic';
import { parse } from 'yaml';

/** Why an answer of the fake differs from a recorded one for good. */
export interface Reason {
  readonly exchanges?: readonly string[];
  readonly differences?: string;
  readonly reason: string;
}

export const reasons = parse(readFileSync(new URL('./reasons.yaml', import.meta.url), 'utf8')) as readonly Reason[];

/** A difference as it is written in reports, and as reasons match it. */
export function differenceText({ at, what }: Unlikeness): string {
  return `${at}: ${what}`;
}

/** The reason for a difference of an exchange; undefined where there is none. */
export function reasonFor(exchange: string, difference: Unlikeness): Reason | undefined {
  const [recording] = exchange.split(' ');
  return reasons.find(
    ({ exchanges, differences }) =>
      (exchanges === undefined || exchanges.includes(exchange) || exchanges.includes(`${recording} *`)) &&
      (differences === undefined || new RegExp(differences).test(differenceText(difference))),
  );
}
