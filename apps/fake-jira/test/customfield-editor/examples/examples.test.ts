import { counts } from './counts.js';
import { differences, type Difference } from './differences.js';
import { examples, type Example } from './document.js';
import { reasons, type Reason } from './reasons.js';
import { play, type Replay } from './replay.js';
import { replayOf } from './replays.js';

const byOperation = new Map<string, Example[]>();
for (const example of examples()) {
  const { operationId } = example;
  byOperation.set(operationId, [...(byOperation.get(operationId) ?? []), example]);
}

/** Per operation: requests, those of them that are sent as they stand, answers, those that are equal to the last value. */
const replayed: Record<string, [number, number, number, number]> = {};
const used = new Set<Reason>();

describe.each([...byOperation])('%s', (operationId, list) => {
  const count: [number, number, number, number] = [0, 0, 0, 0];
  replayed[operationId] = count;

  for (const example of list) {
    const { name, status } = example;
    if (status === 'request') {
      it(`accepts the request ${name}`, async () => {
        const replay = replayOf(example);
        const asItStands = isSentAsItStands(example, replay);
        expect(await play(example, replay)).toMatchObject({ status: 200 });
        count[0] += 1;
        count[1] += Number(asItStands);
      });
    } else {
      it(`answers ${status} as in ${name}`, async () => {
        const answer = await play(example, replayOf(example));
        expect(answer.status).toBe(status);
        const found = differences(example.value, answer.body);
        expect(found.filter((difference) => !isExplained(difference, example))).toEqual([]);
        count[2] += 1;
        count[3] += Number(found.length === 0);
      });
    }
  }
});

/** A body in place of the example has its keys and types; null stands for a member that cannot be with the others. */
function isSentAsItStands({ key, value }: Example, { body = value, because }: Replay): boolean {
  const changes = differences(value, body);
  if (changes.length === 0) return true;
  if (because === undefined) throw new Error(`Nothing says why the body of ${key} is not what the document has.`);
  const isNull = ({ at }: Difference) => (body as Record<string, unknown>)[at] === null;
  expect(changes.filter((change) => change.kind !== 'value' && !(change.kind === 'type' && isNull(change)))).toEqual(
    [],
  );
  return false;
}

function isExplained(difference: Difference, example: Example): boolean {
  if (difference.kind === 'type' || difference.kind === 'additional') return false;
  const reason = reasons.find(({ covers }) => covers(difference, example));
  if (reason) used.add(reason);
  return reason !== undefined;
}

describe('of the examples of the document', () => {
  it('none is left out, and as many are reproduced to the last value as the table says', () => {
    expect(replayed).toEqual(counts);
  });

  it('there are 72 requests, 56 sent as they stand, and 277 answers, 72 of them equal to the last value', () => {
    const sums = [0, 1, 2, 3].map((i) => Object.values(counts).reduce((sum, count) => sum + (count[i] as number), 0));
    expect(sums).toEqual([72, 56, 277, 72]);
  });

  it('each reason why an answer differs from one is needed', () => {
    expect(reasons.filter((reason) => !used.has(reason)).map(({ why }) => why)).toEqual([]);
  });
});
