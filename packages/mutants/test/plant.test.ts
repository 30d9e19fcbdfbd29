import { operation, type OperationId } from '@fake-jira/openapi';
import type { Root } from '@fake-jira/world';
import { startFakeJira, type FakeJira } from 'fake-jira';
import type { Act, Visit } from '../src/plant/act.js';
import { admitsAnybody, body, doesNothing, header, inPart, readsOtherwise, status } from '../src/plant/acts.js';
import { plant } from '../src/plant/plant.js';

const select = 'com.atlassian.jira.plugin.system.customfieldtypes:select';

let jira: FakeJira | undefined;
afterEach(async () => {
  await jira?.close();
  jira = undefined;
});

async function withDefect(operations: readonly OperationId[], act: Act) {
  const planted = plant({ operations, plant: act });
  const fake = await startFakeJira({ middleware: [planted.middleware] });
  jira = fake;
  const ask = async (method: string, path: string, sent?: unknown, user = 'admin') => {
    const response = await fetch(`${fake.workspace('one').url}/jira${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${user}:${user}`).toString('base64')}`,
        'content-type': 'application/json',
      },
      ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const read: unknown = isJson ? JSON.parse(text) : undefined;
    return { status: response.status, headers: response.headers, body: read as Record<string, unknown> | undefined };
  };
  return { planted, ask };
}

describe('A planted defect', () => {
  it('changes the answers of its operations, and no others', async () => {
    const { planted, ask } = await withDefect(['createCustomField'], status(201, 200));
    expect(await ask('POST', '/rest/api/3/field', { name: 'New', type: select })).toMatchObject({ status: 200 });
    expect(planted.strikes()).toBe(1);
    expect(await ask('GET', '/rest/api/3/serverInfo')).toMatchObject({ status: 200 });
    expect(planted.strikes()).toBe(1);
  });

  it('gets what was sent, by the names of the document, at whichever base', async () => {
    let seen: Visit | undefined;
    const { ask } = await withDefect(['updateCustomField'], (visit) => {
      seen = visit;
      return undefined;
    });
    await ask('PUT', '/rest/api/2/field/customfield_10000?x=1', { description: 'Other' });
    expect(seen).toMatchObject({
      operation: 'updateCustomField',
      path: { fieldId: 'customfield_10000' },
      body: { description: 'Other' },
      answer: { status: 204 },
    });
    expect(seen?.query.get('x')).toBe('1');
    expect(seen?.before.fields.get(10000)?.description).not.toBe('Other');
    expect(seen?.world.root.fields.get(10000)?.description).toBe('Other');
  });

  it('does not count where nothing is different', async () => {
    const { planted, ask } = await withDefect(
      ['getServerInfo'],
      body((info) => delete info.unknown),
    );
    await ask('GET', '/rest/api/3/serverInfo');
    expect(planted.strikes()).toBe(0);
  });

  it('changes headers and bodies, for one answer only', async () => {
    const { ask } = await withDefect(['getServerInfo'], (visit) =>
      visit.query.has('wrong') ? header('content-type', 'application/problem+json')(visit) : undefined,
    );
    const wrong = await ask('GET', '/rest/api/3/serverInfo?wrong=1');
    expect(wrong.headers.get('content-type')).toContain('application/problem+json');
    expect((await ask('GET', '/rest/api/3/serverInfo')).headers.get('content-type')).toContain('application/json');
  });

  it('undoes a request', async () => {
    const { ask } = await withDefect(['updateCustomField'], doesNothing);
    const before = jira?.workspace('one').world().fields.get(10000);
    expect(await ask('PUT', '/rest/api/3/field/customfield_10000', { name: 'Other' })).toMatchObject({ status: 204 });
    expect(jira?.workspace('one').world().fields.get(10000)).toEqual(before);
  });

  it('lets a request happen again with another body, once', async () => {
    const { planted, ask } = await withDefect(
      ['createCustomField'],
      readsOtherwise((sent) => {
        sent.name += '!';
      }),
    );
    const { status, body: made } = await ask('POST', '/rest/api/3/field', { name: 'New', type: select });
    expect({ status, name: made?.['name'] }).toEqual({ status: 201, name: 'New!' });
    expect(
      [...(jira?.workspace('one').world().fields.values() ?? [])].filter(({ name }) => /^New/.test(name)),
    ).toHaveLength(1);
    expect(planted.strikes()).toBe(1);
  });

  it('lets a request happen again for somebody else, in its workspace', async () => {
    const { ask } = await withDefect(['createCustomField'], admitsAnybody);
    const made = await ask('POST', '/rest/api/3/field', { name: 'By Bob', type: select }, 'bob');
    expect(made.status).toBe(201);
    const names = (root?: Root) => [...(root?.fields.values() ?? [])].map(({ name }) => name);
    expect(names(jira?.workspace('one').world())).toContain('By Bob');
    expect(names(jira?.world())).not.toContain('By Bob');
  });

  it('does a part of what is refused', async () => {
    const { ask } = await withDefect(['createCustomFieldOption'], inPart('options'));
    const world = () => jira?.workspace('one').world();
    const context = [...(world()?.contexts.values() ?? [])].find(({ fieldId }) => fieldId === 10000);
    const before = world()?.options.size ?? 0;
    const refused = await ask('POST', `/rest/api/3/field/customfield_10000/context/${context?.id}/option`, {
      options: [{ value: 'One more' }, { value: ' ' }],
    });
    expect(refused.status).toBe(400);
    expect(world()?.options.size).toBe(before + 1);
  });

  it('knows the secrets of a query, and lets a request happen again with others', async () => {
    const { ask } = await withDefect(['protectedReadValues'], ({ query }) => {
      if (query.get('token') !== 'any-token') return undefined;
      query.set('token', 'demo-token');
      return { again: { query } };
    });
    const { path } = operation('protectedReadValues');
    const asked = '&issueKey=SHOP-1&fieldId=customfield_10017';
    expect((await ask('GET', `${path}?token=any-token${asked}`)).status).toBe(200);
    expect((await ask('GET', `${path}?token=no-token${asked}`)).status).toBe(401);
  });

  it('tells when it fails in itself, and then changes nothing', async () => {
    const { planted, ask } = await withDefect(['getServerInfo'], () => {
      throw new Error('in itself');
    });
    expect((await ask('GET', '/rest/api/3/serverInfo')).status).toBe(200);
    expect(planted.failures()).toEqual([new Error('in itself')]);
  });
});
