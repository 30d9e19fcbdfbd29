import { expect } from 'expect';
import { checksOf, type Check, type Needs } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { multiLevel } from './default-value-kinds.js';
import { checkOfExample } from '../example-replay.js';
import { entryExample, examplesOf, type Example } from './example-list.js';
import { isLike } from './example-shape.js';
import { replayDefaultValue } from './examples-of-default-values.js';
import { replayError } from './examples-of-errors.js';
import { replayFields } from './examples-of-fields.js';
import { replayMaintenance } from './examples-of-maintenance.js';
import { replayOptions, windowOf } from './examples-of-options.js';
import { allOperations, hasVariable } from './requests.js';
import { unprovokable } from '../unprovokable.js';

type Replay = (stage: Stage, example: Example) => Promise<void>;

/** The part of the examples that one is in, how it is replayed, and what that needs. */
function replayOf({ operation, part, name }: Example): { resource: string; replay: Replay; needs: Needs } {
  if (typeof part === 'number' && part >= 400) {
    const unknown = part === 400 && name === 'sample' && hasVariable(operation, 'customFieldId');
    return {
      resource: 'examples-of-errors',
      replay: replayError,
      needs: {
        ...(part === 500 ? { control: true } : {}),
        ...(part === 403 && operation === 'editorListMyContexts'
          ? { answers: { 'editor.contexts-without-context-grants': 'global-grant-holders' } }
          : {}),
        ...(unknown ? { since: { customfieldEditor: '1.8' }, answers: { 'editor.unknown-entity': '400' } } : {}),
        ...(part === 400 && !hasVariable(operation, 'customFieldId') ? ofPages : {}),
      },
    };
  }
  if (windowOf(operation)) return { resource: 'examples-of-options', replay: replayOptions, needs: {} };
  if (operation.endsWith('DefaultValue')) {
    const needs = name === 'ofMultiLevel' ? { fieldTypes: [multiLevel] } : {};
    return { resource: 'examples-of-default-values', replay: replayDefaultValue, needs };
  }
  if (/CustomFields$|Context|Permission/.test(operation))
    return { resource: 'examples-of-fields', replay: replayFields, needs: { projects: 2 } };
  const changes = /^editor(Execute|Set)/.test(operation);
  return {
    resource: 'examples-of-maintenance',
    replay: replayMaintenance,
    needs: changes ? { destructive: true } : {},
  };
}

const ofPages: Needs = { since: { customfieldEditor: '2.0' }, answers: { 'editor.invalid-paging': '400' } };

function checkOf(example: Example): Check {
  const { resource, replay, needs } = replayOf(example);
  return checkOfExample('customfield-editor', resource, example, (stage) => replay(stage, example), {
    ...needs,
    roles: ['user'],
  });
}

/** No request of a client provokes these, so that their examples cannot be replayed. */
const impossible = ({ operation, part }: Example) =>
  Object.hasOwn(unprovokable['customfield-editor'] ?? {}, `${operation} ${part}`);

const { example } = checksOf('customfield-editor', 'examples-of-maintenance');

/** Entries of lists, of which the document shows one. */
const entries = [
  example(
    '001:5686',
    'editorListJobs lists entries as the one of the document',
    async ({ admin }) => {
      const { body } = await admin.ask('editorListJobs', 200);
      const { values } = body as { readonly values: readonly unknown[] };
      expect(values.length).toBeGreaterThan(0);
      for (const entry of values) isLike(entryExample('Job'), entry);
    },
    { since: { customfieldEditor: '2.0' }, readOnly: true },
  ),
  example(
    '001:5985',
    'editorListEventLogs lists entries as the one of the document',
    async (stage) => {
      const field = await stage.field('select');
      const query = { filter: `ID ${field.key}` };
      const { body } = await stage.admin.ask('editorListEventLogs', 200, { query });
      const { values } = body as { readonly values: readonly { readonly name: string; readonly details: string }[] };
      const created = values.find(({ name }) => name === 'CustomFieldCreatedEvent');
      isLike(entryExample('EventLogEntry'), created, { same: ['name'] });
      expect(created?.details).toBe(`ID ${field.key}`);
    },
    { since: { customfieldEditor: '2.0' } },
  ),
];

export const examples: readonly Check[] = [
  ...examplesOf(allOperations)
    .filter((one) => !impossible(one))
    .map(checkOf),
  ...entries,
];
