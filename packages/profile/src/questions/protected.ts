import type { QuestionText } from './question.js';

/** What the document of Protected Fields leaves open. */
export const protectedQuestions = {
  'protected.missing-token': {
    asks: 'Which status answers a request without a token?',
    answers: ['401', '400'],
    default: '401',
  },
  'protected.unknown-issue': {
    asks: 'Which status answers the key of an issue that does not exist?',
    answers: ['400', '401'],
    default: '400',
  },
  'protected.read-error-body': {
    asks: 'In which form is the message of a refused read?',
    answers: ['plain-text', 'json'],
    default: 'plain-text',
  },
  'protected.write-401-body': {
    asks: 'Which of the two texts of the document has the 401 of a write?',
    answers: ['unauthorized', 'bad-request'],
    default: 'unauthorized',
  },
  'protected.write-atomic': {
    asks: 'Does a write of several values change nothing where one of them is wrong?',
    answers: ['yes', 'no'],
    default: 'yes',
  },
  'protected.unset-value': {
    asks: 'How does a read show a field without a value?',
    answers: ['null', 'left-out'],
    default: 'null',
  },
  'protected.clear-value': {
    asks: 'What does the value null in a write do?',
    answers: ['clears', '400'],
    default: 'clears',
  },
  'protected.multi-user-format': {
    asks: 'What is the value of a multi-user field?',
    answers: ['list', 'comma-separated'],
    default: 'list',
  },
  'protected.group-format': {
    asks: 'What names the group in the value of a group field?',
    answers: ['name', 'id'],
    default: 'name',
  },
  'protected.collection-format': {
    asks: 'What is the value of a collection field whose render mode is single?',
    answers: ['list', 'string-for-single'],
    default: 'list',
  },
  'protected.duplicate-entry': {
    asks: 'What becomes of a write that has two entries for one field?',
    answers: ['400', 'last-wins'],
    default: '400',
  },
  'protected.repeated-field-id': {
    asks: 'How often is a field answered whose fieldId is asked for twice?',
    answers: ['once', 'each-time'],
    default: 'once',
  },
  'protected.comma-separated-field-ids': {
    asks: 'Is a fieldId split at commas?',
    answers: ['no', 'yes'],
    default: 'no',
  },
  'protected.bare-field-id': {
    asks: 'What becomes of a bare number where `customfield_10000` was expected?',
    answers: ['400', 'accepted'],
    default: '400',
  },
  'protected.issue-by-id': {
    asks: "Can issueKey be the issue's id?",
    answers: ['no', 'yes'],
    default: 'no',
  },
  'protected.empty-write': {
    asks: 'What becomes of a write of no entry at all?',
    answers: ['400', 'ok'],
    default: '400',
  },
  'protected.unknown-property': {
    asks: 'What becomes of a property in an entry that is neither fieldId nor value?',
    answers: ['400', 'ignored'],
    default: '400',
  },
  'protected.number-as-text': {
    asks: 'What becomes of a number that is written as a text?',
    answers: ['400', 'accepted'],
    default: '400',
  },
  'protected.field-without-context': {
    asks: 'What becomes of a field of which no context applies to the issue?',
    answers: ['400', 'accepted'],
    default: '400',
  },
} as const satisfies Record<`protected.${string}`, QuestionText>;
