import type { Difference } from './differences.js';
import type { Example } from './document.js';

/**
 * Why an answer has another value than its example, or less of it. What it has is of the example's shape all the same:
 * no reason covers a key that is too much or a value of another type.
 */
export interface Reason {
  readonly why: string;
  readonly covers: (difference: Difference, example: Example) => boolean;
}

const lastKey = ({ at }: Difference) => at.split('.').at(-1) as string;

/** Values in the samples that the document's generator made: a 0, `foo`, `bar` or false for whatever the type is. */
const inSample =
  (keys: readonly string[], operationIds?: readonly string[]): Reason['covers'] =>
  (difference, { name, status, operationId }) =>
    difference.kind === 'value' &&
    status === 200 &&
    name === 'sample' &&
    keys.includes(lastKey(difference)) &&
    (operationIds === undefined || operationIds.includes(operationId));

/** A list of which a sample shows one entry. */
const listOfSample =
  (at: string, ...operationIds: string[]): Reason['covers'] =>
  (difference, { name, operationId }) =>
    difference.kind === 'length' && difference.at === at && name === 'sample' && operationIds.includes(operationId);

const lacks =
  (...keys: string[]): Reason['covers'] =>
  (difference) =>
    difference.kind === 'absent' && keys.includes(difference.at);

const isErrorSample = ({ status, name }: Example) =>
  typeof status === 'number' && status >= 400 && name.startsWith('sample');

const schedule = ['editorGetTruncateSchedule', 'editorSetTruncateSchedule'];
const migrationTasks = ['editorListMigrationTasks', 'editorListMigrationTasksBefore20'];

export const reasons: readonly Reason[] = [
  {
    why: 'The time that an answer takes is not the same twice; under the clock of the tests it is none.',
    covers: ({ at, kind }) => kind === 'value' && at === 'processingTimeInMs',
  },
  {
    why: 'The example is empty although it begins at 100 of 200. A page is only empty beyond the last entry.',
    covers: ({ at, kind }, { name }) => kind === 'value' && name === 'emptyPage' && at === 'total',
  },
  {
    why: 'Nothing has the ID 0, and the IDs of issue types are numbers.',
    covers: inSample(['id', 'fieldId', 'contextId', 'projectId', 'issueTypeId']),
  },
  {
    why: 'The key of a project has two capital letters at least, and `foo` is no type of field.',
    covers: inSample(['projectKey', 'fieldType']),
  },
  { why: 'A page of the samples has one entry, of 0.', covers: inSample(['total', 'maxResults']) },
  {
    why: 'The sample has one full name for two users.',
    covers: (difference, example) =>
      ['userlistWithFullnames', '*.userlistWithFullnames'].includes(difference.at)
        ? difference.kind === 'length'
        : inSample(['username', 'fullname'])(difference, example),
  },
  {
    why: 'The sample has a grant of a user who does not exist. Deleting a user takes the grants along.',
    covers: inSample(['exists']),
  },
  { why: 'The avatar is an address.', covers: inSample(['avatar']) },
  {
    why: 'No type of field has all three members of a default value.',
    covers: lacks('defaultOptions', 'defaultOption.defaultOptions'),
  },
  {
    why: 'Jobs have names, states and times of their own.',
    covers: inSample(['name', 'status', 'scheduledTime', 'finishedTime'], ['editorListJobs']),
  },
  {
    why: 'A job of the fake does not take ten minutes.',
    covers: ({ at, kind }, { key }) => kind === 'value' && at === 'finishedTime' && key === 'editorListJobs 200 entry',
  },
  {
    why: 'Events have names, details, times and hashes of their own.',
    covers: inSample(['name', 'details', 'dateTime', 'hash'], ['editorListEventLogs']),
  },
  {
    why: 'What the hash is taken over is not documented (editor.event-log-events).',
    covers: ({ at, kind }, { key }) => kind === 'value' && at === 'hash' && key === 'editorListEventLogs 200 entry',
  },
  { why: 'The app has more than one migration task since 2.0.', covers: listOfSample('', 'editorListMigrationTasks') },
  {
    why: 'The migration tasks of the app have texts of their own.',
    covers: inSample(['description', 'forVersion', 'executionTime', 'status'], migrationTasks),
  },
  { why: 'The app has more than one table.', covers: listOfSample('values', 'editorGetDataStorage') },
  {
    why: 'Tables have names of their own, and as many rows as they have.',
    covers: inSample(['tableName', 'count'], ['editorGetDataStorage']),
  },
  {
    why: 'Only an active schedule has a next run, and `foo` is neither a cron expression nor a time.',
    covers: inSample(['active', 'cronExpression', 'nextRun'], schedule),
  },
  {
    why: 'The samples of errors have a 0 for the numbers and `foo` for the texts.',
    covers: (difference, example) =>
      difference.kind === 'value' &&
      isErrorSample(example) &&
      ['statusCode', 'subCode', 'message', 'name'].includes(lastKey(difference)),
  },
  {
    why: 'Both are optional (001:250); the only documented error with a value is that of a value that is taken.',
    covers: lacks('errors.*.exceptionName', 'errors.*.value'),
  },
  {
    why: 'The 403 of one context has the form of a validation error, and no property is wrong.',
    covers: ({ at, kind }, { key }) => kind === 'length' && at === 'errors' && key === 'editorGetMyContext 403 sample',
  },
];
