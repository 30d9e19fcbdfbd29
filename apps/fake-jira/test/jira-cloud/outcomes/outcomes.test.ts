import { operations, sourceDocument, type Evidence } from '@fake-jira/openapi';
import type { Root } from '@fake-jira/world';
import { testJira } from '../../support/jira.js';
import { accessOutcomes } from './access.js';
import { appOptionOutcomes } from './app-options.js';
import { contextOutcomes } from './contexts.js';
import { defaultValueOutcomes } from './default-values.js';
import { fieldOutcomes } from './fields.js';
import { optionOutcomes } from './options.js';
import { fieldOperationIds } from './requests.js';
import type { OutcomeKey, OutcomeTable, Scenario } from './scenario.js';
import { screenAndTrashOutcomes } from './screens-and-trash.js';

/** Outcomes that no client can provoke here, each with the reason. */
const unprovokable = {} as const satisfies { readonly [Key in OutcomeKey]?: string };

const provoked: OutcomeTable<Exclude<OutcomeKey, keyof typeof unprovokable>> = {
  ...accessOutcomes,
  ...fieldOutcomes,
  ...contextOutcomes,
  ...defaultValueOutcomes,
  ...optionOutcomes,
  ...appOptionOutcomes,
  ...screenAndTrashOutcomes,
};

const fieldOperations = operations('jira-cloud').filter(({ path }) => path.startsWith('/rest/api/3/field'));

/** What the source says about how an outcome is known; a response without a word is known as its operation is. */
const evidenceOf = new Map<string, Evidence>(
  fieldOperations.flatMap(({ operationId, path, method, statuses, evidence }) => {
    const source = sourceDocument('jira-cloud');
    const item = source.paths?.[path] as Record<string, { responses: Record<string, ResponseInSource> }>;
    const { responses } = item[method.toLowerCase()] as { responses: Record<string, ResponseInSource> };
    return statuses.map((status) => {
      const response = responses[String(status)] as ResponseInSource;
      const shared = response.$ref && source.components?.responses?.[response.$ref.split('/').at(-1) as string];
      return [`${operationId} ${status}`, response['x-evidence'] ?? (shared as ResponseInSource | undefined)?.['x-evidence'] ?? evidence];
    });
  }),
);

interface ResponseInSource {
  readonly $ref?: string;
  readonly 'x-evidence'?: Evidence;
}

describe('the 36 operations on fields', () => {
  it('are those for which there are requests', () => {
    expect(fieldOperations.map(({ operationId }) => operationId).sort()).toEqual([...fieldOperationIds].sort());
    expect(fieldOperations).toHaveLength(36);
  });

  it('have 154 documented outcomes', () => {
    expect([...evidenceOf.values()].filter((evidence) => evidence === 'documented')).toHaveLength(154);
  });

  it('have no outcome that is neither provoked nor listed as one that cannot be, and none is both', () => {
    const covered = [...Object.keys(provoked), ...Object.keys(unprovokable)];
    expect(covered.sort()).toEqual([...evidenceOf.keys()].sort());
  });
});

describe.each(fieldOperationIds)('%s', (id) => {
  const own = Object.entries(provoked).filter(([key]) => key.startsWith(`${id} `));
  for (const [key, scenarios] of own) {
    for (const scenario of [scenarios as Scenario | readonly Scenario[]].flat()) {
      const status = Number(key.split(' ')[1]);
      it(`${id} answers ${status} ${scenario.when}`, () => play(scenario, status));
    }
  }
});

/** Plays a scenario and holds its outcome to what it says, and to what holds for every answer of that status. */
async function play({ act, expectations, options }: Scenario, status: number): Promise<void> {
  let before: Root | undefined;
  const jira = testJira({
    ...options,
    middleware: [
      (_request, _response, next) => {
        before = jira.root;
        next();
      },
    ],
  });
  const response = await act(jira);
  expect([response.status, response.text]).toEqual([status, response.text]);
  const { method } = response.request as unknown as { method: string };
  if (status >= 400 || method === 'GET') expect(jira.root).toBe(before);
  else expect(jira.root === before).toBe(false);
  if (status === 204 || status === 303) expect(response.text).toBe('');
  for (const expectation of expectations) await expectation({ response, jira });
}
