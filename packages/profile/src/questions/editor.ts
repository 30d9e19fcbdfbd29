import type { QuestionText } from './question.js';

/** What the document of Customfield Editor leaves open. */
export const editorQuestions = {
  'editor.base-1-since': {
    asks: 'Since which version does the base end in /1?',
    answers: ['1.3', '1.6'],
    default: '1.3',
  },
  'editor.base-1.2-until': {
    asks: 'Does the base /1.2 still answer after 1.2.x?',
    answers: ['ends', 'still-answers'],
    default: 'ends',
  },
  'editor.old-base': {
    asks: 'Which status answers an address of 1.2 that is asked for under the base /1.1 of a 1.2.x?',
    answers: ['412', '404'],
    default: '412',
  },
  'editor.paging-trigger': {
    asks: 'From 2.0 until 3.0, which parameters make a page of a list of fields?',
    answers: ['any-parameter', 'start-at-or-max-results'],
    default: 'any-parameter',
  },
  'editor.admin-before-1.3': {
    asks: 'Who may use the administrator operations before 1.3?',
    answers: ['system-administrators', 'administrators'],
    default: 'system-administrators',
  },
  'editor.admin-refusal-3.0': {
    asks: "Whose error refuses others on the two operations guarded by annotation since 3.0: the app's or the framework's?",
    answers: ['app', 'framework'],
    default: 'app',
  },
  'editor.list-context-containers': {
    asks: 'Do contexts in the paged lists have `projects` and `issueTypes`, which cannot be expanded there?',
    answers: ['present', 'absent'],
    default: 'present',
  },
  'editor.empty-success': {
    asks: 'Which body has a 200 of permissions, sorting and maintenance operations?',
    answers: ['empty-object', 'no-body'],
    default: 'empty-object',
  },
  'editor.omitted-context-permissions': {
    asks: 'Does a context that a PUT of context permissions leaves out lose its grants?',
    answers: ['lose', 'keep'],
    default: 'lose',
  },
  'editor.one-context-403': {
    asks: 'Which form has the 403 of one of my contexts?',
    answers: ['validation-errors', 'rest-error'],
    default: 'validation-errors',
  },
  'editor.avatar': {
    asks: 'Is `avatar` sent with the full names of users?',
    answers: ['absent', 'present'],
    default: 'absent',
  },
  'editor.event-log-events': {
    asks: 'Of which changes has the event log entries?',
    answers: ['all-changes', 'fields-only', 'created-only'],
    default: 'all-changes',
  },
  'editor.unknown-entity': {
    asks: 'Since 1.8, which status answers a field, context or option that does not exist (before: 500)?',
    answers: ['400', '404', '500'],
    default: '400',
  },
  'editor.expanded-field-id': {
    asks: 'Which type has `fieldId` in `expand=field`?',
    answers: ['number', 'string'],
    default: 'number',
  },
  'editor.job-finished-status': {
    asks: 'Which status has a job that succeeded?',
    answers: ['SUCCESS', 'FINISHED'],
    default: 'SUCCESS',
  },
  'editor.option-value-comparison': {
    asks: 'How are option values compared when the app looks for duplicates?',
    answers: ['exact-after-trimming', 'ignoring-case'],
    default: 'exact-after-trimming',
  },
  'editor.option-uniqueness-scope': {
    asks: 'Among which options must a value be unique?',
    answers: ['context-and-parent', 'context', 'field'],
    default: 'context-and-parent',
  },
  'editor.unknown-order-key': {
    asks: 'What becomes of an orderBy that names no property?',
    answers: ['400', 'ignored'],
    default: '400',
  },
  'editor.admin-forbidden-subcode': {
    asks: 'Which subCode has the 403 of administrator operations?',
    answers: ['403000', 'other'],
    default: '403000',
  },
  'editor.delete-setting-subcode': {
    asks: 'Which subCode has the 403 of the delete setting?',
    answers: ['403001', 'other'],
    default: '403001',
  },
  'editor.unauthenticated-body': {
    asks: 'What does a 401 have as its body?',
    answers: ['empty', 'error-body', 'error-body-on-admin-operations'],
    default: 'empty',
  },
  'editor.default-context': {
    asks: 'Which context of a field is the default one?',
    answers: ['global', 'lowest-id', 'first-in-order'],
    default: 'global',
  },
  'editor.default-without-global': {
    asks: 'What do operations on the default context do for a field without a global context?',
    answers: ['400', 'first-context'],
    default: '400',
  },
  'editor.contexts-without-context-grants': {
    asks: 'Who sees all contexts of a field on which no context has grants?',
    answers: ['global-grant-holders', 'everybody'],
    default: 'global-grant-holders',
  },
  'editor.context-contradiction': {
    asks: 'What becomes of a context that is global and has projects, or neither?',
    answers: ['400', 'list-wins', 'flag-wins'],
    default: '400',
  },
  'editor.patch-global-with-context': {
    asks: 'What becomes of a contextId in a patch of a global grant?',
    answers: ['400', 'ignored'],
    default: '400',
  },
  'editor.patch-unknown-principal': {
    asks: 'What becomes of a patch that names a user or group that does not exist?',
    answers: ['400', 'ignored'],
    default: '400',
  },
  'editor.default-null-members': {
    asks: 'Are the members of a default value that do not apply to the field left out or null?',
    answers: ['left-out', 'null'],
    default: 'left-out',
  },
  'editor.default-parent-only': {
    asks: 'Can the default value of a cascading select list be a parent alone?',
    answers: ['accepted', '400'],
    default: 'accepted',
  },
  'editor.unlicensed-default': {
    asks: 'Which status answers setting the default value of a multi-level field whose app has no licence?',
    answers: ['400', '403'],
    default: '400',
  },
  'editor.unlicensed-default-delete': {
    asks: 'Is deleting such a default value refused too?',
    answers: ['allowed', 'refused'],
    default: 'allowed',
  },
  'editor.child-operation-on-flat-field': {
    asks: 'After 1.2.x, which status answers a child option operation on a field without child options?',
    answers: ['400', '406'],
    default: '400',
  },
  'editor.unsupported-type': {
    asks: 'After 1.2.x, how are fields treated whose type the app does not edit?',
    answers: ['400', '412', 'accepted'],
    default: '400',
  },
  'editor.move-edge': {
    asks: 'What becomes of a move without after and position, after itself, or after an option of another level?',
    answers: ['400', 'ignored'],
    default: '400',
  },
  'editor.sort-locale-form': {
    asks: 'Which locales can be sorted by?',
    answers: ['any-tag', 'only-two-parts'],
    default: 'any-tag',
  },
  'editor.sequence-after-delete': {
    asks: 'What becomes of the sequences behind a deleted option?',
    answers: ['gap', 'renumbered'],
    default: 'gap',
  },
  'editor.truncate-schedule': {
    asks: 'What becomes of an active schedule without a cron expression?',
    answers: ['400', 'keeps-the-old'],
    default: '400',
  },
  'editor.truncate-schedule-inactive': {
    asks: 'Does switching the schedule off keep its cron expression?',
    answers: ['keeps', 'clears'],
    default: 'keeps',
  },
  'editor.truncate-schedule-fields': {
    asks: 'Can a cron expression have a seventh field, the year?',
    answers: ['accepted', '400'],
    default: 'accepted',
  },
  'editor.field-type-names': {
    asks: 'By which names does `fieldType` tell types apart?',
    answers: ['short-for-supported', 'short-for-all'],
    default: 'short-for-supported',
  },
  'editor.unknown-principal-before-2.0': {
    asks: 'Before 2.0, what became of grants to users and groups that do not exist?',
    answers: ['stored', 'ignored'],
    default: 'stored',
  },
  'editor.unknown-property': {
    asks: 'What becomes of a property in a request body that the operation does not know?',
    answers: ['400', 'ignored'],
    default: '400',
  },
  'editor.non-numeric-id': {
    asks: 'Which status answers an ID in the address that is no number?',
    answers: ['404', '400'],
    default: '404',
  },
  'editor.invalid-paging': {
    asks: 'What becomes of a startAt or maxResults that is negative or no number?',
    answers: ['400', 'as-default'],
    default: '400',
  },
} as const satisfies Record<`editor.${string}`, QuestionText>;
