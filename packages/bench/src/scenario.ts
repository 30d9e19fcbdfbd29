import type { Figure } from './figures.js';

/** One thing that is measured at one subject. */
export interface Row {
  readonly subject: string;
  readonly figures: Readonly<Record<string, Figure>>;
  /** Against the subject that is this one's measure, round by round. */
  readonly ratios?: Readonly<Record<string, Figure>>;
}

/** A line of a curve: how a figure grows. */
export interface Curve {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** What a scenario has found. */
export interface Finding {
  readonly title: string;
  /** What was done, in one or two sentences. */
  readonly how: string;
  /** Units of the figures, by name. */
  readonly units: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
  /** What is asked of it, each with whether it holds. */
  readonly goals: readonly Goal[];
  readonly curves?: { readonly x: string; readonly y: string; readonly lines: readonly Curve[] };
  /** What was left out, and why. */
  readonly skipped?: readonly string[];
}

export interface Goal {
  readonly what: string;
  readonly wanted: string;
  readonly seen: number;
  readonly holds: boolean;
  readonly floor?: Floor | undefined;
}

/** What the same figure is for something that does no more than it must: where a goal does not hold, it says why. */
export interface Floor {
  readonly what: string;
  readonly seen: Figure;
}

/** A goal of which the figure has to reach a number. */
export function atLeast(what: string, wanted: number, { median }: Figure, floor?: Floor): Goal {
  return { what, wanted: `≥ ${wanted}`, seen: median, holds: median >= wanted, floor };
}

/** A goal of which the figure must not pass a number. */
export function atMost(what: string, wanted: number, { median }: Figure, floor?: Floor): Goal {
  return { what, wanted: `≤ ${wanted}`, seen: median, holds: median <= wanted, floor };
}

export interface Settings {
  readonly rounds: number;
  /** Seconds of one load. */
  readonly seconds: number;
  /** A folder for files of the run. */
  readonly scratch: string;
}

export interface Scenario {
  readonly name: string;
  readonly run: (settings: Settings) => Promise<Finding>;
}
