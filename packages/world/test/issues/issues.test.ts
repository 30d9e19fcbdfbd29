import {
  addIssueType,
  changeContext,
  checkWorld,
  createIssue,
  customFieldId,
  deleteIssue,
  offeredFields,
  requireIssue,
  subtasksOf,
  trashField,
} from '../../src/index.js';
import { broken, colours, noon, worldWith } from '../small-world.js';

describe('creating an issue', () => {
  it('numbers issues in their project, and finds them by key in any case', () => {
    const { world, create, test } = worldWith('textfield');
    expect([create().key, create().key, create({ project: 'OTHER' }).key]).toEqual(['TEST-1', 'TEST-2', 'OTHER-1']);
    expect(requireIssue(world.root, 'test-2').projectId).toBe(test.id);
    expect(create({ key: 'TEST-9' }).key).toBe('TEST-9');
    expect(create().key).toBe('TEST-10');
    expect(broken(() => requireIssue(world.root, 'TEST-8')).data).toEqual({ issue: 'TEST-8' });
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('reports all mistakes at once and changes nothing', () => {
    const { world, create, problemsOf, fieldId } = worldWith('float');
    const before = world.root;
    const mistakes = () =>
      create({
        summary: ' ',
        assignee: { name: 'eve' },
        labels: ['two words'],
        unknownFields: ['nonsense'],
        values: { [fieldId]: { kind: 'unreadable', reason: 'text' }, customfield_1: null },
      });
    expect(problemsOf(mistakes)).toEqual([
      ['nonsense', 'not-on-screen'],
      ['summary', 'required'],
      ['labels', 'label-with-space'],
      ['assignee', 'unknown-user'],
      [fieldId, 'unreadable'],
      ['customfield_1', 'not-on-screen'],
    ]);
    expect(world.root).toBe(before);
  });

  it('needs a project and one of its issue types', () => {
    const { create, problemsOf } = worldWith('float');
    expect(problemsOf(() => create({ project: undefined, issueType: undefined }))).toEqual([
      ['project', 'required'],
      ['issuetype', 'required'],
    ]);
    expect(problemsOf(() => create({ project: 'NONE', issueType: 'Story' }))).toEqual([['project', 'unknown-project']]);
    expect(problemsOf(() => create({ issueType: 'Story' }))).toEqual([['issuetype', 'unknown-issue-type']]);
  });

  it('has the creator for reporter unless one is given', () => {
    const { world, create, ada, bob } = worldWith('float');
    expect(create({ reporter: { name: 'bob' } }).reporter).toBe(bob.accountId);
    const input = { project: 'TEST', issueType: 'Bug', summary: 'S' };
    const made = world.write((tx) => createIssue(tx, input, { applyDefaults: false, by: ada.accountId }));
    expect(made).toMatchObject({ reporter: ada.accountId, assignee: null, created: noon, updated: noon });
  });

  it('makes sub-tasks below an issue of the same project only', () => {
    const { world, create, problemsOf } = worldWith('float');
    const parent = create();
    const elsewhere = create({ project: 'OTHER' });
    const child = create({ issueType: 'Sub-task', parent: 'test-1' });
    expect(subtasksOf(world.root, parent.id)).toEqual([child]);
    expect(problemsOf(() => create({ issueType: 'Sub-task' }))).toEqual([['issuetype', 'parent-required']]);
    expect(problemsOf(() => create({ parent: parent.id }))).toEqual([['parent', 'parent-not-allowed']]);
    const below = (wrong: number) => problemsOf(() => create({ issueType: 'Sub-task', parent: wrong }));
    expect(below(elsewhere.id)).toEqual([['pid', 'parent-elsewhere']]);
    for (const wrong of [child.id, 'TEST-77']) {
      expect(problemsOf(() => create({ issueType: 'Sub-task', parent: wrong }))).toEqual([
        ['parent', 'unknown-parent'],
      ]);
    }
    world.write((tx) => tx.set({ subtasks: false }));
    expect(problemsOf(() => create({ issueType: 'Sub-task', parent: parent.id }))).toEqual([
      ['issuetype', 'subtasks-disabled'],
    ]);
  });
});

describe('the fields an issue offers', () => {
  it('are the system fields and the custom fields of the screen whose context applies', () => {
    const { world, test, other, bug, subtask, bob, ...its } = worldWith('textfield');
    const { fieldId, contextId, problemsOf, withValue } = its;
    let parentForAll = false;
    const ids = (...[project, type, operation]: [typeof test, typeof bug, 'create' | 'edit']) =>
      offeredFields(world.root, { project, issueType: type, operation }, { parentForAll }).map((offered) =>
        'system' in offered ? offered.system.id : customFieldId(offered.field.id),
      );
    const [first, last] = [
      ['summary', 'issuetype'],
      ['assignee', fieldId],
    ];
    expect(ids(test, bug, 'create')).toEqual([...first, 'description', 'project', 'reporter', 'labels', ...last]);
    const ofSubtask = [...first, 'parent', 'description', 'reporter', 'labels', 'comment', ...last];
    expect(ids(test, subtask, 'edit')).toEqual(ofSubtask);
    expect(ids(test, bug, 'edit')).not.toContain('parent');
    parentForAll = true;
    expect(ids(test, bug, 'edit')).toEqual(ofSubtask);
    expect(ids({ ...test, teamManaged: true }, bug, 'create')).toContain('issuerestriction');
    world.write((tx) =>
      changeContext(tx, fieldId, contextId, { projects: { mode: 'add', ids: [other.id] } }, { uniqueNames: false }),
    );
    expect(ids(test, bug, 'create')).not.toContain(fieldId);
    expect(ids(other, bug, 'create')).toContain(fieldId);
    expect(problemsOf(() => withValue({ kind: 'text', text: 'x' }))).toEqual([[fieldId, 'not-on-screen']]);
    world.write((tx) => trashField(tx, fieldId, bob));
    expect(ids(other, bug, 'create')).not.toContain(fieldId);
  });
});

describe('editing an issue', () => {
  it('changes what is given and notes when', () => {
    const { world, clock, field, fieldId, create, edit, ada } = worldWith('textfield');
    const { key } = create({ assignee: { name: 'bob' }, labels: ['old'] });
    clock.at += 1000;
    const edited = edit(key, {
      summary: 'T',
      assignee: { accountId: ada.accountId },
      values: { [fieldId]: { kind: 'text', text: 'x' } },
    });
    expect(edited).toMatchObject({ summary: 'T', assignee: ada.accountId, labels: ['old'], created: noon });
    expect(edited.updated).toBe(noon + 1000);
    expect(world.root.fields.get(field.id)?.lastUsed).toBe(noon + 1000);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('leaves `lastUsed` of a field whose value stays the same', () => {
    const { world, clock, field, fieldId, withValue, edit } = worldWith('textfield');
    const value = { kind: 'text', text: 'x' } as const;
    const { key } = withValue(value);
    clock.at += 1000;
    edit(key, { values: { [fieldId]: value } });
    expect(world.root.fields.get(field.id)?.lastUsed).toBe(noon);
    edit(key, { values: { [fieldId]: null } });
    expect(world.root.fields.get(field.id)?.lastUsed).toBe(noon + 1000);
    expect(requireIssue(world.root, key).values).toEqual({});
  });

  it('takes neither summary nor reporter away, and no sub-task type', () => {
    const { create, edit, problemsOf } = worldWith('textfield');
    const { key } = create();
    expect(problemsOf(() => edit(key, { summary: null, reporter: null, issueType: 'Sub-task', parent: key }))).toEqual([
      ['issuetype', 'unknown-issue-type'],
      ['parent', 'parent-not-allowed'],
      ['summary', 'required'],
      ['reporter', 'required'],
    ]);
  });

  it('can change the type, and move a sub-task below another issue', () => {
    const { world, create, edit } = worldWith('textfield');
    const story = world.write((tx) => addIssueType(tx, { name: 'Story' }));
    const [a, b] = [create(), create()];
    const child = create({ issueType: 'Sub-task', parent: a.id });
    expect(edit(a.key, { issueType: 'Story' }).issueTypeId).toBe(story.id);
    edit(child.key, { parent: b.key });
    expect([a, b].map(({ id }) => subtasksOf(world.root, id).length)).toEqual([0, 1]);
    expect(checkWorld(world.root)).toEqual([]);
  });
});

describe('deleting an issue', () => {
  it('takes its sub-tasks along only when told to', () => {
    const { world, create, withValue } = worldWith('multiselect', colours);
    const { id, key } = withValue({ kind: 'options', options: [{ value: 'red' }] });
    create({ issueType: 'Sub-task', parent: id });
    const remove = (deleteSubtasks: boolean) => world.write((tx) => deleteIssue(tx, key, { deleteSubtasks }));
    expect(broken(() => remove(false))).toMatchObject({ code: 'issue-has-subtasks', data: { issue: key } });
    remove(true);
    expect(world.root.issues.size).toBe(0);
    expect(checkWorld(world.root)).toEqual([]);
    expect(create().key).toBe('TEST-3');
  });
});
