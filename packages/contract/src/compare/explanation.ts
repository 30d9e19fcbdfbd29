import type { Difference } from './differences.js';
import type { ChangeKind, DocumentedChange } from './spec-changes.js';

/** The documented changes that account for a difference; none at all: nobody has documented it. */
export interface Explanation {
  /** Those that the difference shows. */
  readonly shown: readonly DocumentedChange[];
  /** Those that make it possible, and that it does not show. */
  readonly behind: readonly DocumentedChange[];
}

/** What the documents change, as far as it can account for a difference. */
export interface KnownChanges {
  readonly of: (operation: string) => readonly DocumentedChange[];
  /** Of any operation that the check asks. */
  readonly ofCheck: readonly DocumentedChange[];
  /** Of any operation of the API. */
  readonly ofApi: readonly DocumentedChange[];
}

/** What transport answers for an address that is not there. */
export const absent: ReadonlySet<number> = new Set([404, 405]);

/** Why a difference is there, by the documents. */
export function explanationOf(difference: Difference, known: KnownChanges): Explanation {
  const { operation, aspect, at, before, after } = difference;
  const behind = (changes: readonly DocumentedChange[]): Explanation => ({ shown: [], behind: changes });
  // An app's document of itself says what all of its operations are.
  if (operation === 'editorGetSwagger') return behind(known.ofApi);
  const own = known.of(operation ?? '');
  const shown = (shows: (change: DocumentedChange) => boolean): Explanation => ({
    shown: own.filter(shows),
    behind: [],
  });
  switch (aspect) {
    case 'verdict':
      // Checks know the version: one that fails has found what its own documents do not allow.
      return behind([before, after].some((ended) => isVerdict(ended)) ? [] : known.ofCheck);
    case 'request':
      // What one side alone asks for is another way to the same end, which some operation has made necessary.
      if (before === undefined || after === undefined) return behind(known.ofCheck);
      if (at.endsWith('/address')) return { ...shown(({ kind }) => kind === 'address'), behind: known.ofApi };
      return shown(({ kind, name }) => kind === 'parameter' && difference.sent.includes(name));
    case 'outcome':
      // Whether an address without this method is known depends on what else stands there.
      if ([before, after].every((status) => absent.has(status as number))) return behind(known.ofApi);
      return shown((change) => changesOutcome(change, difference));
    case 'headers':
      return shown(({ kind, statuses }) => kind === 'form' && holds(statuses, difference));
    default: {
      const ofAnswer = own.filter((change) => changesAnswer(change, difference));
      return { shown: ofAnswer.length > 0 ? ofAnswer : effectsIn(difference, known), behind: [] };
    }
  }
}

function isVerdict(ended: unknown): boolean {
  return ['passed', 'failed', 'skipped'].includes(String(ended));
}

/** What was written in another way can be read as another value. */
function effectsIn(difference: Difference, { of }: KnownChanges): DocumentedChange[] {
  if (!isOfList(difference)) return [];
  return difference.written.flatMap(({ operation, sent }) =>
    of(operation).filter(({ kind, name }) => kind === 'behaviour' || (kind === 'parameter' && sent.includes(name))),
  );
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
      // What may be sent, a refusal can say; what is sent can ask for another part.
      if ((status ?? 0) >= 400) return at.endsWith('/message') || sent.includes(name);
      return sent.includes(name) && isOfList(difference);
    case 'behaviour':
      return isOfList(difference) || (aspect === 'values' && isNamedIn(name, difference));
    default:
      return false;
  }
}

/** What an answer lists is more, less, or in another order: what single values are is no matter of it. */
function isOfList({ aspect, before, after }: Difference): boolean {
  return aspect === 'order' || (aspect === 'values' && Array.isArray(before) && Array.isArray(after));
}

/** Whether a text speaks of a property, or of what it was or is. */
function isNamedIn(text: string, { at, before, after }: Difference): boolean {
  const words = [at.split('/').at(-1), before, after].filter((word) => typeof word === 'string' && word.length > 3);
  return words.some((word) => text.includes(word as string));
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
