import { signal } from '@preact/signals';
import { control } from './fake.js';

/** A report that the fake's folder has. */
export interface Listed {
  readonly name: string;
  readonly kind: 'run' | 'matrix' | 'comparison' | 'recording';
  readonly at: string;
}

export interface Check {
  readonly id: string;
  readonly api: string;
  readonly title: string;
  readonly evidence: string;
  readonly source: string;
  readonly verdict: Verdict;
  readonly message: string | null;
  readonly exchange: unknown;
}

export const verdicts = ['failed', 'skipped', 'passed'] as const;

export type Verdict = (typeof verdicts)[number];

export type Counts = Readonly<Record<Verdict, number>>;

export interface RunReport {
  readonly format: 'fake-jira contract report 1';
  readonly target: { readonly url: string; readonly profile: string };
  readonly startedAt: number;
  readonly results: readonly Check[];
  readonly coverage: readonly { readonly evidence: string; readonly seen: boolean }[];
}

export interface MatrixReport {
  readonly format: 'fake-jira contract matrix 1';
  readonly rows: readonly (Counts & {
    readonly profile: string;
    readonly failures: readonly string[];
    readonly operations: Readonly<Record<string, Counts>>;
  })[];
}

interface Side {
  readonly name: string;
  readonly versions: string;
  readonly url: string | null;
  readonly at: string | null;
}

export interface Comparison {
  readonly before: string;
  readonly after: string;
  readonly sides: { readonly before: Side; readonly after: Side };
  readonly compared: number;
  readonly differences: readonly {
    readonly check: string;
    readonly aspect: string;
    readonly at: string;
    readonly before: unknown;
    readonly after: unknown;
    readonly judgement: 'documented' | 'undocumented';
    readonly because: readonly string[];
    readonly accepted: string | null;
  }[];
}

export interface Recorded {
  readonly profile: { readonly name: string };
  readonly files: readonly string[];
  readonly taken?: { readonly url: string; readonly at: string };
}

export type Report = RunReport | MatrixReport | readonly Comparison[] | Recorded;

export const listed = signal<readonly Listed[] | undefined>(undefined);

/** The report that is open, and what it is called. */
export const opened = signal<{ readonly name: string; readonly report: Report } | undefined>(undefined);

export async function readListed(): Promise<void> {
  listed.value = (await control<{ reports: readonly Listed[] }>('reports')).reports;
}

export async function openListed(name: string): Promise<void> {
  if (opened.value?.name === name) return;
  opened.value = { name, report: await control<Report>(`reports/${encodeURIComponent(name)}`) };
}

/** Opens a file of whoever looks. @throws Error where it is no report */
export async function openFile(file: File): Promise<void> {
  const report: unknown = JSON.parse(await file.text());
  if (!isReport(report)) {
    throw new Error(`${file.name} is no report: --json of contract run, matrix or compare writes one.`);
  }
  opened.value = { name: file.name, report };
}

function isReport(content: unknown): content is Report {
  if (typeof content !== 'object' || content === null) return false;
  return Array.isArray(content)
    ? content.every((one) => typeof one === 'object' && one !== null && 'differences' in one)
    : 'format' in content;
}
