import { jest } from '@jest/globals';
import { control, createField, listening } from './control/stage.js';
import { TestClock } from './support/jira.js';
import { asAdmin } from './support/command-line.js';

const search = '/rest/api/3/field/search?type=custom&orderBy=name&maxResults=50';

async function text(url: string, path: string, headers: Record<string, string> = asAdmin.headers): Promise<string> {
  const answer = await fetch(url + path, { headers });
  expect(answer.status).toBe(200);
  return answer.text();
}

describe('a response that follows from the world alone', () => {
  let rendered: string[];
  beforeEach(() => {
    rendered = [];
    const { stringify } = JSON;
    jest.spyOn(JSON, 'stringify').mockImplementation(((value: unknown, ...rest: []) => {
      const made = stringify(value, ...rest);
      if (made?.includes('"isLast"') || made?.includes('"clauseNames"')) rendered.push(made);
      return made;
    }) as typeof JSON.stringify);
  });
  afterEach(() => jest.restoreAllMocks());

  it('is rendered once for the same question, and anew after a write', async () => {
    const jira = await listening();
    const first = await text(jira.url, search);
    expect(rendered).toHaveLength(1);
    expect(await text(jira.url, search)).toBe(first);
    expect(rendered).toHaveLength(1);
    await createField(jira, 'Another');
    rendered = [];
    expect(await text(jira.url, search)).toContain('"Another"');
    expect(rendered).toHaveLength(1);
  });

  it('is the one before a reset again after it, from memory', async () => {
    const jira = await listening();
    const before = await text(jira.url, search);
    await createField(jira, 'Another');
    await control(jira, 'POST', 'reset');
    rendered = [];
    expect(await text(jira.url, search)).toBe(before);
    expect(rendered).toHaveLength(0);
  });

  it('is another one for another caller, workspace, address, deployment and query', async () => {
    const jira = await listening({ world: 'demo' });
    const fields = '/rest/api/2/field';
    await text(jira.url, fields);
    await text(jira.url, fields, {});
    await text(jira.workspace('one').url, fields);
    await text(`${jira.url}/jira`, fields);
    await text(jira.url, '/rest/api/3/field');
    jira.changeSettings({ profile: 'data-center' });
    await text(jira.url, fields);
    await text(jira.url, fields);
    expect(rendered).toHaveLength(6);
    const contexts = '/rest/api/3/field/customfield_10000/context';
    const own = await text(jira.workspace('two').url, contexts);
    expect(own).toContain(`${jira.workspace('two').url}${contexts}`);
    expect(await text(jira.workspace('three').url, contexts)).not.toContain('/w/two/');
  });

  it('is create metadata too, as long as no default value is the time of the request', async () => {
    const jira = await listening();
    const { issueTypes } = JSON.parse(await text(jira.url, '/rest/api/3/issue/createmeta/TEST/issuetypes')) as {
      issueTypes: { id: string }[];
    };
    const meta = `/rest/api/3/issue/createmeta/TEST/issuetypes/${issueTypes[0]?.id}`;
    rendered = [];
    await text(jira.url, meta);
    await text(jira.url, meta);
    expect(rendered).toHaveLength(1);
  });

  it('is not remembered where it was worked out from the time', async () => {
    const clock = new TestClock();
    const jira = await listening({ clock, world: 'demo' });
    const day = [...jira.world().fields.values()].find(({ type }) => type.endsWith(':datepicker'));
    const field = `/rest/api/3/field/customfield_${day?.id}`;
    const { values } = JSON.parse(await text(jira.url, `${field}/context`)) as { values: { id: string }[] };
    const defaultValues = [{ type: 'datepicker', contextId: values[0]?.id, useCurrent: true }];
    const set = await fetch(`${jira.url}${field}/context/defaultValue`, {
      method: 'PUT',
      headers: { ...asAdmin.headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ defaultValues }),
    });
    expect(set.status).toBe(204);
    const meta = '/rest/api/2/issue/createmeta?expand=projects.issuetypes.fields';
    expect(await text(jira.url, meta)).toContain('"defaultValue":"2026-01-15"');
    clock.advance(24 * 60 * 60 * 1000);
    expect(await text(jira.url, meta)).toContain('"defaultValue":"2026-01-16"');
  });
});
