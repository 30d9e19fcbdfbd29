import type { Person } from './person.js';
import { untilEnded } from './poll.js';
import { requireName, type ScratchMaker, type Unremoved } from './scratch.js';
import { endOfTask } from './task.js';

/** How far the removal of a field has come: Cloud leaves it to a task. */
type Removal = 'gone' | 'under way' | { readonly taskId: string };

/** Makes scratch fields through Jira's Field API, as Cloud has it. */
export function cloudMaker(admin: Person): ScratchMaker {
  const removals: { readonly fieldId: number; readonly begun: Removal }[] = [];
  const key = (fieldId: number) => `customfield_${fieldId}`;
  const contextsOf = async (fieldId: number) => {
    const { body } = await admin.ask('getContextsForField', 200, { path: { fieldId: key(fieldId) } });
    return body.values as { id: string; isGlobalContext: boolean }[];
  };
  const isListed = async (fieldId: number) => {
    const { body } = await admin.send('getFields');
    return (body as readonly { id: string }[]).some(({ id }) => id === key(fieldId));
  };
  const beginRemoval = async (fieldId: number): Promise<Removal> => {
    const { status, headers, text } = await admin.send('deleteCustomField', { path: { fieldId: key(fieldId) } });
    if (status === 404) return 'gone';
    // A task of a check is at it already.
    if (status === 409) return 'under way';
    const taskId = /\/task\/([\w-]+)$/.exec(headers.location ?? '')?.[1];
    if (status === 303 && taskId !== undefined) return { taskId };
    // Without a task to wait for, the list of fields tells.
    if (status === 303 && !(await isListed(fieldId))) return 'gone';
    throw new Error(`deleteCustomField of ${key(fieldId)} was answered with ${status}: ${text.slice(0, 300)}`);
  };
  const finishRemoval = async (fieldId: number, begun: Removal): Promise<void> => {
    if (begun === 'gone') return;
    if (begun === 'under way') {
      const again = async () => {
        const now = await beginRemoval(fieldId);
        return now === 'under way' ? undefined : now;
      };
      return finishRemoval(fieldId, await untilEnded(`The task that deletes ${key(fieldId)}`, again));
    }
    const { status } = await endOfTask(admin, begun.taskId);
    if (status !== 'COMPLETE') throw new Error(`Task ${begun.taskId}, which was to delete it, has ended as ${status}.`);
  };
  return {
    removes: true,
    makesContexts: true,

    async createField({ name, description, type, searcherKey }) {
      const { body } = await admin.ask('createCustomField', 201, {
        body: { name, description, type, ...(searcherKey == null ? {} : { searcherKey }) },
      });
      requireName('createCustomField', body.name, name);
      const id = Number(String(body.id).replace('customfield_', ''));
      const global = (await contextsOf(id)).find(({ isGlobalContext }) => isGlobalContext);
      if (global) return { id, contextId: Number(global.id) };
      // Whether a new field has a context is an open question: where it has none, it gets one.
      const made = await admin.ask('createCustomFieldContext', 201, {
        path: { fieldId: key(id) },
        body: { name: `Default for ${name}`.slice(0, 255) },
      });
      return { id, contextId: Number(made.body.id) };
    },

    async createContext(fieldId, { name, description, projectIds, issueTypeIds }) {
      const { body } = await admin.ask('createCustomFieldContext', 201, {
        path: { fieldId: key(fieldId) },
        body: { name, description, projectIds: projectIds.map(String), issueTypeIds: issueTypeIds.map(String) },
      });
      requireName('createCustomFieldContext', body.name, name);
      return Number(body.id);
    },

    async narrow(fieldId, contextId, projectIds) {
      await admin.ask('assignProjectsToCustomFieldContext', 204, {
        path: { fieldId: key(fieldId), contextId },
        body: { projectIds: projectIds.map(String) },
      });
    },

    async createOptions({ fieldId, contextId, parentId }, options) {
      const { body } = await admin.ask('createCustomFieldOption', 200, {
        // Cloud always shows it.
        path: { fieldId: key(fieldId), contextId: contextId as number },
        body: {
          options: options.map((option) => ({
            ...option,
            ...(parentId === undefined ? {} : { optionId: String(parentId) }),
          })),
        },
      });
      const made = body.options as { readonly id: string; readonly value: string }[];
      for (const [at, { value }] of options.entries()) requireName('createCustomFieldOption', made[at]?.value, value);
      return made.map(({ id }) => Number(id));
    },

    async removeField(fieldId) {
      const begun = await beginRemoval(fieldId);
      if (begun !== 'gone') removals.push({ fieldId, begun });
    },

    async settled() {
      const unremoved: Unremoved[] = [];
      for (const { fieldId, begun } of removals.splice(0)) {
        try {
          await finishRemoval(fieldId, begun);
        } catch (error) {
          unremoved.push({ fieldId, reason: (error as Error).message });
        }
      }
      return unremoved;
    },
  };
}
