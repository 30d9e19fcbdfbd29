import { jsonHeaders, send } from '../support/raw-request.js';
import { cpuTime } from '../support/cpu-time.js';
import { control, listening } from '../control/stage.js';

const option = '/rest/api/3/field/example-add-on__team/option';
const numbered = <Made>(count: number, make: (n: number) => Made) => Array.from({ length: count }, (_, n) => make(n));
/** Milliseconds of processor time: more than a linear check needs, and a quarter of what was needed before. */
const enough = 5_000;

describe('a body in which very much is wrong is refused before anybody else has to wait', () => {
  it.each<[string, string, unknown]>([
    [
      'a list of objects that differ',
      option,
      { value: 'x', config: { scope: { projects2: numbered(40_000, (id) => ({ id: id + 1_000_000 })) } } },
    ],
    [
      'a list of words that mean nothing',
      option,
      { value: 'x', config: { attributes: numbered(80_000, (n) => `a${n}`) } },
    ],
    [
      'a list of objects that are wrong',
      '/rest/api/3/field/customfield_10000/context/10000/option',
      { options: numbered(70_000, (n) => ({ x: n })) },
    ],
    ['properties that nobody knows', '/rest/api/3/field', Object.fromEntries(numbered(70_000, (n) => [`p${n}`, n]))],
    ['such properties of a fault', '/_fake/faults', Object.fromEntries(numbered(80_000, (n) => [`p${n}`, n]))],
  ])('%s', async (_what, path, given) => {
    const jira = await listening({ world: 'demo' });
    await send(jira, { method: 'POST', path, headers: jsonHeaders, body: '{}' });
    let answer = { status: 0, text: '' };
    const body = JSON.stringify(given);
    const taken = await cpuTime(
      async () => (answer = await send(jira, { method: 'POST', path, headers: jsonHeaders, body })),
    );
    expect([answer.status, taken < enough]).toEqual([400, true]);
    expect(answer.text.length).toBeLessThan(20_000);
  });

  it('a query of thousands of values', async () => {
    const jira = await listening({ world: 'demo' });
    const path = `/rest/api/3/field/customfield_10000/context?contextId=${numbered(3_000, (n) => `a${n}`).join('&contextId=')}`;
    let status = 0;
    const taken = await cpuTime(
      async () => ({ status } = await send(jira, { path: path.slice(0, 15_000), headers: jsonHeaders })),
    );
    expect([status, taken < enough]).toEqual([400, true]);
  });
});

describe('a list whose entries have to differ', () => {
  it.each(['toString', 'valueOf', 'constructor', '__proto__', 'toJSON'])(
    'may have a property of each name: %s',
    async (name) => {
      const jira = await listening({ world: 'demo' });
      const entries = (first: number, second: number) =>
        `[{"id":10000,"${name}":${first}},{"id":10000,"${name}":${second}}]`;
      const sent = async (projects: string) => {
        const body = `{"value":"x","config":{"scope":{"projects2":${projects}}}}`;
        return send(jira, { method: 'POST', path: option, headers: jsonHeaders, body });
      };
      const [different, same] = [await sent(entries(1, 2)), await sent(entries(1, 1))];
      expect([different.status, same.status]).toEqual([different.status, 400]);
      expect(different.status).toBeLessThan(500);
      expect(same.text).toContain('must not have an entry twice');
      expect(different.text).not.toContain('must not have an entry twice');
    },
  );

  it('compares objects without the order of their properties, and tells a text from a number', async () => {
    const jira = await listening({ world: 'demo' });
    const sent = async (projects: unknown) =>
      (
        await send(jira, {
          method: 'POST',
          path: option,
          headers: jsonHeaders,
          body: JSON.stringify({ value: 'x', config: { scope: { projects2: projects } } }),
        })
      ).text;
    expect(
      await sent([
        { id: 10_000, attributes: [] },
        { attributes: [], id: 10_000 },
      ]),
    ).toContain('an entry twice');
    expect(await sent([{ id: 10_000 }, { id: '10000' }])).not.toContain('an entry twice');
  });
});

it('a refusal says no more than a hundred things of a kind', async () => {
  const jira = await listening();
  const { body } = await control(jira, 'POST', 'faults', Object.fromEntries(numbered(500, (n) => [`p${n}`, n])));
  expect((body.message as string).match(/unknown property/g)).toHaveLength(100);
});
