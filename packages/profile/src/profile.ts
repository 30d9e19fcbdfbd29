import type { AnswerOf, Answers, QuestionId } from './questions.js';
import { defaultAnswers } from './questions.js';

/** Which Jira: Cloud at a month or day (the newest without one), a Data Center version, or all of both side by side. */
export type JiraProfile =
  | { readonly deployment: 'any' }
  | { readonly deployment: 'cloud'; readonly date?: string }
  | { readonly deployment: 'data-center'; readonly version: string };

/** What makes one Jira differ from another. As a file: `dist/specs/profile.schema.json` of the package. */
export interface Profile {
  readonly name: string;
  readonly jira: JiraProfile;
  /** A version, `'before'` (older than the first known one), or null: not installed. */
  readonly customfieldEditor: string | null;
  readonly extender: string | null;
  /** Whether Protected Fields is installed, or at which address of its own. */
  readonly protectedFields: boolean | { readonly address: string };
  /** Answers to open questions; a question without one has its default. */
  readonly answers: Partial<Answers>;
  /**
   * Operation of Customfield Editor → its address on this instance, where that is another one than the documents lead
   * to: `{ editorListJobs: '/rest/jiracustomfieldeditorplugin/1/jobs' }`. Variables as `{name}`.
   */
  readonly addresses?: Readonly<Record<string, string>>;
  /** What an answer, or the address of an operation, rests on, such as a recording. */
  readonly evidence: { readonly [Id in QuestionId]?: string } & Readonly<Record<string, string>>;
}

/**
 * What this Jira answers to an open question: the profile's answer, else the question's default.
 *
 * @example answer(namedProfile('all'), 'jira.bare-field-id'); // '400'
 */
export function answer<Id extends QuestionId>(profile: Pick<Profile, 'answers'>, id: Id): AnswerOf<Id> {
  const given: Answers[Id] | undefined = profile.answers[id];
  return given ?? defaultAnswers[id];
}
