import type { Evidence } from './evidence.js';
import { editorQuestions } from './questions/editor.js';
import { extenderQuestions } from './questions/extender.js';
import { jiraQuestions } from './questions/jira.js';
import { protectedQuestions } from './questions/protected.js';
import type { Condition, QuestionText } from './questions/question.js';
import type { RecordingName } from './recordings.js';

/**
 * Every open question: what the documents leave open, by id. To add an API's questions, write
 * `questions/<api>.ts` and spread it in here.
 */
const registry = { ...jiraQuestions, ...editorQuestions, ...extenderQuestions, ...protectedQuestions };

type Registry = typeof registry;

/** The id of an open question: `api.question`. */
export type QuestionId = keyof Registry;

/** The answers that a question can have. */
export type AnswerOf<Id extends QuestionId> = Registry[Id]['answers'][number];

/** Answers by question, each one of those that the question can have. */
export type Answers = { readonly [Id in QuestionId]: AnswerOf<Id> };

/** An open question. */
export interface Question<Id extends QuestionId = QuestionId> {
  readonly id: Id;
  /** The part of the id before the dot. */
  readonly api: string;
  readonly asks: string;
  readonly answers: readonly AnswerOf<Id>[];
  readonly default: AnswerOf<Id>;
  /** How the default is known. */
  readonly evidence: Extract<Evidence, 'recorded' | 'inferred' | 'assumed'>;
  /** The recording behind a default that is recorded. */
  readonly recording: RecordingName | undefined;
  /** The place of the document with the example from which a default is inferred. */
  readonly example: string | undefined;
  /** Where the answer makes a difference: where one of these holds. Absent: wherever Jira, or the app, is. */
  readonly holds: readonly Condition[] | undefined;
}

/** All open questions, in the order of the files. */
export const questions: readonly Question[] = (Object.keys(registry) as QuestionId[]).map((id) => {
  const { holds, recording, example }: QuestionText = registry[id];
  return {
    id,
    api: id.slice(0, id.indexOf('.')),
    ...registry[id],
    evidence: recording !== undefined ? 'recorded' : example !== undefined ? 'inferred' : 'assumed',
    recording,
    example,
    holds,
  };
});

/** The default answer of every question. */
export const defaultAnswers: Answers = Object.fromEntries(
  questions.map(({ id, default: answer }) => [id, answer]),
) as Answers;

/** Whether a text is the id of an open question. */
export function isQuestionId(id: string): id is QuestionId {
  return Object.hasOwn(registry, id);
}

/**
 * One open question.
 *
 * @example question('jira.bare-field-id').answers; // ['400', '404']
 */
export function question<Id extends QuestionId>(id: Id): Question<Id> {
  return questions.find((one) => one.id === id) as unknown as Question<Id>;
}
