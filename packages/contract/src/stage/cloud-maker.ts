import type { Person } from './person.js';
import type { ScratchMaker } from './scratch.js';

/**
 * Makes scratch fields through Jira's Field API, as Cloud has it.
 *
 * @param pause - between two looks at a task
 */
export function cloudMaker(admin: Person, pause: () => Promise<void>): ScratchMaker {
  const tasks: string[] = [];
  const isRunning = async (taskId: string) => {
    const { status, body } = await admin.send('getTask', { path: { taskId } });
    return status === 200 && ['ENQUEUED', 'RUNNING'].includes(body.status as string);
  };
  const key = (fieldId: number) => `customfield_${fieldId}`;
  const contextsOf = async (fieldId: number) => {
    const { body } = await admin.ask('getContextsForField', 200, { path: { fieldId: key(fieldId) } });
    return body.values as { id: string; isGlobalContext: boolean }[];
  };
  return {
    removes: true,
    makesContexts: true,

    async createField({ name, description, type, searcherKey }) {
      const { body } = await admin.ask('createCustomField', 201, {
        body: { name, description, type, ...(searcherKey == null ? {} : { searcherKey }) },
      });
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
      return (body.options as { id: string }[]).map(({ id }) => Number(id));
    },

    async removeField(fieldId) {
      const { status, headers } = await admin.send('deleteCustomField', { path: { fieldId: key(fieldId) } });
      const task = /\/task\/(\d+)$/.exec(headers.location ?? '')?.[1];
      if (status === 303 && task !== undefined) tasks.push(task);
    },

    async settled() {
      for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
        while (await isRunning(task)) await pause();
      }
    },
  };
}
