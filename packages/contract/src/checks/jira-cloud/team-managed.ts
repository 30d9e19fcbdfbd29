import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { refuses } from './errors.js';

const { rule } = checksOf('jira-cloud', 'team-managed');

const recorded = { evidence: 'recorded', source: 'recording github-threads' } as const;

interface ListedField {
  readonly id: string;
  readonly name: string;
  readonly scope?: { readonly type: string; readonly project: { readonly id: string } };
}

async function teamManagedField(stage: Stage): Promise<ListedField> {
  const [key, name] = [`FJT${stage.sandbox.project.id}`, `fjf-team ${stage.sandbox.project.id}`];
  await stage.control.merge({
    projects: [{ key, teamManaged: true }],
    fields: [{ name, type: 'select', project: key, contexts: [{ options: ['red'] }] }],
  });
  const { body } = await stage.admin.ask('getFields', 200);
  return (body as ListedField[]).find((field) => field.name === name) as ListedField;
}

export const teamManaged = [
  rule(
    'a field of a team-managed project says of which, and has no contexts to configure',
    { ...recorded, deployment: 'cloud', control: true },
    async (stage) => {
      const { id: fieldId, scope } = await teamManagedField(stage);
      expect(scope).toEqual({ type: 'PROJECT', project: { id: expect.stringMatching(/^\d+$/) } });
      refuses((await stage.admin.ask('getContextsForField', 404, { path: { fieldId } })).body);
      refuses((await stage.admin.ask('getDefaultValues', 404, { path: { fieldId } })).body);
      refuses(
        (await stage.admin.ask('createCustomFieldContext', 404, { path: { fieldId }, body: { name: 'A' } })).body,
      );
    },
  ),
];
