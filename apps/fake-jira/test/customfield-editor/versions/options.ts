import type { Change, Side } from './change.js';
import { idsFor, namesOf } from './requests.js';
import { otherOptionOf } from './world.js';

/** Gives an option the value that another one of its level has. */
function takeValue({ send, operationId }: Side) {
  return send({ body: { optionvalue: operationId.includes('Child') ? 'sibling' : 'other' } });
}

/** The option that has the value. */
function holder({ operationId }: Side): number {
  const ids = idsFor(operationId);
  return operationId.includes('Child') ? ids.childOptionId + 1 : otherOptionOf(ids);
}

const newJob = { body: { name: 'JobCleanupPermissions' } };

export const options: readonly Change[] = [
  {
    version: '2.8.0',
    what: 'a value that is taken is answered with the ID of the option that has it',
    async before(side) {
      const refused = await takeValue(side);
      expect([refused.status, namesOf(refused)]).toEqual([400, ['optionvalue']]);
    },
    async since(side) {
      const refused = await takeValue(side);
      expect([refused.status, namesOf(refused)]).toEqual([400, ['optionvalue', 'existingOptionId']]);
      expect(refused.body).toMatchObject({ errors: [{}, { value: holder(side) }] });
    },
    lines: {
      2244: 'editorCreateDefaultOption',
      2379: 'editorUpdateDefaultOption',
      3338: 'editorCreateOption',
      3475: 'editorUpdateOption',
      4454: 'editorCreateDefaultChildOption',
      4593: 'editorUpdateDefaultChildOption',
      5130: 'editorCreateChildOption',
      5271: 'editorUpdateChildOption',
    },
  },
  {
    version: '2.15.0',
    what: 'there is one more job',
    async before({ send }) {
      const refused = await send(newJob);
      expect([refused.status, namesOf(refused)]).toEqual([400, ['name']]);
    },
    since: async ({ send }) => expect((await send(newJob)).status).toBe(200),
    lines: { 5861: 'editorExecuteMaintenanceOperation' },
  },
];
