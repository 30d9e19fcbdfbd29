import { play, isInTheFake } from './play.js';
import { differenceText, notYet, reasonFor, reasons, type Reason } from './reasons.js';
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
      const told = [...new Set(differences.map(differenceText))];
      // One that is alike now is taken off not-alike-yet.txt.
      if (notYet.has(id)) expect(told).not.toEqual([]);
      else expect(told).toEqual([]);
    },
    60_000,
  );

  it('differs only for reasons that are still so', () => {
    expect(reasons.filter((reason) => !used.has(reason))).toEqual([]);
  });

  it('is not alike yet only where a recording shows it', () => {
    expect(
      [...notYet].filter((id) => !id.startsWith('fact: ') && !played.some((exchange) => exchange.id === id)),
    ).toEqual([]);
  });
});
