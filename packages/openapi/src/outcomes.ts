import { sourceText, type Evidence, type Profile } from '@fake-jira/profile';
import { effectiveSpec } from './documents.js';
import { operationsOf } from './document/reading.js';
import type { OpenApiDocument, OperationObject, ResponseObject } from './document/types.js';
import type { OperationId } from './generated/registry.js';
import type { ApiName } from './table.js';

/** An operation and one of the statuses that the effective spec of a profile lists for it. */
export interface Outcome {
  readonly api: ApiName;
  readonly operation: OperationId;
  readonly status: number;
  readonly evidence: Evidence;
  /** Document or recording, and section. */
  readonly source: string;
  /** When it comes, in words. */
  readonly description: string;
  readonly method: string;
  /** As the profile has it. */
  readonly path: string;
}

const known = new WeakMap<Profile, Map<ApiName, readonly Outcome[]>>();

/**
 * The outcomes of an API in a profile, in the order of its document; none where the app is not installed.
 *
 * @example outcomesOf('extender', namedProfile('data-center')).filter(({ evidence }) => evidence === 'recorded')
 */
export function outcomesOf(api: ApiName, profile: Profile): readonly Outcome[] {
  const ofProfile = known.get(profile) ?? new Map<ApiName, readonly Outcome[]>();
  known.set(profile, ofProfile);
  const outcomes = ofProfile.get(api) ?? readOutcomes(api, profile);
  ofProfile.set(api, outcomes);
  return outcomes;
}

function readOutcomes(api: ApiName, profile: Profile): Outcome[] {
  const spec = effectiveSpec(api, profile);
  return operationsOf(spec).flatMap(({ path, method, operation }) =>
    Object.entries(operation.responses ?? {}).map(([status, given]) => {
      const response = shared(spec, given);
      return {
        api,
        operation: operation.operationId as OperationId,
        status: Number(status),
        ...knownFrom(response, operation),
        description: typeof response.description === 'string' ? response.description : '',
        method: method.toUpperCase(),
        path,
      };
    }),
  );
}

/** A response, with what a shared one says where it says nothing of its own. */
function shared(spec: OpenApiDocument, response: ResponseObject): ResponseObject {
  const name = typeof response.$ref === 'string' ? (response.$ref.split('/').at(-1) ?? '') : '';
  return { ...spec.components?.responses?.[name], ...response };
}

/** How an outcome is known. A response without a word is known as its operation is. */
function knownFrom(response: ResponseObject, operation: OperationObject): Pick<Outcome, 'evidence' | 'source'> {
  const evidence = response['x-evidence'] ?? operation['x-evidence'] ?? 'documented';
  const source = response['x-source'] ?? operation['x-source'];
  return { evidence: evidence as Evidence, source: sourceText(source as Record<string, unknown> | undefined) };
}

/** How an outcome is named: `createCustomField 400`. */
export function outcomeKey({ operation, status }: Pick<Outcome, 'operation' | 'status'>): string {
  return `${operation} ${status}`;
}
