/** An open question as the files of this folder write it down. */
export interface QuestionText {
  /** What is asked, in one line. */
  readonly asks: string;
  /** What a real instance could answer: kebab-case, or the literal status, version or word of the API. */
  readonly answers: readonly [string, string, ...string[]];
  /** What the fake does until an instance has answered: one of `answers`. */
  readonly default: string;
}
