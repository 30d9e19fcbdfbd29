/** Ids of one field's contexts and options: what the parameters of an address are filled with. */
export interface Ids {
  readonly customFieldId: number | string;
  readonly contextId: number;
  readonly optionId: number;
  readonly childOptionId: number;
}

/** What one context has: a parent option with two children, and another option. */
function options(first: number) {
  return [
    {
      value: 'parent',
      id: first,
      children: [
        { value: 'child', id: first + 1 },
        { value: 'sibling', id: first + 2 },
      ],
    },
    { value: 'other', id: first + 3 },
  ];
}

function field(name: string, type: string, id: number) {
  return {
    name,
    type,
    id,
    permissions: { users: ['bob'] },
    contexts: [
      { name: `${name} everywhere`, id: id + 100, options: options(id + 200) },
      {
        name: `${name} of TEST`,
        id: id + 300,
        projects: ['TEST'],
        issueTypes: ['Bug'],
        permissions: { users: ['steve'] },
        options: options(id + 400),
      },
    ],
  };
}

const cascading = 10_000;
const multiLevel = 20_000;
/** Fields that are no lists of lists: a select list, and one whose type the app never edits. */
export const flatField = { customFieldId: 30_000, contextId: 30_001, optionId: 30_002, childOptionId: 30_003 };
export const textField = { ...flatField, customFieldId: 40_000, contextId: 40_001 };
export const projectId = 1;
/** There is nothing with this ID. */
export const unknownId = 99_999;

/** Two fields with the same contexts and options, one of the type that 2.11 brought, and two with less. */
export const world = {
  users: [
    { name: 'admin', groups: ['jira-system-administrators', 'jira-administrators'] },
    { name: 'ada', groups: ['jira-administrators'] },
    { name: 'bob', groups: ['jira-users'] },
    { name: 'steve', groups: ['jira-users'] },
  ],
  issueTypes: [{ name: 'Bug' }, { name: 'Task' }],
  projects: [
    { key: 'SHOP', id: projectId },
    { key: 'TEST', id: 2 },
  ],
  fields: [
    field('Tree', 'cascadingselect', cascading),
    field('Deep tree', 'multi-level-cascading-select', multiLevel),
    {
      name: 'Flat',
      type: 'select',
      id: flatField.customFieldId,
      permissions: { users: ['bob'] },
      contexts: [{ id: flatField.contextId, options: [{ value: 'only', id: flatField.optionId }] }],
    },
    {
      name: 'Text',
      type: 'textfield',
      id: textField.customFieldId,
      permissions: { users: ['bob'] },
      contexts: [{ id: textField.contextId }],
    },
  ],
};

/** The ids of an operation on the cascading select list, in the context that the operation means. */
export function idsOf(context: 'default' | 'named', fieldId = cascading): Ids {
  const options = fieldId + (context === 'default' ? 200 : 400);
  return { customFieldId: fieldId, contextId: fieldId + 300, optionId: options, childOptionId: options + 1 };
}

/** The same on the field of the type that 2.11 brought. */
export const multiLevelIds = (context: 'default' | 'named') => idsOf(context, multiLevel);
export const otherOptionOf = ({ optionId }: Pick<Ids, 'optionId'>) => optionId + 3;
