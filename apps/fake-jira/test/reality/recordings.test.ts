import { play, isInTheFake } from './play.js';
import { differenceText, reasonFor, reasons, type Reason } from './reasons.js';
import { hasRecordings, recordedExchanges } from './recordings.js';
import { sceneOf } from './scenes.js';

const played = recordedExchanges().filter((exchange) => isInTheFake(exchange, sceneOf(exchange)));
const used = new Set<Reason>();

// Whoever has no recordings beside the checkout has the facts made from them: facts.test.ts.
const describeRecorded = hasRecordings ? describe : describe.skip;

describeRecorded('what a real Jira was recorded to answer', () => {
  it.each(played.map((exchange) => [exchange.id, exchange.method, exchange.path, exchange] as const))(
    'is what the fake answers: %s, %s %s',
    async (id, _method, _path, exchange) => {
      const differences = (await play(exchange)).filter((difference) => {
        const reason = reasonFor(id, difference);
        if (reason) used.add(reason);
        return !reason;
      });
      expect([...new Set(differences.map(differenceText))]).toEqual([]);
    },
    60_000,
  );

  it('differs only for reasons that are still so', () => {
    expect(reasons.filter((reason) => !used.has(reason))).toEqual([]);
  });
});
