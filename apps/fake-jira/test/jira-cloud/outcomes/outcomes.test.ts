import { operations, type Operation } from '@fake-jira/openapi';
import { outcomeEvidence } from '../../support/outcome-evidence.js';
import { accessOutcomes } from './access.js';
import { appOptionOutcomes } from './app-options.js';
import { contextMappingOutcomes } from './context-mappings.js';
import { contextOutcomes } from './contexts.js';
import { defaultValueOutcomes } from './default-values.js';
import { fieldOutcomes } from './fields.js';
import { optionOutcomes } from './options.js';
import { play } from './play.js';
import { fieldOperationIds, type FieldOperationId } from './requests.js';
import type { OutcomeKey, OutcomeTable, Scenario } from './scenario.js';
import { screenAndTrashOutcomes } from './screens-and-trash.js';

/** Outcomes that no client can provoke here, each with the reason. */
const unprovokable = {} as const satisfies { readonly [Key in OutcomeKey]?: string };

const provoked: OutcomeTable<Exclude<OutcomeKey, keyof typeof unprovokable>> = {
  ...accessOutcomes,
  ...fieldOutcomes,
  ...contextOutcomes,
  ...contextMappingOutcomes,
  ...defaultValueOutcomes,
  ...optionOutcomes,
  ...appOptionOutcomes,
  ...screenAndTrashOutcomes,
};

const isOnFields = ({ path }: Operation) => path.startsWith('/rest/api/3/field');
const fieldOperations = operations('jira-cloud').filter(isOnFields);
const evidenceOf = outcomeEvidence('jira-cloud', isOnFields);

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

describe('an operation on fields', () => {
  for (const [key, scenarios] of Object.entries(provoked)) {
    const [id, status] = key.split(' ') as [FieldOperationId, string];
    for (const scenario of [scenarios as Scenario | readonly Scenario[]].flat()) {
      it(`${id} answers ${status} ${scenario.when}`, () => play(Number(status), scenario, id.startsWith('get')));
    }
  }
});
