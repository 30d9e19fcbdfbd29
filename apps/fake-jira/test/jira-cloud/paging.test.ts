import {
  fieldNamed,
  fieldPath,
  issueTypeIdOf,
  listeningJira,
  newField,
  newOptions,
  onlyContextOf,
  optionsAt,
  projectIdOf,
  read,
  type Page,
} from '../support/field-steps.js';
import type { TestJira } from '../support/jira.js';

const found = (query: string) => `${fieldPath}/search?type=custom&${query}`;

/** Follows `nextPage` from an address to the end. The links lead to the same server: only their path is needed. */
async function walk<Value>(jira: TestJira, first: string): Promise<Page<Value>[]> {
  const pages: Page<Value>[] = [];
  for (let address: string | undefined = first; address !== undefined;) {
    const page: Page<Value> = await read<Page<Value>>(jira.admin, address);
    pages.push(page);
    address = page.nextPage?.slice(jira.url.length);
  }
  return pages;
}

describe('a page', () => {
  it('says where it starts, how much it can hold, how much there is and whether it is the last', async () => {
    const jira = await listeningJira();
    const all = await read<Page<{ id: string }>>(jira.admin, found('maxResults=100'));
    expect(all).toMatchObject({ startAt: 0, maxResults: 100, total: all.values.length, isLast: true });
    const middle = await read<Page<{ id: string }>>(jira.admin, found('startAt=2&maxResults=3'));
    expect(middle).toMatchObject({ startAt: 2, maxResults: 3, total: all.total, isLast: false });
    expect(middle.values).toEqual(all.values.slice(2, 5));
  });

  it('holds 50 entries where nothing else was asked', async () => {
    const jira = await listeningJira();
    const page = await read<Page<unknown>>(jira.admin, `${fieldPath}/${fieldNamed(jira, 'Browsers')}/context`);
    expect(page).toMatchObject({ maxResults: 50 });
  });

  it.each([
    [100, 'options of a context', (id: string, context: string) => optionsAt(id, context)],
    [20, 'contexts in their deprecated form', (id: string) => `${fieldPath}/${id}/contexts`],
  ])('holds %i %s where nothing else was asked', async (size, _what, address) => {
    const jira = await listeningJira();
    const id = await newField(jira);
    const page = await read<Page<unknown>>(jira.admin, address(id, await onlyContextOf(jira, id)));
    expect(page).toMatchObject({ maxResults: size });
  });

  it('has a `self` that leads to itself', async () => {
    const jira = await listeningJira();
    const page = await read<Page<unknown>>(jira.admin, '/rest/api/3/project/search?maxResults=2&query=e&orderBy=-name');
    const again = await read<Page<unknown>>(jira.admin, page.self.slice(jira.url.length));
    expect(again).toEqual(page);
  });

  it('has no `nextPage` once it is the last', async () => {
    const jira = await listeningJira();
    const { total } = await read<Page<unknown>>(jira.admin, found('maxResults=100'));
    const last = await read<Page<unknown>>(jira.admin, found(`startAt=${total - 3}&maxResults=3`));
    expect(last).toMatchObject({ isLast: true });
    expect(last).not.toHaveProperty('nextPage');
  });

  it('behind the end is empty and the last', async () => {
    const jira = await listeningJira();
    const page = await read<Page<unknown>>(jira.admin, found('startAt=9007199254740991'));
    expect(page).toMatchObject({ isLast: true, values: [] });
    expect(page).not.toHaveProperty('nextPage');
  });

  it('of no entries leads nowhere, though there are entries', async () => {
    const jira = await listeningJira();
    const page = await read<Page<unknown>>(jira.admin, found('maxResults=0'));
    expect(page).toMatchObject({ maxResults: 0, isLast: false, values: [] });
    expect(page).not.toHaveProperty('nextPage');
  });

  it('holds no more than the server allows, and says so', async () => {
    const jira = await listeningJira();
    const id = await newField(jira);
    const address = optionsAt(id, await onlyContextOf(jira, id));
    await newOptions(
      jira,
      address,
      Array.from({ length: 250 }, (_, i) => `option ${i}`),
    );
    const page = await read<Page<unknown>>(jira.admin, `${address}?maxResults=1000`);
    expect(page).toMatchObject({ maxResults: 100, total: 250, isLast: false });
    expect(page.values).toHaveLength(100);
    const pages = await walk<{ value: string }>(jira, `${address}?maxResults=1000`);
    expect(pages.flatMap(({ values }) => values.map(({ value }) => value))).toEqual(
      Array.from({ length: 250 }, (_, i) => `option ${i}`),
    );
  });
});

describe('following `nextPage`', () => {
  const lists = [
    ['fields', () => found('maxResults=2')],
    ['fields in an order that many share', () => found('maxResults=2&orderBy=-screensCount')],
    [
      'fields with a query that has to be encoded',
      () => found(`maxResults=1&query=${encodeURIComponent('a b&c=d+%é')}`),
    ],
    [
      'fields by several ids',
      (jira: TestJira) => found(`maxResults=1&id=${fieldNamed(jira, 'Teams')}&id=${fieldNamed(jira, 'Animals')}`),
    ],
    ['contexts', (jira: TestJira) => `${fieldPath}/${fieldNamed(jira, 'Browsers')}/context?maxResults=1`],
    [
      'project mappings',
      (jira: TestJira) => `${fieldPath}/${fieldNamed(jira, 'Teams')}/context/projectmapping?maxResults=1`,
    ],
    [
      'issue type mappings',
      (jira: TestJira) => `${fieldPath}/${fieldNamed(jira, 'Browsers')}/context/issuetypemapping?maxResults=1`,
    ],
    [
      'default values',
      (jira: TestJira) => `${fieldPath}/${fieldNamed(jira, 'Browsers')}/context/defaultValue?maxResults=1`,
    ],
  ] satisfies [string, (jira: TestJira) => string][];

  it.each(lists)('visits every entry once: %s', async (_what, address) => {
    const jira = await listeningJira();
    for (let i = 0; i < 3; i++) await newField(jira, 'textfield', { name: `${i} a b&c=d+%é` });
    const pages = await walk<unknown>(jira, address(jira));
    const whole = await read<Page<unknown>>(jira.admin, address(jira).replace(/maxResults=\d/, 'maxResults=100'));
    expect(whole.total).toBeGreaterThan(0);
    expect(pages.flatMap(({ values }) => values)).toEqual(whole.values);
    expect(pages.map(({ isLast }) => isLast)).toEqual(pages.map((page) => page === pages.at(-1)));
  });

  it.each(['', '/jira', '/w/mine', '/w/mine/jira'])('stays under the prefix "%s"', async (prefix) => {
    const jira = await listeningJira();
    const pages = await walk<{ id: string }>(jira, `${prefix}${found('maxResults=4')}`);
    expect(pages.length).toBeGreaterThan(2);
    for (const { nextPage } of pages.slice(0, -1)) {
      expect(nextPage).toMatch(new RegExp(`^${jira.url}${prefix}/rest/api/3/field/search\\?`));
    }
    const ids = pages.flatMap(({ values }) => values.map(({ id }) => id));
    expect(new Set(ids).size).toBe(pages[0]?.total);
  });

  it('keeps the version of the API that was asked', async () => {
    const jira = await listeningJira();
    for (const version of ['2', '3', 'latest']) {
      const page = await read<Page<unknown>>(jira.admin, `/rest/api/${version}/field/search?type=custom&maxResults=1`);
      expect(page.nextPage).toMatch(`/rest/api/${version}/field/search?`);
    }
  });

  it('keeps the host by which the fake was asked', async () => {
    const jira = await listeningJira();
    const answer = await jira.admin.get(found('maxResults=1'), undefined, { Host: 'localhost:8080' });
    expect((answer.body as Page<unknown>).nextPage).toMatch(/^http:\/\/localhost:8080\/rest\/api\/3\/field\/search\?/);
  });
});

it('a mapping is paged in the order that was asked', async () => {
  const jira = await listeningJira();
  const mappings = ['OPS', 'TEST', 'SHOP'].map((key) => ({
    projectId: projectIdOf(jira, key),
    issueTypeId: issueTypeIdOf(jira, 'Bug'),
  }));
  const address = `${fieldPath}/${fieldNamed(jira, 'Browsers')}/context/mapping?startAt=1&maxResults=1`;
  const { body } = await jira.admin.post(address, { mappings });
  expect(body).toMatchObject({ total: 3, isLast: false, values: [{ projectId: projectIdOf(jira, 'TEST') }] });
});
