import { bodyOf, contextsOf, issueTypeIdOf, newField, projectIdOf } from '../../support/field-steps.js';
import { testJira, type TestJira } from '../../support/jira.js';
import {
  add,
  addressesOf,
  base,
  contextIdsOf,
  fieldOfDemo,
  grantedField,
  optionsIn,
  values,
  type PageBody,
} from './steps.js';

interface ContextBody {
  readonly contextId: number;
  readonly contextDescription: string;
  readonly projects: readonly { readonly projectId: number }[];
  readonly issueTypes: readonly { readonly issueTypeId: string }[];
}

const expanded = '?expand=projects,issueTypes';

it('updating a context overwrites everything of it but its options', async () => {
  const jira = testJira();
  const field = await grantedField(jira);
  const [contextId] = (await contextIdsOf(jira, field)) as [number];
  await add(jira.bob, optionsIn(field, contextId), 'red');
  const address = `${field.admin}/contexts/${contextId}`;
  const bug = issueTypeIdOf(jira, 'Bug');
  const shop = Number(projectIdOf(jira, 'SHOP'));
  const whole = { contextName: 'A', contextDescription: 'B', isGlobal: false, projectIds: [shop], issueTypeIds: [bug] };
  expect((await jira.admin.put(address, whole)).body).toEqual({ id: contextId });
  const [narrow] = bodyOf<[ContextBody]>(await jira.admin.get(`${field.admin}/contexts${expanded}`), 200);
  expect(narrow).toMatchObject({
    contextName: 'A',
    contextDescription: 'B',
    isGlobal: false,
    isAllProjects: false,
    isAllIssueTypes: false,
    projects: [{ projectId: shop, projectKey: 'SHOP' }],
    issueTypes: [{ issueTypeId: bug, issueTypeName: 'Bug' }],
  });
  bodyOf(await jira.admin.put(address, { contextName: 'C', isGlobal: true }), 200);
  const [wide] = bodyOf<[ContextBody]>(await jira.admin.get(`${field.admin}/contexts${expanded}`), 200);
  expect(wide).toMatchObject({
    contextName: 'C',
    contextDescription: '',
    isGlobal: true,
    isAllProjects: true,
    isAllIssueTypes: true,
    projects: [],
    issueTypes: [],
  });
  expect(await values(jira.bob, field.options)).toEqual(['red']);
});

it('a context is global that has all projects, whatever its issue types', async () => {
  const jira = testJira();
  const field = await grantedField(jira);
  const [contextId] = await contextIdsOf(jira, field);
  const bug = issueTypeIdOf(jira, 'Bug');
  bodyOf(
    await jira.admin.put(`${field.admin}/contexts/${contextId}`, {
      contextName: 'Bugs',
      isGlobal: true,
      issueTypeIds: [bug],
    }),
    200,
  );
  expect((await jira.admin.get(`${field.admin}/contexts`)).body).toMatchObject([
    { isGlobal: true, isAllProjects: true, isAllIssueTypes: false },
  ]);
  expect(await contextsOf(jira, field.id)).toMatchObject([{ isGlobalContext: true, isAnyIssueType: false }]);
});

it('projects and issue types of contexts are shown where they are expanded, each for itself', async () => {
  const jira = testJira();
  const { user, admin } = fieldOfDemo(jira, 'Browsers');
  const shown = async (query: string) => {
    const bodies = [await jira.bob.get(`${user}/contexts${query}`), await jira.admin.get(`${admin}/contexts${query}`)];
    const lists = bodies.map((answer) =>
      bodyOf<object[]>(answer, 200).map((context) => ['projects' in context, 'issueTypes' in context]),
    );
    expect(lists[0]).toEqual(lists[1]);
    return lists[0]?.[1];
  };
  expect(await shown('')).toEqual([false, false]);
  expect(await shown('?expand=projects')).toEqual([true, false]);
  expect(await shown('?expand=issueTypes')).toEqual([false, true]);
  expect(await shown(expanded)).toEqual([true, true]);
});

async function names(jira: TestJira, query = ''): Promise<string[]> {
  const answer = await jira.admin.get(`${base}/admin/customfields${query}`);
  return bodyOf<PageBody<{ fieldName: string }>>(answer, 200).values.map(({ fieldName }) => fieldName);
}

it('a page has 20 fields, and the pages together have all of them once', async () => {
  const jira = testJira();
  for (let made = 0; made < 6; made += 1) await newField(jira, 'select', { name: `Field ${made}` });
  const page = bodyOf<PageBody<object>>(await jira.admin.get(`${base}/admin/customfields`), 200);
  expect(page).toMatchObject({ maxResults: 20, startAt: 0, processingTimeInMs: 0 });
  expect(page.values).toHaveLength(20);
  const all = [...(await names(jira)), ...(await names(jira, '?startAt=20'))];
  expect([all.length, new Set(all).size]).toEqual([page.total, page.total]);
  expect(await names(jira, '?startAt=1000')).toEqual([]);
  expect(await names(jira, '?maxResults=0')).toEqual([]);
});

it('fields are ordered by name, which has two names, or as it is asked', async () => {
  const jira = testJira();
  const all = '&maxResults=100';
  const byName = await names(jira, `?maxResults=100`);
  expect(byName).toEqual([...byName].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  for (const orderBy of ['name', '+name', '%2Bname', 'fieldName', '+fieldName']) {
    expect(await names(jira, `?orderBy=${orderBy}${all}`)).toEqual(byName);
  }
  for (const orderBy of ['-name', '-fieldName']) {
    expect(await names(jira, `?orderBy=${orderBy}${all}`)).toEqual([...byName].reverse());
  }
  expect((await names(jira, `?orderBy=-fieldId${all}`))[0]).not.toBe(byName[0]);
});

it('a filter finds fields by part of their name or description, and users by their grants only', async () => {
  const jira = testJira();
  expect(await names(jira, '?filter=BROW')).toEqual(['Browsers']);
  expect(await names(jira, '?filter=bowl')).toEqual(['Animals']);
  expect(await names(jira, '?filter=nothing of this')).toEqual([]);
  const mine = bodyOf<PageBody<{ fieldName: string }>>(await jira.bob.get(`${base}/user/customfields`), 200);
  expect(mine.values.map(({ fieldName }) => fieldName)).toEqual(['Browsers', 'Teams']);
  expect((await jira.bob.get(`${base}/user/customfields?filter=Animals`)).body).toMatchObject({ total: 0, values: [] });
});

it('fields of other types are listed for administrators, and for nobody else', async () => {
  const jira = testJira();
  jira.world.write((tx) => tx.set({ administratorsHaveDefaultPermission: true }));
  expect(await names(jira, '?filter=Customer')).toContain('Customer');
  const mine = bodyOf<PageBody<{ fieldName: string }>>(
    await jira.admin.get(`${base}/user/customfields?maxResults=100`),
    200,
  );
  expect(mine.values.map(({ fieldName }) => fieldName)).toEqual([
    'Animals',
    'Browsers',
    'Platforms',
    'Severity',
    'Teams',
  ]);
  expect((await jira.admin.get(`${addressesOf(fieldOfDemo(jira, 'Customer').id).user}/contexts`)).status).toBe(400);
});
