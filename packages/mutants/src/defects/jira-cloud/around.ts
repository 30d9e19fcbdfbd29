import { admitsAnybody, also, body, doesNothing, each, status } from '../../plant/acts.js';
import { deleteIssue } from '@fake-jira/world';
import { defectsOf } from '../defects-of.js';

const defect = defectsOf('jira-cloud');

/** Of what clients need around fields: tasks, screens, issues, people. */
export const surroundingDefects = [
  defect(
    'a task never ends',
    ['getTask'],
    body((task) => {
      if (task.status === 'COMPLETE') Object.assign(task, { status: 'RUNNING', progress: 50, finished: undefined });
    }),
  ),
  defect(
    'the progress of a task is a text',
    ['getTask'],
    body((task) => {
      task.progress = `${task.progress}%`;
    }),
  ),
  defect('a task of somebody else is shown', ['getTask'], admitsAnybody),
  defect('a field is taken off no screen', ['removeScreenTabField'], doesNothing),
  defect(
    'the screens of a field are listed without their tab',
    ['getScreensForField'],
    each((screen) => delete screen.tab),
  ),
  defect('a field may be on a screen twice', ['addScreenTabField'], status(400, 200)),
  defect(
    'an option in an issue has no id',
    ['getIssue'],
    body((issue) => {
      for (const value of Object.values((issue.fields ?? {}) as Record<string, { id?: string; self?: string } | null>))
        if (value?.self?.includes('/customFieldOption/')) delete value.id;
    }),
  ),
  defect('a sub-task is left behind by its issue', ['deleteIssue'], ({ answer, query, before, world, path }) => {
    if (answer.status !== 204 || query.get('deleteSubtasks') !== 'true') return undefined;
    const root = world.root;
    const gone = [...before.issues.values()].filter(({ id }) => !root.issues.has(id));
    const subtasks = gone.filter(({ parentId }) => parentId !== null);
    if (subtasks.length === 0) return undefined;
    world.restore(before);
    world.write((tx) => {
      for (const { id, ...issue } of subtasks) tx.edit('issues').set(id, { ...issue, id, parentId: null });
      for (const { id, parentId } of subtasks) tx.edit('subtasks').delete([parentId as number, id]);
      deleteIssue(tx, path['issueIdOrKey'] as string, { deleteSubtasks: false });
    });
    return answer;
  }),
  defect(
    'an issue that is edited keeps the value that is taken away',
    ['editIssue'],
    also((tx, { before, path, body: sent }) => {
      const given = Object.entries((sent?.fields ?? {}) as Record<string, unknown>);
      const taken = given.flatMap(([key, value]) => (value === null ? [Number(key.replace(/\D/g, ''))] : []));
      const issue = [...tx.root.issues.values()].find(
        ({ id, key }) => key === path['issueIdOrKey'] || String(id) === path['issueIdOrKey'],
      );
      if (!issue || taken.length === 0) return false;
      const old = before.issues.get(issue.id)?.values ?? {};
      const kept = Object.fromEntries(taken.flatMap((id) => (old[id] ? [[id, old[id]]] : [])));
      tx.edit('issues').set(issue.id, { ...issue, values: { ...issue.values, ...kept } });
    }),
  ),
];
