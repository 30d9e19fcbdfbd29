import type { Moment } from '@fake-jira/world';

/** `2019-01-03T20:44:29+0000`: the app's times are in UTC, without milliseconds. */
export function timestamp(moment: Moment): string {
  return `${localTime(moment)}+0000`;
}

/** `2019-01-03T20:44:29`: UTC, without saying so. */
export function localTime(moment: Moment): string {
  return new Date(moment).toISOString().slice(0, 19);
}
