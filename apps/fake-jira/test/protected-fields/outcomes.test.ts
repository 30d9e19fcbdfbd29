import { operations } from '@fake-jira/openapi';
import { outcomeEvidence } from '../support/outcome-evidence.js';
import { answerOf, idOf, protectedJira, tokens, type Asked } from './protected-world.js';

const text = idOf('text');
const entries = [{ fieldId: text, value: 'x' }];

type Client = ReturnType<typeof protectedJira>;

/** How each documented outcome (000:33–89) comes about, and the body that the document has for it. */
const writes = (method: 'put' | 'post') => {
  const write =
    (body: unknown, asked: Asked = {}) =>
    ({ write: send }: Client) =>
      send(body, { ...asked, method });
  return [
    [200, write(entries), 'OK'],
    [400, write([{ fieldId: text, value: 1 }]), 'Bad Request'],
    [401, write(entries, { token: tokens.read }), 'Unauthorized'],
  ] as const;
};

const outcomes = {
  protectedReadValues: [
    [200, ({ read }: Client) => read([text]), `[{"fieldId":"${text}","value":null}]`],
    [400, ({ read }: Client) => read(['customfield_99999']), expect.stringMatching(/\S/)],
    [401, ({ read }: Client) => read([text], { token: tokens.write }), expect.stringMatching(/\S/)],
  ],
  protectedPutValues: writes('put'),
  protectedPostValues: writes('post'),
} as const;

const rows = Object.entries(outcomes).flatMap(([id, list]) => list.map((row) => [id, ...row] as const));

describe('the operations of Protected Fields', () => {
  it('are three at one address, with nine documented outcomes, each of them provoked', () => {
    const listed = operations('protected-fields');
    expect(listed.map(({ operationId }) => operationId)).toEqual(Object.keys(outcomes));
    expect(new Set(listed.map(({ path }) => path)).size).toBe(1);
    const documented = [...outcomeEvidence('protected-fields', () => true)].filter(([, how]) => how === 'documented');
    expect(documented.map(([key]) => key).sort()).toEqual(rows.map(([id, status]) => `${id} ${status}`).sort());
    expect(documented).toHaveLength(9);
  });

  it.each(rows)('%s answers %i', async (_, status, ask, body) => {
    const client = protectedJira();
    const before = client.jira.root;
    expect(answerOf(await ask(client))).toEqual([status, body]);
    if (status >= 400) expect(client.jira.root).toBe(before);
  });

  it('have the second text of the 401 of a write as another answer', async () => {
    const { write } = protectedJira({ answers: { 'protected.write-401-body': 'bad-request' } });
    expect(answerOf(await write(entries, { token: tokens.read }))).toEqual([401, 'Bad Request']);
  });
});
