import { signal } from '@preact/signals';
import { control } from './fake.js';

export const grades = ['documented', 'recorded', 'corroborated', 'inferred', 'assumed'] as const;

export type Grade = (typeof grades)[number];

export interface Outcome {
  readonly status: number;
  readonly evidence: Grade;
  readonly source: string;
  readonly description: string;
}

export interface KnownOperation {
  readonly api: string;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly evidence: Grade;
  readonly source: string;
  readonly outcomes: readonly Outcome[];
}

/** How every answer of this Jira is known. */
export const knownAnswers = signal<readonly KnownOperation[] | undefined>(undefined);

export async function readKnown(): Promise<void> {
  knownAnswers.value ??= (await control<{ operations: readonly KnownOperation[] }>('explanations')).operations;
}
