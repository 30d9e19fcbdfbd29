import type { Difference } from './differences.js';
import type { ChangeKind, DocumentedChange } from './spec-changes.js';

/** What is known of the check that shows a difference. */
export interface CheckChanges {
  /** What the documents change of the operation that shows the difference. */
  readonly ofOperation: readonly DocumentedChange[];
  /** What they change of any operation that the check asks. */
  readonly ofCheck: readonly DocumentedChange[];
  /** What they change of any operation of the API. */
  readonly ofApi: readonly DocumentedChange[];
}

/** The documented changes that account for a difference; none: nobody has documented it. */
export function explanationsOf(difference: Difference, known: CheckChanges): readonly DocumentedChange[] {
  const { operation, aspect, before, after } = difference;
  // An app's document of itself says what all of its operations are.
  if (operation === 'editorGetSwagger') return known.ofApi;
  switch (aspect) {
    case 'verdict':
      // Checks know the version: one that fails has found what its own documents do not allow.
      return [before, after].some((ended) => ['failed', 'skipped'].includes(String(ended))) ? [] : known.ofCheck;
    case 'request':
      return ofRequest(difference, known);
    case 'outcome':
      return known.ofOperation.filter((change) => changesOutcome(change, difference));
    case 'headers':
      return known.ofOperation.filter(({ kind, statuses }) => kind === 'form' && holds(statuses, difference));
    default:
      return known.ofOperation.filter((change) => changesAnswer(change, difference));
  }
}

function ofRequest({ at, before, after, sent }: Difference, { ofOperation, ofCheck }: CheckChanges) {
  // It is asked for on one side only: another way to the same end, which some operation of the check has made necessary.
  if (before === undefined || after === undefined) return ofCheck;
  if (at.endsWith('/address')) return ofOperation.filter(({ kind }) => kind === 'address');
  return ofOperation.filter(({ kind, name }) => kind === 'parameter' && sent.includes(name));
}

function changesOutcome({ kind, name, statuses }: DocumentedChange, { before, after, sent }: Difference): boolean {
  switch (kind) {
    case 'operation':
    case 'behaviour':
      return true;
    case 'outcome':
      return [before, after].includes(Number(name));
    case 'parameter':
      return sent.includes(name);
    case 'error':
      return statuses.some((status) => status === before || status === after);
    default:
      return false;
  }
}

function changesAnswer(change: DocumentedChange, difference: Difference): boolean {
  const { kind, name, statuses } = change;
  const { at, aspect, status, sent } = difference;
  if (!holds(statuses, difference)) return false;
  switch (kind) {
    case 'property':
      return at.split('/').includes(name);
    case 'form':
      return at.endsWith('/body');
    case 'error':
      return (status ?? 0) >= 400;
    case 'parameter':
      // What may be sent, a refusal can say; what is sent can ask for more, or for another part.
      return (status ?? 0) >= 400 ? at.endsWith('/message') || sent.includes(name) : sent.includes(name);
    case 'behaviour':
      return aspect !== 'schema';
    default:
      return false;
  }
}

function holds(statuses: readonly number[], { status }: Difference): boolean {
  return statuses.length === 0 || (status !== null && statuses.includes(status));
}

const words: Readonly<Record<ChangeKind, string>> = {
  operation: 'the operation has',
  address: 'now at',
  outcome: 'status',
  parameter: 'takes',
  property: 'property',
  form: 'form of the answer',
  error: 'error',
  behaviour: '',
};

/** A documented change in words. */
export function changeText({ kind, name }: DocumentedChange): string {
  return `${words[kind]} ${name}`.trim();
}
