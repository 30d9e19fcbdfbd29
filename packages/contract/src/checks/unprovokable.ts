import type { Unprovokable } from '../coverage.js';

const nothingToAskWith = 'It has no parameter and no body that could be wrong.';

/** Outcomes that no request can provoke, on whichever target. */
export const unprovokable: Unprovokable = {
  'customfield-editor': {
    'editorListMigrationTasks 400': nothingToAskWith,
    'editorGetDataStorage 400': nothingToAskWith,
    'editorGetTruncateSchedule 400': nothingToAskWith,
  },
};
