import { expect } from 'expect';
import { checksOf, type Check } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { examplesIn, type Example } from '../example-list.js';
import { about, entry, protectedField, valueOf, write, type Kind } from './steps.js';

const { example } = checksOf('protected-fields', 'examples');

interface Entry {
  readonly fieldId: string;
  readonly value: unknown;
}

/** The value of an entry; that of the user is one of the target. */
const valueIn = ({ adminIdentity }: Stage, { name }: Example, { value }: Entry): unknown =>
  name === 'user' ? adminIdentity.accountId : value;

/** A kind that holds a value of an example. */
function kindOf({ name }: Example, { value }: Entry): Kind {
  if (name === 'user') return 'user';
  if (typeof value === 'number') return 'number';
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? 'date' : 'text';
}

/** The entries of an example, for fields and an issue of their own. */
async function scene(stage: Stage, played: Example, encrypted: boolean) {
  const issue = await stage.issue();
  const entries = [];
  for (const one of played.value as readonly Entry[]) {
    const field = await protectedField(stage, kindOf(played, one), { encrypted });
    entries.push({ field, entry: entry(field, valueIn(stage, played, one)) });
  }
  return { issue, entries: entries.map((one) => one.entry), fields: entries.map((one) => one.field) };
}

/** What is read is the example, with keys of the target. */
async function reads(stage: Stage, played: Example, encrypted: boolean): Promise<void> {
  const { issue, entries, fields } = await scene(stage, played, encrypted);
  await write(stage, issue, entries);
  const asked = about(stage, issue, { fieldId: fields.map(({ key }) => key) });
  const { body } = await stage.anonymous.ask('protectedReadValues', 200, asked);
  expect(body as unknown).toEqual(entries);
}

/** A request stores what the example says. */
async function stores(stage: Stage, played: Example, encrypted: boolean): Promise<void> {
  const { issue, entries, fields } = await scene(stage, played, encrypted);
  const operation = played.operation as 'protectedPutValues' | 'protectedPostValues';
  const { text } = await stage.anonymous.ask(operation, 200, { ...about(stage, issue), body: entries });
  expect(text).toBe('OK');
  for (const [at, field] of fields.entries()) {
    expect(await valueOf(stage, issue, field)).toEqual(entries[at]?.value);
  }
}

/** Every example of the document, in fields that are encrypted and in those that are not. */
export const protectedExamples: readonly Check[] = examplesIn('protected-fields').flatMap((played) =>
  [true, false].map((encrypted) => {
    const { operation, part, name, place, evidence } = played;
    const what = part === 'request' ? part : `answers ${part}`;
    const title = `${operation} ${what} as in ${name}, ${encrypted ? 'encrypted' : 'unencrypted'}`;
    const run = part === 'request' ? stores : reads;
    return example(place, title, (stage) => run(stage, played, encrypted), {
      protectedToken: true,
      evidence,
      // A user goes by an accountId (000:97), which Data Center does not show.
      ...(name === 'user' ? { deployment: 'cloud' } : {}),
    });
  }),
);
