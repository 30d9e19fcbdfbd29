import { expect } from 'expect';
import type { Answer } from '../../stage/person.js';
import type { Stage } from '../../stage/stage.js';
import type { Example } from './example-list.js';
import { isLike } from './example-shape.js';
import { windowOf } from './examples-of-options.js';
import { Level } from './level.js';
import { askBy, askForbidden, askRightly, hasVariable, nothing, rightBody, whoMay } from './requests.js';

/** A request that is refused with 400: of a field that is not there, or wrong in itself where there is no field. */
async function refused(stage: Stage, { operation: id }: Example): Promise<Answer> {
  const person = whoMay(id, stage);
  if (hasVariable(id, 'customFieldId')) {
    const body = rightBody(id, nothing(stage), stage);
    return askBy(person, id, 400, { path: nothing(stage), ...(body === undefined ? {} : { body }) });
  }
  if (id === 'editorExecuteMaintenanceOperation') return askBy(person, id, 400, { body: { name: 'foo' } });
  if (id === 'editorSetTruncateSchedule')
    return askBy(person, id, 400, { body: { active: true, cronExpression: 'foo' } });
  return askBy(person, id, 400, { query: { startAt: 0, maxResults: 'none' } });
}

/** The error of a value that is taken, to the letter but for the id. */
async function replayDuplicate(stage: Stage, { operation, value }: Example): Promise<void> {
  const { window, verb } = windowOf(operation) ?? {};
  if (!window || !verb) throw new Error(`${operation} gives no option a value.`);
  const level = await Level.open(stage, window, ['foo', 'bar']);
  const { body } = await level.ask(verb, 400, {
    ...(verb === 'update' ? { id: level.id(1) } : {}),
    body: { optionvalue: 'foo' },
  });
  const text = JSON.stringify(value).replace('1234', String(level.id(0)));
  expect(body).toEqual(JSON.parse(text));
}

/** Replays an example of an error: what the generator made as a shape, what the document writes itself to the letter. */
export async function replayError(stage: Stage, example: Example): Promise<void> {
  const { part, name, value, operation: id } = example;
  if (name === 'duplicate') return replayDuplicate(stage, example);
  if (part === 400) return isLike(value, (await refused(stage, example)).body);
  if (part === 403) {
    const { body } = await askForbidden(stage.user, id, stage);
    if (name === 'denied') expect(body).toEqual(value);
    else isLike(value, body);
    return;
  }
  await stage.control.fault({ when: { operation: id }, status: 500 });
  isLike(value, (await askRightly(whoMay(id, stage), id, 500, nothing(stage), stage)).body);
}
