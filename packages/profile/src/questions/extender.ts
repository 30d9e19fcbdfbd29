import type { QuestionText } from './question.js';

/** What the document of Extender leaves open. It names no status at all. */
export const extenderQuestions = {
  'extender.unknown-scheme-status': {
    asks: 'Which status has the documented answer to adding values to an unknown scheme?',
    answers: ['200', '404'],
    default: '200',
  },
  'extender.error-form': {
    asks: 'Which status has the message that answers a request that cannot be done?',
    answers: ['400', '200', '404'],
    default: '400',
  },
  'extender.forbidden': {
    asks: 'Which status answers somebody who is signed in and no Jira administrator?',
    answers: ['403', '401'],
    default: '403',
  },
  'extender.create-status': {
    asks: 'Which status answers that a field or scheme was added?',
    answers: ['200', '201'],
    default: '200',
    holds: [{ since: { extender: '1.6' } }],
  },
  'extender.page-size': {
    asks: 'How many entries has a page when maxResults is not sent: as the text says, or as the examples have it?',
    answers: ['1000', '100'],
    default: '1000',
    holds: [{ since: { extender: '4.17' } }],
  },
  'extender.page-limit': {
    asks: 'How many entries does a page hold at most, however many maxResults asks for?',
    answers: ['page-size', 'none'],
    default: 'page-size',
    holds: [{ since: { extender: '4.17' } }],
  },
  'extender.invalid-paging': {
    asks: 'What becomes of a startAt or maxResults that is negative or no number?',
    answers: ['refused', 'as-default'],
    default: 'refused',
    holds: [{ since: { extender: '4.17' } }],
  },
  'extender.types-paged': {
    asks: 'Since 4.17, is the list of field types a page, which its example is not?',
    answers: ['no', 'yes'],
    default: 'no',
    holds: [{ since: { extender: '4.17' } }],
  },
  'extender.field-id-form': {
    asks: 'Does a field go by customfield_10000 as well as by 10000 in addresses and lists?',
    answers: ['both', 'number-only'],
    default: 'both',
  },
  'extender.all-description': {
    asks: 'Since 2.20, do the fields of the whole list have a description, as the history says and the example does not?',
    answers: ['present', 'absent'],
    default: 'present',
    holds: [{ since: { extender: '2.20' } }],
  },
  'extender.last-update-unit': {
    asks: 'In which unit since 1970 is lastValueUpdate?',
    answers: ['s', 'ms'],
    default: 's',
    holds: [{ since: { extender: '1.65', jira: '8.16' } }],
  },
  'extender.all-issue-types-form': {
    asks: 'How does a scheme say that it applies to all issue types?',
    answers: ['global-entry', 'empty-list', 'global-entry-on-global-schemes'],
    default: 'global-entry',
    holds: [{ since: { extender: '1.7.2' } }],
  },
  'extender.position-key': {
    asks: 'How is the key of the position of a value spelled?',
    answers: ['position', 'postion'],
    default: 'position',
    holds: [{ since: { extender: '2.20' } }],
  },
  'extender.parent-property-before-2.20': {
    asks: 'Before 2.20, where was the parent called parent_id, and so where parentOptionId?',
    answers: ['parent-id-in-answers', 'parent-id-in-requests'],
    default: 'parent-id-in-answers',
    holds: [{ until: { extender: '2.20' } }],
  },
  'extender.values-without-options': {
    asks: 'What does the list of values answer for a field whose type has no options?',
    answers: ['empty-list', 'refused'],
    default: 'empty-list',
  },
  'extender.duplicate-value': {
    asks: 'What becomes of a new value that its level has already?',
    answers: ['refused', 'skipped', 'added'],
    default: 'refused',
  },
  'extender.position-beyond-end': {
    asks: 'What becomes of a position behind the last one?',
    answers: ['clamped', 'refused'],
    default: 'clamped',
    holds: [{ since: { extender: '2.20' } }],
  },
  'extender.child-edit-without-parent': {
    asks: 'Can a value of the second level be changed without its parentId?',
    answers: ['accepted', 'refused'],
    default: 'accepted',
    holds: [{ since: { extender: '2.20' } }],
  },
  'extender.delete-parent-option': {
    asks: 'What becomes of the values below one that is removed?',
    answers: ['takes-children', 'skipped'],
    default: 'takes-children',
  },
  'extender.delete-used-option': {
    asks: 'What does removing a value do that issues have?',
    answers: ['clears-values', 'skipped'],
    default: 'clears-values',
  },
  'extender.deleted-label': {
    asks: 'How does `deleted` name a field: with its ID behind the name, or without?',
    answers: ['name-and-id', 'name'],
    default: 'name-and-id',
    holds: [{ since: { extender: '1.5' } }],
  },
  'extender.ambiguous-name': {
    asks: 'What does deleting by a name do that several fields have?',
    answers: ['skipped', 'all-deleted'],
    default: 'skipped',
    holds: [{ since: { extender: '1.5' }, answers: { 'jira.field-name-unique': 'no' } }],
  },
  'extender.unknown-reference': {
    asks: 'What becomes of a project or issue type in a list that does not exist?',
    answers: ['refused', 'skipped'],
    default: 'refused',
    holds: [{ since: { extender: '1.6' } }],
  },
  'extender.option-names-on': {
    asks: 'Since 4.8, which additions take optionNames?',
    answers: ['both', 'add-field-only', 'add-scheme-only'],
    default: 'both',
    holds: [{ since: { extender: '4.8' } }],
  },
  'extender.bulk-atomic': {
    asks: 'Where one scheme of a bulk cannot be added, are those before it not added either?',
    answers: ['yes', 'no'],
    default: 'yes',
    holds: [{ since: { extender: '4.8' } }],
  },
  'extender.scheme-name-unique': {
    asks: 'Must the name of a scheme be unique within its field, which all of one bulk share?',
    answers: ['no', 'yes'],
    default: 'no',
    holds: [{ since: { extender: '1.6' } }],
  },
  'extender.overlap': {
    asks: 'What becomes of a project that another scheme of the field has: refused, or taken from that?',
    answers: ['refused', 'last-wins'],
    default: 'refused',
    holds: [{ since: { extender: '1.6' } }],
  },
  'extender.second-global': {
    asks: 'Can a second scheme of a field apply to all projects?',
    answers: ['refused', 'accepted'],
    default: 'refused',
    holds: [{ since: { extender: '1.6' } }],
  },
  'extender.update-absent-name': {
    asks: 'What does an update do that sends no name or no description: leave them, or set the default of the parameter?',
    answers: ['unchanged', 'reset-to-default'],
    default: 'unchanged',
    holds: [{ since: { extender: '1.6' } }],
  },
  'extender.update-before-4.2': {
    asks: 'Before 4.2, did a list of an update replace what the scheme had, or add to it?',
    answers: ['replace', 'add'],
    default: 'replace',
    holds: [{ since: { extender: '1.6' }, until: { extender: '4.2' } }],
  },
  'extender.keep-with-empty-list': {
    asks: 'Does an empty list clear with keepExistingConfigurations as without?',
    answers: ['clears', 'keeps'],
    default: 'clears',
    holds: [{ since: { extender: '4.2' } }],
  },
  'extender.keep-empty-value': {
    asks: 'What does keepExistingConfigurations mean with an empty value?',
    answers: ['true', 'false'],
    default: 'true',
    holds: [{ since: { extender: '4.2' } }],
  },
  'extender.keep-on-global': {
    asks: 'What does adding to a list do that is empty, so that it applies to all: narrow it, or leave it?',
    answers: ['narrows', 'stays-global'],
    default: 'narrows',
    holds: [
      { since: { extender: '4.2' } },
      { since: { extender: '1.6' }, answers: { 'extender.update-before-4.2': 'add' } },
    ],
  },
  'extender.unknown-property': {
    asks: 'What becomes of a property in a request body that the operation does not know?',
    answers: ['refused', 'ignored'],
    default: 'refused',
  },
} as const satisfies Record<`extender.${string}`, QuestionText>;
