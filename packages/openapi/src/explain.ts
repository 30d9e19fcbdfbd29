import { answer, isQuestionId, question, sourceText } from '@fake-jira/profile';
import type { Evidence, Profile, QuestionId } from '@fake-jira/profile';
import { conditionsOf } from './document/conditions.js';
import { operationsOf, resolveReference, walk } from './document/reading.js';
import type { JsonObject, OpenApiDocument, OperationObject } from './document/types.js';
import { isObject } from './document/types.js';
import { sourceDocument } from './documents.js';
import { errorOutcome } from './error-outcome.js';
import type { OperationId } from './generated/registry.js';
import type { ErrorOutcome } from './operation.js';
import { operation as findOperation, defaultErrors } from './operations.js';
import { outcomesOf, type Outcome } from './outcomes.js';
import type { ApiName } from './table.js';

/** An open question, and what a profile answers to it. */
export interface AnsweredQuestion {
  readonly id: QuestionId;
  readonly asks: string;
  readonly answer: string;
  readonly isDefault: boolean;
  /** What the profile's answer rests on, or the default where that is recorded. */
  readonly evidence: string;
}

/** The sentence with which an operation answers a broken rule. */
export interface ExplainedText {
  readonly code: string;
  readonly text: string | null;
  readonly evidence: Evidence;
  readonly source: string;
}

export interface ExplainedOutcome extends Pick<Outcome, 'status' | 'evidence' | 'source' | 'description'> {
  /** Those that hold in the profile. */
  readonly texts: readonly ExplainedText[];
  readonly questions: readonly AnsweredQuestion[];
}

/** How everything that an operation answers is known. */
export interface Explanation {
  readonly api: ApiName;
  readonly operation: OperationId;
  readonly method: string;
  /** As the profile has it. */
  readonly path: string;
  readonly summary: string;
  readonly access: string;
  readonly evidence: Evidence;
  readonly source: string;
  /** What no schema shows. */
  readonly behaviour: readonly string[];
  readonly outcomes: readonly ExplainedOutcome[];
  /** Behind the operation as a whole. */
  readonly questions: readonly AnsweredQuestion[];
}

/**
 * How it is known what an operation of a profile answers: each outcome with its grade, its source, and the open
 * questions behind it with the profile's answers.
 *
 * @example explain('createCustomField', namedProfile('cloud')).outcomes[0]?.evidence; // 'documented'
 */
export function explain(id: OperationId, profile: Profile): Explanation {
  const { api, summary, access, evidence, errors, ...placed } = findOperation(id, profile);
  const document = sourceDocument(api as ApiName);
  const written = operationsOf(document).find(({ operation }) => operation.operationId === id)!.operation;
  const outcomes = outcomesOf(api as ApiName, profile).filter(({ operation }) => operation === id);
  const { method, path } = outcomes[0] ?? placed;
  const answered = (ids: Iterable<QuestionId>) => [...new Set(ids)].map((one) => answerTo(one, profile));
  return {
    api: api as ApiName,
    operation: id,
    method,
    path,
    summary,
    access,
    evidence,
    source: sourceText(written['x-source'] as JsonObject | undefined),
    behaviour: behaviourOf(written, profile),
    outcomes: outcomes.map(({ status, description, ...known }) => ({
      status,
      evidence: known.evidence,
      source: known.source,
      description,
      texts: textsOf(status, id, profile),
      questions: answered([
        ...questionsBelow(document, written.responses?.[status]),
        ...Object.values(errors).flatMap((listed) =>
          listed.filter((one) => one.status === status).flatMap(questionsOf),
        ),
      ]),
    })),
    questions: answered([
      ...ownQuestions(written),
      ...questionsBelow(document, [written.parameters, written.requestBody, written['x-behaviour']]),
    ]),
  };
}

/** How it is known that an operation of a profile answers with a status; undefined where its document has none such. */
export function evidenceOf(id: OperationId, status: number, profile: Profile): Evidence | undefined {
  const api = findOperation(id).api as ApiName;
  return outcomesOf(api, profile).find((one) => one.operation === id && one.status === status)?.evidence;
}

function textsOf(status: number, id: OperationId, profile: Profile): ExplainedText[] {
  const { api, errors, evidence: ofOperation } = findOperation(id);
  return Object.keys(errors).flatMap((code) => {
    const found = errorOutcome({ errors }, defaultErrors(api as ApiName), code, profile);
    if (found?.status !== status) return [];
    const { text, evidence = ofOperation, source } = found;
    return [{ code, text, evidence, source: sourceText(source && { recording: source }) }];
  });
}

function behaviourOf(operation: OperationObject, profile: Profile): string[] {
  const listed = operation['x-behaviour'];
  if (!Array.isArray(listed)) return [];
  const conditions = conditionsOf(profile);
  return (listed as JsonObject[]).filter((one) => conditions.holds(one)).map(({ what }) => String(what));
}

function answerTo(id: QuestionId, profile: Profile): AnsweredQuestion {
  const { asks, evidence, recording } = question(id);
  const isDefault = profile.answers[id] === undefined;
  return {
    id,
    asks,
    answer: answer(profile, id),
    isDefault,
    evidence: isDefault ? [evidence, recording].filter(Boolean).join(': ') : (profile.evidence[id] ?? 'the profile'),
  };
}

function questionsOf({ when = {}, statusBy }: ErrorOutcome): QuestionId[] {
  return [...Object.keys(when), statusBy ?? ''].filter(isQuestionId);
}

/** The questions that a node names itself. */
function ownQuestions(node: JsonObject): QuestionId[] {
  const when = isObject(node['x-when']) ? Object.keys(node['x-when']) : [];
  return [[node['x-question'] ?? []].flat(), when].flat().filter((id) => isQuestionId(id as string)) as QuestionId[];
}

/** The questions that a part of a document names, what it refers to included. */
function questionsBelow(document: OpenApiDocument, node: unknown, seen = new Set<string>()): QuestionId[] {
  const found: QuestionId[] = [];
  walk(node, (current) => {
    found.push(...ownQuestions(current));
    const { $ref } = current;
    if (typeof $ref !== 'string' || seen.has($ref)) return;
    seen.add($ref);
    found.push(...questionsBelow(document, resolveReference(document, $ref), seen));
  });
  return found;
}
