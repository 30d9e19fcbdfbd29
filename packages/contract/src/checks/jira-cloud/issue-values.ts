import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { FieldPlan, ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { fieldsOf } from './issue-steps.js';
import { named, shown } from './people.js';

const { rule } = checksOf('jira-cloud', 'issue-values');

interface ValueOfType {
  readonly type: string;
  readonly plan?: FieldPlan;
  readonly given: (stage: Stage, field: ScratchField) => unknown;
  /** As it is read; absent: as it was given. */
  readonly read?: (stage: Stage, field: ScratchField) => unknown;
}

const options = ['red', 'green'];
const person = (stage: Stage) => {
  const { accountId, username } = named(stage, stage.adminIdentity);
  return accountId === undefined ? { name: username } : { accountId };
};

const values: readonly ValueOfType[] = [
  {
    type: 'select',
    plan: { options },
    given: () => ({ value: 'green' }),
    read: (_, field) => ({ value: 'green', id: String(field.option('green')) }),
  },
  {
    type: 'radiobuttons',
    plan: { options },
    given: (_, field) => ({ id: String(field.option('red')) }),
    read: () => ({ value: 'red' }),
  },
  {
    type: 'multiselect',
    plan: { options },
    given: () => [{ value: 'red' }, { value: 'green' }],
  },
  { type: 'multicheckboxes', plan: { options }, given: () => [{ value: 'green' }] },
  {
    type: 'cascadingselect',
    plan: { options: [{ value: 'cats', children: ['leo'] }] },
    given: () => ({ value: 'cats', child: { value: 'leo' } }),
  },
  { type: 'textfield', given: () => 'Some "words"' },
  { type: 'textarea', given: () => 'One\n\nTwo' },
  { type: 'url', given: () => 'https://example.com/a?b=c' },
  { type: 'float', given: () => 1.5 },
  { type: 'labels', given: () => ['a', 'b'] },
  { type: 'datepicker', given: () => '2026-01-31' },
  {
    type: 'datetime',
    given: () => '2026-01-31T10:00:00.000+0000',
    read: () => expect.stringMatching(/^2026-01-3\dT|^2026-02-01T/),
  },
  {
    type: 'userpicker',
    given: person,
    read: (stage) => shown(stage, stage.adminIdentity),
  },
  {
    type: 'multiuserpicker',
    given: (stage) => [person(stage)],
    read: (stage) => [shown(stage, stage.adminIdentity)],
  },
  {
    type: 'project',
    given: (stage) => ({ key: stage.sandbox.project.key }),
  },
];

export const issueValues = values.map(({ type, plan, given, read = given }) =>
  rule(
    `an issue keeps a value of the type ${type}, and has none once it is null`,
    { evidence: 'corroborated', source: '003, Create Issue' },
    async (stage) => {
      const field = await stage.field(type, plan);
      await stage.onScreen(field);
      const { key } = await stage.issue({ [field.key]: given(stage, field) });
      expect(await fieldsOf(stage, key)).toMatchObject({ [field.key]: read(stage, field) });
      const body = { fields: { [field.key]: null } };
      await stage.admin.ask('editIssue', 204, { path: { issueIdOrKey: key }, body });
      expect((await fieldsOf(stage, key))[field.key]).toBeNull();
    },
  ),
);
