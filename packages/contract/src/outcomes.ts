import { effectiveSpec, type Evidence, type OpenApiDocument, type OperationId } from '@fake-jira/openapi';
import { sourceText, type Profile } from '@fake-jira/profile';
import type { ContractApi } from './apis.js';

/** An operation and one of the statuses that the effective spec of a profile lists for it. */
export interface Outcome {
  readonly api: ContractApi;
  readonly operation: OperationId;
  readonly status: number;
  readonly evidence: Evidence;
  /** Document or recording, and section. */
  readonly source: string;
  readonly method: string;
  readonly path: string;
}

interface OperationNode {
  readonly operationId: OperationId;
  readonly 'x-evidence'?: Evidence;
  readonly 'x-source'?: Readonly<Record<string, unknown>>;
  readonly responses: Readonly<Record<string, ResponseNode>>;
}

interface ResponseNode {
  readonly $ref?: string;
  readonly 'x-evidence'?: Evidence;
  readonly 'x-source'?: OperationNode['x-source'];
}

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

const known = new WeakMap<Profile, Map<ContractApi, readonly Outcome[]>>();

/** The outcomes of an API in a profile, in the order of its document; none where the app is not installed. */
export function outcomesOf(api: ContractApi, profile: Profile): readonly Outcome[] {
  const ofProfile = known.get(profile) ?? new Map<ContractApi, readonly Outcome[]>();
  known.set(profile, ofProfile);
  const outcomes = ofProfile.get(api) ?? readOutcomes(api, profile);
  ofProfile.set(api, outcomes);
  return outcomes;
}

function readOutcomes(api: ContractApi, profile: Profile): Outcome[] {
  const spec = effectiveSpec(api, profile);
  return Object.entries(spec.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method] as unknown as OperationNode | undefined;
      if (operation === undefined) return [];
      return Object.entries(operation.responses).map(([status, response]) => ({
        api,
        operation: operation.operationId,
        status: Number(status),
        evidence: evidenceOf(spec, operation, response),
        source: sourceText(response['x-source'] ?? operation['x-source']),
        method: method.toUpperCase(),
        path,
      }));
    }),
  );
}

/** A response without a word is known as its operation is. */
function evidenceOf(spec: OpenApiDocument, operation: OperationNode, response: ResponseNode): Evidence {
  const shared = (spec.components?.responses ?? {}) as Readonly<Record<string, ResponseNode>>;
  const target = shared[response.$ref?.split('/').at(-1) ?? ''];
  return response['x-evidence'] ?? target?.['x-evidence'] ?? operation['x-evidence'] ?? 'documented';
}

/** How an outcome is named: `createCustomField 400`. */
export function outcomeKey({ operation, status }: Pick<Outcome, 'operation' | 'status'>): string {
  return `${operation} ${status}`;
}
