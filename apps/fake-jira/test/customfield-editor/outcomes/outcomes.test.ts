import { operation, type Operation } from '@fake-jira/openapi';
import { play } from '../../jira-cloud/outcomes/play.js';
import type { Scenario } from '../../jira-cloud/outcomes/scenario.js';
import { outcomeEvidence } from '../../support/outcome-evidence.js';
import { forbiddenOutcomes, unauthorizedOutcomes } from './access.js';
import { contextOutcomes } from './contexts.js';
import { defaultValueOutcomes } from './default-values.js';
import { failureOutcomes } from './failures.js';
import { grantOutcomes } from './grants.js';
import { optionOutcomes } from './options.js';
import { editorOperationIds, type EditorOperationId } from './requests.js';
import type { OutcomeKey } from './scenario.js';
import { unknownIdOutcomes } from './unknown-ids.js';
import { maintenanceOutcomes, userOutcomes } from './users-and-maintenance.js';

/** Outcomes that no client can provoke, each with the reason. */
const unprovokable = {
  'editorListMigrationTasks 400': 'It has no parameter and no body that could be wrong.',
  'editorGetDataStorage 400': 'It has no parameter and no body that could be wrong.',
  'editorGetTruncateSchedule 400': 'It has no parameter and no body that could be wrong.',
} as const satisfies { readonly [Key in OutcomeKey]?: string };

/** Several tables can have scenarios of one outcome. */
const provoked = new Map<OutcomeKey, Scenario[]>();
for (const table of [
  unauthorizedOutcomes,
  forbiddenOutcomes,
  unknownIdOutcomes,
  grantOutcomes,
  contextOutcomes,
  userOutcomes,
  optionOutcomes,
  defaultValueOutcomes,
  maintenanceOutcomes,
  failureOutcomes,
]) {
  for (const [key, scenarios] of Object.entries(table) as [OutcomeKey, Scenario[]][]) {
    provoked.set(key, [...(provoked.get(key) ?? []), ...scenarios]);
  }
}

const documented = [...outcomeEvidence('customfield-editor', () => true)]
  .filter(([, evidence]) => evidence === 'documented')
  .map(([key]) => key);

describe('the 50 operations of Customfield Editor', () => {
  it('are those for which there are requests', () => {
    const operations = new Set(documented.map((key) => key.split(' ')[0]));
    expect([...operations].sort()).toEqual([...editorOperationIds].sort());
    expect(editorOperationIds).toHaveLength(50);
  });

  it('have 249 documented outcomes', () => {
    expect(documented).toHaveLength(249);
  });

  it('have no outcome that is neither provoked nor listed as one that cannot be, and none is both', () => {
    const covered = [...provoked.keys(), ...Object.keys(unprovokable)];
    expect(covered.sort()).toEqual([...documented].sort());
    for (const scenarios of provoked.values()) expect(scenarios).not.toHaveLength(0);
  });

  it('cannot be asked wrongly where there is nothing to ask with', () => {
    for (const key of Object.keys(unprovokable)) {
      const { path, method, hasBody } = operation(key.split(' ')[0] as EditorOperationId) satisfies Operation;
      expect([method, hasBody, path.includes('{')]).toEqual(['GET', false, false]);
    }
  });
});

describe('an operation of Customfield Editor', () => {
  for (const [key, scenarios] of provoked) {
    const [id, status] = key.split(' ') as [EditorOperationId, string];
    const reads = operation(id).method === 'GET';
    for (const scenario of scenarios) {
      it(`${id} answers ${status} ${scenario.when}`, () => play(Number(status), scenario, reads));
    }
  }
});
