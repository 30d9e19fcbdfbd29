import { expect } from 'expect';
import type { Answer } from '../../stage/person.js';
import type { Stage } from '../../stage/stage.js';
import { done } from './answers.js';
import type { Example } from './example-list.js';
import { isLike } from './example-shape.js';
import { Level, windows, type Window } from './level.js';

type Verb = keyof Window['operations'];

/** The window and the verb of an operation on options. */
export function windowOf(
  operation: Example['operation'],
): { readonly window: Window; readonly verb: Verb } | undefined {
  for (const window of windows) {
    const found = Object.entries(window.operations).find(([, id]) => id === operation);
    if (found) return { window, verb: found[0] as Verb };
  }
  return undefined;
}

/** The options that stand there before the request of an example. */
const before: Readonly<Record<Verb, readonly string[]>> = {
  list: ['foo'],
  create: [],
  update: ['bar', 'other'],
  remove: ['foo', 'other'],
  move: ['10', '20', '30', '40'],
  sort: ['foo', 'bar'],
};

/** The request of an example, as it stands, but for what the document's generator made of it. */
function bodyOf(verb: Verb, { part, name, value }: Example, level: Level): unknown {
  const isRequest = part === 'request';
  switch (verb) {
    case 'create':
    case 'update':
      return isRequest ? value : { optionvalue: 'foo', disabled: false };
    case 'move':
      // Ids are those of the target, and `foo` is neither an id nor a position.
      if (isRequest && name === 'after') return { after: String(level.id(2)) };
      return isRequest && name === 'first' ? value : { after: String(level.id(2)), position: 'First' };
    case 'sort':
      // `foo` is no locale, no strength and no order.
      return isRequest && name !== 'sample' ? value : { locale: 'en-US', strength: 'PRIMARY', order: 'ASCENDING' };
    default:
      return undefined;
  }
}

/** Replays an example of an operation on options, in whichever window. */
export async function replayOptions(stage: Stage, example: Example): Promise<void> {
  const { window, verb } = windowOf(example.operation) ?? {};
  if (!window || !verb) throw new Error(`${example.operation} is no operation on options.`);
  const level = await Level.open(stage, window, before[verb]);
  const body = bodyOf(verb, example, level);
  const hasId = verb === 'update' || verb === 'remove' || verb === 'move';
  const answer: Answer = await level.ask(verb, 200, {
    ...(hasId ? { id: level.id(verb === 'move' ? 1 : 0) } : {}),
    ...(body === undefined ? {} : { body }),
  });
  if (verb === 'sort') {
    done(stage, answer);
    expect(await level.values()).toEqual(['bar', 'foo']);
    return;
  }
  if (example.part === 'request') {
    await sawRequest(verb, example, level, answer);
    return;
  }
  const chosen = verb === 'move' ? ['disabled'] : ['optionvalue', 'disabled', 'sequence'];
  isLike(example.value, answer.body, { same: chosen });
}

/** What the request of an example asked for has come about. */
async function sawRequest(verb: Verb, { name, value }: Example, level: Level, answer: Answer): Promise<void> {
  if (verb === 'move') {
    const expected = name === 'after' ? ['10', '30', '20', '40'] : ['20', '10', '30', '40'];
    expect(await level.values()).toEqual(expected);
    return;
  }
  // A new option gets an id and a sequence, whatever is sent; an id cannot be changed.
  const { optionvalue, disabled } = value as { optionvalue?: string; disabled?: boolean };
  expect(answer.body).toMatchObject({
    ...(optionvalue === undefined ? {} : { optionvalue }),
    ...(disabled === undefined ? {} : { disabled }),
  });
}
