import type { RecordingName } from '../recordings.js';
import type { Versioned } from '../apps.js';

/** A version by app, Jira's own of Data Center (`jira`), or a month of Cloud (`cloud`). */
export type VersionMap = { readonly [Product in Versioned]?: string };

/** What a Jira has to be like; all of it. */
export interface Condition {
  readonly deployment?: 'cloud' | 'data-center';
  /** Installed in this version or a later one. */
  readonly since?: VersionMap;
  /** Not installed in this version or a later one: older, or not there. */
  readonly until?: VersionMap;
  /** What it answers to other questions. */
  readonly answers?: Readonly<Record<string, string | readonly string[]>>;
}

/** An open question as the files of this folder write it down. */
export interface QuestionText {
  /** What is asked, in one line. */
  readonly asks: string;
  /** What a real instance could answer: kebab-case, or the literal status, version or word of the API. */
  readonly answers: readonly [string, string, ...string[]];
  /** What the fake does until an instance has answered: one of `answers`. */
  readonly default: string;
  /** The recording that shows the default. */
  readonly recording?: RecordingName;
  /** The printed example from which the default is inferred. Where there is no recording either, it is assumed. */
  readonly example?: string;
  /**
   * Where the answer makes a difference: where one of these holds. Absent: wherever Jira, or the app, is. Elsewhere what
   * is asked about does not exist.
   */
  readonly holds?: readonly Condition[];
}
