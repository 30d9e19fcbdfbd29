import type { Unprovokable } from '../coverage.js';

const nothingToAskWith = 'It has no parameter and no body that could be wrong.';

/** Of a right that somebody lacks, where the API has no operation that takes it away. */
const rightsAreElsewhere = 'Who may do it is a matter of permission schemes, for which the API has no operation.';
const configurationIsElsewhere = 'Workflows and field configurations say it, for which the API has no operation.';

/** Outcomes that no request can provoke, on whichever target. */
export const unprovokable: Unprovokable = {
  'jira-cloud': {
    'searchProjects 404':
      'A search that no project fits has an empty list; what else the document means it does not say.',
    'getUser 403': rightsAreElsewhere,
    'findUsers 429': 'How many searches are too many the document does not say.',
    'getAllUsers 403': rightsAreElsewhere,
    'getAllUsers 409': 'It takes a Jira that needs longer than ten seconds for it.',
    'createIssue 403': rightsAreElsewhere,
    'createIssue 422': configurationIsElsewhere,
    'editIssue 409': 'It takes two changes at the same instant.',
    'editIssue 422': configurationIsElsewhere,
    'deleteIssue 403': rightsAreElsewhere,
  },
  'customfield-editor': {
    'editorListMigrationTasks 400': nothingToAskWith,
    'editorGetDataStorage 400': nothingToAskWith,
    'editorGetTruncateSchedule 400': nothingToAskWith,
  },
};
