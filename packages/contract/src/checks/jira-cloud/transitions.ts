import { expect } from 'expect';
import { checksOf, type Check } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { refuses } from './errors.js';

const { outcome, rule } = checksOf('jira-cloud', 'transitions');

const readOnly = { readOnly: true } as const;
const assumed = { evidence: 'assumed', source: 'Transition Issue' } as const;

interface Transition {
  readonly id: string;
  readonly to: { readonly statusCategory: { readonly key: string } };
}

async function transitionTo({ admin }: Stage, key: string, category: 'new' | 'done'): Promise<string> {
  const { body } = await admin.ask('getTransitions', 200, { path: { issueIdOrKey: key } });
  const found = (body.transitions as Transition[]).find(({ to }) => to.statusCategory.key === category);
  expect(found).toBeDefined();
  return found!.id;
}

async function fieldsOf({ admin }: Stage, key: string) {
  const query = { fields: 'status,resolution,resolutiondate' };
  return (await admin.ask('getIssue', 200, { path: { issueIdOrKey: key }, query })).body.fields as object;
}

const absent = ({ sandbox }: Stage) => ({ issueIdOrKey: `${sandbox.project.key}-999999999` });

/** The workflow of issues. */
export const transitions: readonly Check[] = [
  outcome('getTransitions', 200, 'with the status that each leads to', async (stage) => {
    const { key } = await stage.issue();
    const { body } = await stage.admin.ask('getTransitions', 200, { path: { issueIdOrKey: key } });
    const status = { id: expect.any(String), statusCategory: expect.objectContaining({ key: expect.any(String) }) };
    expect(body.transitions).toContainEqual(
      expect.objectContaining({ id: expect.any(String), to: expect.objectContaining(status) }),
    );
  }),
  outcome('getTransitions', 200, 'and with nothing but the one that is asked for', async (stage) => {
    const { key } = await stage.issue();
    const transitionId = await transitionTo(stage, key, 'done');
    const asked = { path: { issueIdOrKey: key }, query: { transitionId } };
    expect((await stage.admin.ask('getTransitions', 200, asked)).body.transitions).toMatchObject([
      { id: transitionId },
    ]);
  }),
  outcome(
    'getTransitions',
    404,
    'when there is no such issue',
    async (stage) => refuses((await stage.admin.ask('getTransitions', 404, { path: absent(stage) })).body),
    readOnly,
  ),
  outcome(
    'getTransitions',
    400,
    'when a flag is neither true nor false',
    async (stage) => {
      const asked = { path: absent(stage), query: { skipRemoteOnlyCondition: 'perhaps' } };
      refuses((await stage.admin.ask('getTransitions', 400, asked)).body);
    },
    { ...readOnly, evidence: 'inferred', edge: false },
  ),
  outcome('doTransition', 204, 'and the issue has another status', async (stage) => {
    const { key } = await stage.issue();
    const id = await transitionTo(stage, key, 'done');
    await stage.admin.ask('doTransition', 204, { path: { issueIdOrKey: key }, body: { transition: { id } } });
    expect(await fieldsOf(stage, key)).toMatchObject({ status: { statusCategory: { key: 'done' } } });
  }),
  outcome('doTransition', 400, 'when there is no such transition', async (stage) => {
    const { key } = await stage.issue();
    const body = { transition: { id: String(stage.unknownId) } };
    refuses((await stage.admin.ask('doTransition', 400, { path: { issueIdOrKey: key }, body })).body);
  }),
  outcome('doTransition', 400, 'when none is named', async (stage) => {
    const { key } = await stage.issue();
    refuses((await stage.admin.ask('doTransition', 400, { path: { issueIdOrKey: key }, body: { fields: {} } })).body);
  }),
  outcome(
    'doTransition',
    404,
    'when there is no such issue',
    async (stage) => {
      const asked = { path: absent(stage), body: { transition: { id: '31' } } };
      refuses((await stage.admin.ask('doTransition', 404, asked)).body);
    },
    readOnly,
  ),
  rule('a resolution comes with what is done, and goes with it', assumed, async (stage) => {
    const { key } = await stage.issue();
    const path = { issueIdOrKey: key };
    const done = await transitionTo(stage, key, 'done');
    await stage.admin.ask('doTransition', 204, { path, body: { transition: { id: done } } });
    expect(await fieldsOf(stage, key)).toMatchObject({
      resolution: { name: expect.any(String) },
      resolutiondate: expect.any(String),
    });
    const again = await transitionTo(stage, key, 'new');
    await stage.admin.ask('doTransition', 204, { path, body: { transition: { id: again } } });
    expect(await fieldsOf(stage, key)).toMatchObject({ resolution: null, resolutiondate: null });
  }),
];
