import type { Evidence, OperationId } from '@fake-jira/openapi';
import { question, type QuestionId, type VersionMap } from '@fake-jira/profile';
import type { ContractApi } from './apis.js';
import type { Stage } from './stage/stage.js';

/** People that a check acts as, beside the administrator, who is always there. */
export type Role = 'user' | 'app';

/** What a check cannot do without; where a target lacks it, the check is skipped with the reason. */
export interface Needs {
  readonly roles?: readonly Role[];
  /** APIs beside the one that is checked. */
  readonly apis?: readonly ContractApi[];
  readonly since?: VersionMap;
  readonly until?: VersionMap;
  readonly deployment?: 'cloud' | 'data-center';
  /** Of a Cloud by itself, whose edge refuses before an operation runs (`true`), or of every other Jira (`false`). */
  readonly edge?: boolean;
  /** Open question → answer (or answers) under which the check holds. */
  readonly answers?: { readonly [Id in QuestionId]?: string | readonly string[] };
  /** A token of Protected Fields for the sandbox. */
  readonly protectedToken?: boolean;
  /** The control API of a fake: what no client can do. */
  readonly control?: boolean;
  /** Touches what the run did not make: only with `--allow-destructive`, or in a workspace that is thrown away. */
  readonly destructive?: boolean;
  /** Projects of the sandbox, where one is not enough: who uses one and has none skips at once. */
  readonly projects?: number;
  /** Types of fields that only some targets have, by the last part of their keys. */
  readonly fieldTypes?: readonly string[];
  /** The field of an app, to which the role `app` signs in. */
  readonly appField?: boolean;
  /** Issue types of the sandbox that are no sub-tasks, 1 by default. */
  readonly issueTypes?: number;
  /** Changes nothing, so that it runs with `--read-only`. */
  readonly readOnly?: boolean;
}

/** One question to a target: data, and a function that asks it. */
export interface Check {
  /** Unique and stable: reports, `--grep`, `--known` and recordings name it. */
  readonly id: string;
  readonly api: ContractApi;
  /** Part of the API, as the files of its handlers are called. */
  readonly resource: string;
  /** A sentence of the specification. */
  readonly title: string;
  readonly kind: 'outcome' | 'rule' | 'example' | 'probe';
  readonly operation?: OperationId;
  readonly status?: number;
  /** How it is known. Absent: as the outcome is, by the effective spec. */
  readonly evidence?: Evidence;
  /** Document and section. Absent: those of the operation. */
  readonly source?: string;
  /** The open question that a probe answers. */
  readonly question?: QuestionId;
  readonly needs: Needs;
  /**
   * Asks. Throws where the target does not hold; a probe returns the answer that it saw, `undefined` for none of the
   * known ones.
   */
  readonly run: (stage: Stage) => Promise<string | void | undefined>;
}

type Run = (stage: Stage) => Promise<void>;

export interface RuleFacts extends Needs {
  readonly evidence: Evidence;
  readonly source: string;
}

/** The builders of checks for one resource of an API. */
export interface CheckBuilders {
  /**
   * One outcome of an operation.
   *
   * @param when - ends the sentence "createCustomField answers 400 …"
   */
  readonly outcome: (
    operation: OperationId,
    status: number,
    when: string,
    run: Run,
    needs?: Needs & Partial<RuleFacts>,
  ) => Check;
  /** A rule that is more than the outcome of one request. */
  readonly rule: (title: string, facts: RuleFacts, run: Run) => Check;
  /** An example of a document, replayed. `place` is a document and line, such as `002:40`. */
  readonly example: (place: string, title: string, run: Run, needs?: Needs & Partial<RuleFacts>) => Check;
  /** What an open question is answered with. */
  readonly probe: (question: QuestionId, ask: (stage: Stage) => Promise<string | undefined>, needs?: Needs) => Check;
}

/**
 * Builders of checks for one resource of an API.
 *
 * @example
 * const { outcome } = checksOf('jira-cloud', 'contexts');
 * outcome('createCustomFieldContext', 400, 'when the name is blank', async ({ admin, field }) => {
 *   const colour = await field('select');
 *   await admin.ask('createCustomFieldContext', 400, { path: { fieldId: colour.key }, body: { name: ' ' } });
 * });
 */
export function checksOf(api: ContractApi, resource: string): CheckBuilders {
  const part = (kind: Check['kind'], title: string, run: Check['run'], facts: Needs & Partial<RuleFacts>): Check => {
    const { evidence, source, ...needs } = facts;
    return {
      id: `${api}/${resource}: ${title}`,
      api,
      resource,
      title,
      kind,
      needs,
      run,
      ...(evidence === undefined ? {} : { evidence }),
      ...(source === undefined ? {} : { source }),
    };
  };
  return {
    outcome: (operation, status, when, run, needs = {}) => ({
      ...part('outcome', `${operation} answers ${status} ${when}`, run, needs),
      operation,
      status,
    }),
    rule: (title, facts, run) => part('rule', title, run, facts),
    example: (place, title, run, needs = {}) =>
      part('example', `${place} ${title}`, run, { evidence: 'documented', source: place, ...needs }),
    probe: (asked, ask, needs = {}) => ({
      ...part('probe', `which answer has ${asked}`, ask, defaultOf(asked, needs)),
      question: asked,
    }),
  };
}

/** A probe is known as the default answer is that it asks about. */
function defaultOf(asked: QuestionId, needs: Needs): Needs & Partial<RuleFacts> {
  const { evidence, recording, example } = question(asked);
  const source = recording ?? example;
  return { evidence, ...(source !== undefined && { source }), ...needs };
}
