import { conditionText, meets, type Condition, type Profile, type QuestionId } from '@fake-jira/profile';

/** Answers of one question that no request tells apart. */
export interface Indistinguishable {
  readonly question: QuestionId;
  readonly answers: readonly string[];
  /** Where it is so; absent: everywhere. */
  readonly when?: Condition;
  readonly reason: string;
}

/** A question that no request of a run can answer, though the answer makes a difference. */
export interface Unobservable {
  readonly questions: readonly QuestionId[];
  /** Where it is so: where one of these holds. Absent: everywhere. */
  readonly when?: readonly Condition[];
  readonly reason: string;
}

/** How Customfield Editor treats types that it does not edit. */
const refusesOthers = { 'editor.unsupported-type': ['400', '412'] } as const;
/** How an update of Extender treats what is for all projects: there is no way to narrow it. */
const staysForAll = { 'extender.update-before-4.2': 'add', 'extender.keep-on-global': 'stays-global' } as const;
/** Nothing makes contexts: Extender does since 1.6, Customfield Editor since 2.10, and Cloud has operations for it. */
const noMoreContexts = {
  deployment: 'data-center',
  until: { extender: '1.6', customfieldEditor: '2.10' },
} as const satisfies Condition;
/** New fields have no context, and get none. */
const noContexts = { ...noMoreContexts, answers: { 'jira.new-field-context': 'none' } } as const satisfies Condition;
/** New fields have no context, and those that Customfield Editor does not edit get none. */
const noContextsOfOthers = {
  deployment: 'data-center',
  until: { extender: '1.6' },
  answers: { 'jira.new-field-context': 'none', ...refusesOthers },
} as const satisfies Condition;
/** The context that new fields have is not taken from them, or not from those that Customfield Editor does not edit. */
const keepsContext: readonly Condition[] = [
  { until: { extender: '1.6', customfieldEditor: '2.10' } },
  { until: { extender: '1.6' }, answers: refusesOthers },
  { since: { extender: '1.6' }, until: { extender: '1.7.3', customfieldEditor: '2.10' }, answers: staysForAll },
  { since: { extender: '1.6' }, until: { extender: '1.7.3' }, answers: { ...staysForAll, ...refusesOthers } },
].map((one) => ({
  ...one,
  deployment: 'data-center',
  answers: { 'jira.new-field-context': 'one-global', ...one.answers },
}));
const refusedWithoutContext = { 'protected.field-without-context': '400' } as const;

/** Differences between two profiles that no request could show: calibration writes the first of the answers. */
export const indistinguishable: readonly Indistinguishable[] = [
  {
    question: 'editor.default-context',
    answers: ['lowest-id', 'first-in-order'],
    reason: "No client can give the contexts of a field another order than Jira's own, which is by their ids.",
  },
  {
    question: 'editor.option-uniqueness-scope',
    answers: ['context', 'field'],
    when: noMoreContexts,
    reason: 'Nothing on the target makes a second context for a field.',
  },
];

/** What calibration cannot find out, and why. */
export const unobservable: readonly Unobservable[] = [
  {
    questions: ['jira.options-of-no-context'],
    when: [noMoreContexts],
    reason: 'Nothing on the target makes a second context for a field.',
  },
  {
    questions: ['jira.options-first-page'],
    when: [noContexts, { deployment: 'data-center', until: { extender: '1.1.1', customfieldEditor: '1.1' } }],
    reason: 'Nothing on the target gives a field options.',
  },
  {
    questions: ['editor.admin-before-1.3'],
    reason: 'It takes an administrator who is no system administrator: no role of the credentials is that.',
  },
  {
    questions: ['editor.delete-setting-subcode'],
    reason: 'No operation changes the setting that only administrators delete options.',
  },
  {
    questions: ['editor.unlicensed-default', 'editor.unlicensed-default-delete'],
    reason: 'No operation takes its licence from an app.',
  },
  {
    questions: ['jira.create-applies-defaults'],
    when: [{ deployment: 'data-center', until: { customfieldEditor: '1.2' } }, noContexts],
    reason: 'No operation sets a default value.',
  },
  {
    questions: [
      'jira.option-value-comparison',
      'extender.unknown-property',
      'extender.parent-property-before-2.20',
      'extender.duplicate-value',
      'extender.delete-used-option',
      'extender.delete-parent-option',
    ],
    when: [noContexts],
    reason: 'A new field has no context, nothing makes one, and fields of others are not touched.',
  },
  {
    questions: [
      'editor.option-value-comparison',
      'editor.option-uniqueness-scope',
      'editor.omitted-context-permissions',
      'editor.default-null-members',
      'editor.default-parent-only',
      'editor.child-operation-on-flat-field',
      'editor.move-edge',
      'editor.sort-locale-form',
      'editor.sequence-after-delete',
      'editor.list-context-containers',
      'editor.one-context-403',
      'editor.patch-global-with-context',
    ],
    when: [noContexts],
    reason: 'A new field has no context, nothing makes one, and fields of others are not touched.',
  },
  {
    questions: ['extender.values-without-options'],
    when: [noContexts, noContextsOfOthers],
    reason: 'A new field without options has no context, nothing makes one, and fields of others are not touched.',
  },
  {
    questions: ['protected.field-without-context'],
    when: [...keepsContext, { since: { cloud: '2026-04' } }],
    reason: 'Nothing takes the context from a field of the app.',
  },
  {
    questions: [
      'protected.write-atomic',
      'protected.unset-value',
      'protected.clear-value',
      'protected.multi-user-format',
      'protected.group-format',
      'protected.collection-format',
      'protected.duplicate-entry',
      'protected.repeated-field-id',
      'protected.comma-separated-field-ids',
      'protected.bare-field-id',
      'protected.issue-by-id',
      'protected.unknown-property',
      'protected.number-as-text',
    ],
    when: [noContexts, noContextsOfOthers].map((none) => ({
      ...none,
      answers: { ...none.answers, ...refusedWithoutContext },
    })),
    reason: 'A new field has no context, nothing makes one, and without one it takes no value.',
  },
];

/** Whether a target behaves in the same way under two answers to a question. */
export function isSameToAClient(question: string, one: string, other: string, profile: Profile): boolean {
  if (one === other) return true;
  return indistinguishable.some(
    (known) =>
      known.question === question &&
      known.answers.includes(one) &&
      known.answers.includes(other) &&
      (known.when === undefined || meets(known.when, profile)),
  );
}

/** Why no request to a target can answer a question; `undefined` where one could. */
export function whyUnobservable(question: QuestionId, profile: Profile): string | undefined {
  for (const { questions, when, reason } of unobservable) {
    if (!questions.includes(question)) continue;
    if (when === undefined) return reason;
    const holding = when.find((one) => meets(one, profile));
    if (holding) return `${reason} (${conditionText(holding)})`;
  }
  return undefined;
}
