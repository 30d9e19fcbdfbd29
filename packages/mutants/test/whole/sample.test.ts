import { allDefects } from '../../src/defects/index.js';
import { escaped, proveAll } from '../../src/proof/prove-all.js';
import { proofTable } from '../../src/proof/table.js';

/** Of each API and of several kinds; `npm run test:all` plants all of them. */
const sample = [
  'a second global context is accepted',
  'a default stays when its option is deleted',
  'options are created in part where one of them is refused',
  'a page of fields is longer than was asked for',
  'who has no grant may create options',
  'options are sorted the other way round',
  'a task never ends',
  'the id of a context is a number',
  'a value stays at its position',
  'the value of an encrypted field stands in the issue',
];

describe('The contract suite', () => {
  it('catches a sample of the planted defects', async () => {
    const defects = allDefects.filter(({ id }) => sample.includes(id));
    const { failures, proofs } = await proveAll(defects, { onTheWay: false });
    process.stdout.write(`${proofTable(proofs)}\n`);
    expect(failures).toEqual([]);
    expect(proofs.length).toBeGreaterThanOrEqual(sample.length);
    expect(escaped(proofs)).toEqual([]);
  }, 600_000);
});

describe('Planted defects', () => {
  it('are at least 60, spread over the APIs', () => {
    expect(allDefects.length).toBeGreaterThanOrEqual(60);
    for (const [api, least] of [
      ['jira-cloud', 22],
      ['customfield-editor', 22],
      ['extender', 12],
      ['protected-fields', 6],
    ] as const) {
      expect(allDefects.filter((defect) => defect.api === api).length).toBeGreaterThanOrEqual(least);
    }
  });

  it('are told apart by their sentences', () => {
    const names = allDefects.map(({ api, id }) => `${api}: ${id}`);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
