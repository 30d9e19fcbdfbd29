import type { Change, Side } from './change.js';
import { namesOf, parametersOf } from './requests.js';
import { unknownId } from './world.js';

/** Each ID of the address, one after the other, is one that does not exist. */
async function eachUnknown(
  { send, operationId }: Side,
  expectation: (name: string, answer: object) => void,
): Promise<void> {
  for (const name of parametersOf(operationId)) {
    const answer = await send({ ids: { [name]: unknownId } });
    expectation(name, { status: answer.status, names: namesOf(answer) });
  }
}

/** What does not exist is an unexpected error before, and since then a validation error that names the property. */
const unknownEntity = (
  what: string,
  lines: Change['lines'],
  more: Partial<Pick<Change, 'before' | 'since'>> = {},
): Change => ({
  version: '1.8.0',
  what,
  unknownBefore: 'editor.unknown-entity',
  async before(side) {
    await eachUnknown(side, (name, answer) => expect([name, answer]).toEqual([name, { status: 500, names: [] }]));
    await more.before?.(side);
  },
  async since(side) {
    await eachUnknown(side, (name, answer) => expect([name, answer]).toEqual([name, { status: 400, names: [name] }]));
    for (const status of [404, 500] as const) {
      const other = side.under({ 'editor.unknown-entity': `${status}` });
      await eachUnknown(other, (name, answer) => expect([name, answer]).toEqual([name, { status, names: [] }]));
    }
    await more.since?.(side);
  },
  lines,
});

const wrongGrants = { userlist: 'bob' };

export const errors: readonly Change[] = [
  unknownEntity('what does not exist is a validation error and no longer a 500', {
    364: 'editorGetGlobalPermissions',
    802: 'editorListContexts',
    1276: 'editorGetContextPermissions',
    1792: 'editorListMyContexts',
    2128: 'editorListDefaultOptions',
    2487: 'editorDeleteDefaultOption',
    3220: 'editorListOptions',
    3585: 'editorDeleteOption',
    4335: 'editorListDefaultChildOptions',
    5009: 'editorListChildOptions',
  }),
  unknownEntity(
    'what does not exist, and a wrong body, is a validation error and no longer a 500',
    { 482: 'editorReplaceGlobalPermissions', 1386: 'editorReplaceContextPermissions' },
    {
      before: async ({ send }) => expect((await send({ body: wrongGrants })).status).toBe(500),
      since: async ({ send }) => expect((await send({ body: wrongGrants })).status).toBe(400),
    },
  ),
  unknownEntity(
    'what does not exist is a validation error and no longer a 500; a wrong body was one before',
    {
      2245: 'editorCreateDefaultOption',
      2380: 'editorUpdateDefaultOption',
      2584: 'editorMoveDefaultOption',
      2909: 'editorSetDefaultDefaultValue',
      3127: 'editorSortDefaultOptions',
      3339: 'editorCreateOption',
      3476: 'editorUpdateOption',
      3684: 'editorMoveOption',
      4014: 'editorSetDefaultValue',
      4238: 'editorSortOptions',
      4455: 'editorCreateDefaultChildOption',
      4594: 'editorUpdateDefaultChildOption',
      4806: 'editorMoveDefaultChildOption',
      4912: 'editorSortDefaultChildOptions',
      5131: 'editorCreateChildOption',
      5272: 'editorUpdateChildOption',
      5488: 'editorMoveChildOption',
      5596: 'editorSortChildOptions',
    },
    { before: expectWrongBody, since: expectWrongBody },
  ),
  unknownEntity('what does not exist is a validation error and no longer a 500; there is no body', {
    2762: 'editorGetDefaultDefaultValue',
    3052: 'editorDeleteDefaultDefaultValue',
    3864: 'editorGetDefaultValue',
    4160: 'editorDeleteDefaultValue',
    4705: 'editorDeleteDefaultChildOption',
    5385: 'editorDeleteChildOption',
  }),
];

/** A property that there is not. */
async function expectWrongBody({ send }: Side): Promise<void> {
  const answer = await send({ body: { colour: 'red' } });
  expect([answer.status, namesOf(answer)]).toEqual([400, expect.arrayContaining(['colour'])]);
}
