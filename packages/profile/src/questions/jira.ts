import type { QuestionText } from './question.js';

/** What the document of Jira's Field API leaves open. */
export const jiraQuestions = {
  'jira.new-field-context': {
    asks: 'Which contexts does a field have that was just created through POST /field?',
    answers: ['one-global', 'none'],
    default: 'one-global',
  },
  'jira.max-results-cap': {
    asks: 'How many entries does a page hold at most, however many maxResults asks for?',
    answers: ['100', '50', '1000'],
    default: '100',
  },
  'jira.unauthenticated-body': {
    asks: 'What does a 401 have as its body?',
    answers: ['error-collection', 'plain-text', 'empty'],
    default: 'error-collection',
    // Recorded of Cloud.
    holds: [{ deployment: 'data-center' }],
  },
  'jira.default-value-type-in-get': {
    asks: 'Do the default values that a GET returns carry their `type`?',
    answers: ['present', 'absent'],
    default: 'present',
    holds: [{ deployment: 'cloud' }],
  },
  'jira.invalid-start-at': {
    asks: 'What becomes of a startAt that is negative or no number?',
    answers: ['400', 'as-zero'],
    default: '400',
    // Recorded of Cloud.
    holds: [{ deployment: 'data-center' }],
  },
  'jira.bare-field-id': {
    asks: 'Which status answers a bare number where `customfield_10000` was expected?',
    answers: ['400', '404'],
    default: '400',
    holds: [{ deployment: 'cloud' }],
  },
  'jira.project-taken-status': {
    asks: 'Which status answers a project that already stands in another context of the field?',
    answers: ['400', '409'],
    default: '400',
    holds: [{ deployment: 'cloud' }],
  },
  'jira.context-name-unique': {
    asks: 'Must the name of a context be unique within its field (if so, 400)?',
    answers: ['yes', 'no'],
    default: 'yes',
    holds: [{ deployment: 'cloud' }, { since: { customfieldEditor: '2.10' } }],
  },
  'jira.option-value-comparison': {
    asks: 'How are option values compared when Jira looks for duplicates?',
    answers: ['exact', 'ignoring-case'],
    default: 'exact',
    // Extender looks for them too, unless it adds them.
    holds: [
      { deployment: 'cloud' },
      { since: { extender: '1.1.1' }, answers: { 'extender.duplicate-value': ['refused', 'skipped'] } },
    ],
  },
  'jira.unknown-address': {
    asks: "What is the body of the 404 of an address that Jira does not have: Jersey's own, or an error collection?",
    answers: ['jersey', 'error-collection'],
    default: 'jersey',
    // Recorded of Cloud.
    holds: [{ deployment: 'data-center' }],
  },
  'jira.non-numeric-id': {
    asks: 'Which status answers a contextId or optionId that is no number?',
    answers: ['400', '404'],
    default: '400',
  },
  'jira.unknown-property': {
    asks: 'What becomes of a property in a request body that the operation does not know?',
    answers: ['400', 'ignored'],
    default: '400',
  },
  'jira.create-applies-defaults': {
    asks: 'Does an issue created without a value for a field on its screen get the default value?',
    answers: ['yes', 'no'],
    default: 'yes',
  },
  'jira.delete-used-option': {
    asks: 'What does deleting an option do that issues have as their value?',
    answers: ['clears-values', '400'],
    default: 'clears-values',
    holds: [{ deployment: 'cloud' }],
  },
  'jira.field-name-unique': {
    asks: 'Must the name of a field be unique (if so, 400)?',
    answers: ['no', 'yes'],
    default: 'no',
  },
  'jira.search-without-type': {
    asks: 'What does a search of fields find that does not name a type?',
    answers: ['all', 'custom', '400'],
    default: 'all',
    holds: [{ deployment: 'cloud' }],
  },
  'jira.comma-separated-lists': {
    asks: 'Is a query parameter that is a list split at commas, as some public clients write it?',
    answers: ['split', 'one-value'],
    default: 'split',
  },
  'jira.options-of-no-context': {
    asks: 'Which options of a field does Data Center list where neither projects nor issue types are named?',
    answers: ['global-context', 'all-contexts'],
    default: 'global-context',
    holds: [{ deployment: 'data-center', since: { jira: '10.3' } }],
  },
  'jira.options-first-page': {
    asks: 'Which is the first page of the options that Data Center lists?',
    answers: ['1', '0'],
    default: '1',
    holds: [{ deployment: 'data-center', since: { jira: '10.3' } }],
  },
  'jira.latest-version': {
    asks: 'Which version of the API does /rest/api/latest speak on Cloud?',
    answers: ['2', '3'],
    default: '2',
    holds: [{ deployment: 'cloud' }],
  },
  'jira.field-query-underscore': {
    asks: 'What is `_` in the text by which fields are searched: any character, and `%` any number, or itself?',
    answers: ['any-character', 'itself'],
    default: 'any-character',
    // `Infracost_Link` found "Infracost Link".
    recording: 'github-threads',
    holds: [{ deployment: 'cloud' }],
  },
  'jira.contexts-without-default': {
    asks: 'Does the list of default values by context have the contexts that have none?',
    answers: ['left-out', 'listed'],
    default: 'left-out',
    holds: [{ deployment: 'cloud' }],
  },
  'jira.last-tab': {
    asks: 'Which status answers the deletion of the only tab of a screen?',
    answers: ['204', '400'],
    default: '204',
    // Data Center deletes no screen, so that a run would leave one behind.
    holds: [{ deployment: 'cloud' }],
  },
} as const satisfies Record<`jira.${string}`, QuestionText>;
