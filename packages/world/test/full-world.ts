import {
  addComment,
  addComponents,
  linkIssues,
  requireIssueLinkTypeNamed,
  createAppOption,
  createField,
  createIssue,
  createOptions,
  checkWorld,
  customFieldId,
  replaceGrants,
  setDefaultValues,
  startDeletingField,
  trashField,
  begin,
  type Transaction,
  wholeField,
} from '../src/index.js';
import { fieldOnScreen, noon, smallWorld } from './small-world.js';

/** A world with something in every table. */
function fullWorld() {
  const small = smallWorld();
  const { world, test, ada } = small;
  world.write((tx) => {
    const colours = fieldOnScreen(small, tx, 'multiselect', {
      projectIds: [test.id],
      options: [{ value: 'red' }, { value: 'blue' }],
    });
    const animals = fieldOnScreen(small, tx, 'cascadingselect', { options: [{ value: 'cats' }] });
    const team = fieldOnScreen(small, tx, 'single_select', { appFieldKey: 'app__team' });
    fieldOnScreen(small, tx, 'userpicker');
    fieldOnScreen(small, tx, 'grouppicker');
    fieldOnScreen(small, tx, 'version');
    fieldOnScreen(small, tx, 'project');
    const trashed = createField(tx, { name: 'Old', type: 'textfield' });
    trashField(tx, customFieldId(trashed.id), ada);
    const [cats] = [...tx.root.options.values()].filter((option) => option.value === 'cats');
    const [context] = [...tx.root.contexts.values()].filter((one) => one.fieldId === animals.id);
    createOptions(tx, customFieldId(animals.id), context?.id ?? 0, [{ value: 'leo', parentId: cats?.id }], {
      ignoreCase: false,
    });
    const [red] = [...tx.root.options.values()];
    setDefaultValues(tx, customFieldId(colours.id), [
      {
        contextId: red?.contextId ?? 0,
        type: 'option.multiple',
        value: { type: 'option.multiple', optionIds: [red?.id ?? 0] },
      },
    ]);
    const rules = { unknown: 'refuse' } as const;
    replaceGrants(tx, colours, wholeField, { users: ['bob'], groups: ['jira-users'] }, rules);
    replaceGrants(tx, colours, red?.contextId ?? 0, { users: ['ada'] }, rules);
    createAppOption(tx, 'app__team', { value: 'A', config: { scope: { projects: [test.id] } } });
    const values = {
      [customFieldId(colours.id)]: { kind: 'options', options: [{ value: 'red' }] },
      [customFieldId(animals.id)]: { kind: 'cascade', options: [{ value: 'cats' }, { value: 'leo' }] },
      [customFieldId(team.id)]: { kind: 'app-option', option: { id: 1 } },
    } as const;
    const issueRules = { applyDefaults: false };
    addComponents(tx, test.id, [{ name: 'Web' }]);
    const first = createIssue(tx, { project: 'TEST', issueType: 'Bug', summary: 'S', values }, issueRules);
    const second = createIssue(tx, { project: 'TEST', issueType: 'Bug', summary: 'S' }, issueRules);
    addComment(tx, first, { body: { text: 'Seen it' }, by: ada.accountId });
    linkIssues(tx, requireIssueLinkTypeNamed({ name: 'Blocks' }), first, second, { by: first.reporter });
    createIssue(tx, { project: 'TEST', issueType: 'Sub-task', summary: 'S', parent: 'TEST-1' }, issueRules);
    startDeletingField(tx, customFieldId(trashed.id), ada);
  });
  return world.root;
}

export const sound = fullWorld();

/** What is found in the world after something has been damaged. */
export function damaged(damage: (tx: Transaction) => void): string[] {
  const tx = begin(sound, noon);
  damage(tx);
  return checkWorld(tx.root);
}
