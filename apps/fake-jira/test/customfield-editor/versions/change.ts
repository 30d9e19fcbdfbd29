import type { OperationId } from '@fake-jira/openapi';
import type { Answers, QuestionId } from '@fake-jira/profile';
import type { Response } from 'supertest';
import type { TestJira } from '../../support/jira.js';
import { send, type Variant } from './requests.js';

/** One side of a version: the app as it was before, or as it is since. */
export interface Side {
  readonly jira: TestJira;
  readonly operationId: OperationId;
  /** Another fake on the same side, with other answers to open questions. */
  readonly under: (answers: Partial<Answers>) => Side;
  /** A request of the operation that succeeds where there is the operation, but for the variant. */
  readonly send: (variant?: Variant) => Promise<Response>;
}

export function sideOf(open: (answers: Partial<Answers>) => TestJira, operationId: OperationId, answers = {}): Side {
  const jira = open(answers);
  return {
    jira,
    operationId,
    under: (more) => sideOf(open, operationId, more),
    send: (variant) => send(jira, operationId, variant),
  };
}

/** What lines of the version histories say that one version changed, and how both sides of it look. */
export interface Change {
  /** As the document writes it. */
  readonly version: string;
  readonly what: string;
  /** Where the document is silent about the time before: the open question that the tested behaviour hangs on. */
  readonly unknownBefore?: QuestionId;
  readonly before: (side: Side) => Promise<void>;
  readonly since: (side: Side) => Promise<void>;
  /** Line of the document → the operation whose history it is in. */
  readonly lines: Readonly<Record<number, OperationId>>;
}
