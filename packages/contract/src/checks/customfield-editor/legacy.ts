import type { OperationId } from '@fake-jira/openapi';
import { checksOf } from '../../check.js';
import type { Asked } from '../../stage/person.js';
import type { Stage } from '../../stage/stage.js';

const { outcome } = checksOf('customfield-editor', 'legacy');

/** The operations of 1.1, each with a body that it takes. Grants are made on a page there, so that no client gets further. */
const operations = [
  ['editorLegacyListOptions'],
  ['editorLegacyCreateOption', { optionvalue: 'a' }],
  ['editorLegacyUpdateOption', { optionvalue: 'a' }],
  ['editorLegacyDeleteOption'],
  ['editorLegacyMoveOption', { position: 'First' }],
  ['editorLegacyListChildOptions'],
  ['editorLegacyCreateChildOption', { optionvalue: 'a' }],
  ['editorLegacyUpdateChildOption', { optionvalue: 'a' }],
  ['editorLegacyDeleteChildOption'],
  ['editorLegacyMoveChildOption', { position: 'First' }],
] as const;

/** A request of somebody without a grant, about a field that is there. */
async function asked(stage: Stage, body: unknown): Promise<Asked> {
  const field = await stage.field('cascadingselect', { options: [{ value: 'cats', children: ['leo'] }] });
  const path = {
    customFieldId: field.key,
    optionId: field.option('cats'),
    parentOptionId: field.option('cats'),
    childOptionId: field.option('cats', 'leo'),
  };
  return { path, ...(body === undefined ? {} : { body }) };
}

export const legacy = operations.flatMap(([id, body]) => [
  outcome(
    id,
    401,
    'when nobody has signed in',
    async (stage) => void (await stage.anonymous.ask<OperationId>(id, 401, await asked(stage, body))),
  ),
  outcome(
    id,
    500,
    'when the caller has no grant',
    async (stage) => void (await stage.user.ask<OperationId>(id, 500, await asked(stage, body))),
    { roles: ['user'] },
  ),
]);
