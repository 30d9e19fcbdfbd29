import { testJira } from '../support/jira.js';

const world = {
  users: [{ name: 'admin', groups: ['jira-administrators'] }],
  issueTypes: [{ name: 'Bug' }],
  projects: [{ key: 'TST' }, { key: 'OTHER' }],
  fields: [
    { name: 'Colour', id: 10_000, type: 'select', contexts: [{ options: ['red', 'green'] }] },
    { name: 'Size', id: 10_001, type: 'float' },
  ],
  issues: [
    { project: 'TST', type: 'Bug', summary: 'One', fields: { Colour: 'red', Size: 1 } },
    { project: 'TST', type: 'Bug', summary: 'Two', fields: { Colour: 'green', Size: 2 } },
    { project: 'OTHER', type: 'Bug', summary: 'Three', fields: { Colour: 'red', Size: 3 } },
  ],
};
const on = (profile: string) => testJira({ world, profile }).admin;
const query = (jql: string) => `jql=${encodeURIComponent(jql)}`;

interface Found {
  readonly issues: readonly { readonly id: string; readonly key: string; readonly fields: Record<string, unknown> }[];
  readonly nextPageToken?: string;
}

describe('the search that pages by numbers', () => {
  it('tells how many issues it finds, and those of a page', async () => {
    const { body } = await on('data-center').get(
      `/rest/api/2/search?${query('Colour = red ORDER BY key DESC')}&maxResults=1&startAt=1&fields=summary,customfield_10000`,
    );
    expect(body).toMatchObject({ expand: 'names,schema', startAt: 1, maxResults: 1, total: 2 });
    expect((body as Found).issues.map(({ key, fields }) => [key, Object.keys(fields)])).toEqual([
      ['OTHER-1', ['summary', 'customfield_10000']],
    ]);
  });

  it('takes a query from a body, and tells the names of fields once', async () => {
    const { body } = await on('jira-8.20').post('/rest/api/2/search', {
      jql: 'cf[10001] >= 2 AND project = TST',
      fields: ['cf', 'customfield_10001'],
      expand: ['names'],
    });
    expect(body).toMatchObject({ total: 1, names: { customfield_10001: 'Size' } });
    expect((body as Found).issues[0]).not.toHaveProperty('names');
  });

  it('says everything that is wrong with a query at once', async () => {
    const { status, body } = await on('cloud-2025-09').post('/rest/api/3/search', {
      jql: "project = VULN AND issuetyp = Bug AND 'Tenable Plugin ID' ~ x",
    });
    expect([status, body]).toEqual([
      400,
      {
        errorMessages: [
          "The value 'VULN' does not exist for the field 'project'.",
          "Field 'issuetyp' does not exist or you do not have permission to view it.",
          "Field 'Tenable Plugin ID' does not exist or you do not have permission to view it.",
        ],
        warningMessages: [],
      },
    ]);
  });

  it('only warns where it is asked to', async () => {
    const address = `/rest/api/2/search?${query('project = VULN OR Colour = red')}`;
    const { body } = await on('data-center').get(`${address}&validateQuery=warn`);
    const sentence = "The value 'VULN' does not exist for the field 'project'.";
    expect(body).toMatchObject({ total: 2, warningMessages: [sentence] });
    expect((await on('data-center').get(`${address}&validateQuery=none`)).body).not.toHaveProperty('warningMessages');
  });

  it.each([
    [
      'invalid query',
      "Expecting operator but got 'query'. The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'. (line 1, character 9)",
    ],
    [
      'project = End',
      "'End' is a reserved JQL word. You must surround it in quotation marks to use it in a query. (line 1, character 11)",
    ],
    [
      'reporter = a@b',
      "The character '@' is a reserved JQL character. You must enclose it in a string or use the escape '\\u0040' instead. (line 1, character 13)",
    ],
  ])('says where it cannot read: %s', async (jql, sentence) => {
    const { body } = await on('data-center').get(`/rest/api/2/search?${query(jql)}`);
    expect((body as { errorMessages: string[] }).errorMessages).toEqual([`Error in the JQL Query: ${sentence}`]);
  });

  it.each([
    ['cloud', 410],
    ['cloud-2025-09', 200],
    ['all', 200],
    ['data-center', 200],
  ])('of %s answers %i', async (profile, status) => {
    expect((await on(profile).get(`/rest/api/2/search?${query('project = TST')}`)).status).toBe(status);
    expect((await on(profile).post('/rest/api/2/search', { jql: 'project = TST' })).status).toBe(status);
  });
});

describe('the search that pages by tokens', () => {
  it('tells ids alone, unless fields are asked for', async () => {
    const admin = on('cloud');
    const address = `/rest/api/3/search/jql?${query('Colour = red ORDER BY key DESC')}&maxResults=1`;
    const first = (await admin.get(address)).body as Found;
    expect(first).toEqual({ issues: [{ id: '10000' }], nextPageToken: expect.any(String), isLast: false });
    const second = await admin.get(`${address}&nextPageToken=${first.nextPageToken}&fields=*all`);
    expect(second.body).toMatchObject({ issues: [{ key: 'OTHER-1', fields: { customfield_10001: 3 } }], isLast: true });
    expect(second.body).not.toHaveProperty('nextPageToken');
    const other = await admin.get(
      `/rest/api/3/search/jql?${query('Colour = green')}&nextPageToken=${first.nextPageToken}`,
    );
    expect(other.status).toBe(400);
  });

  it('wants to be told which issues are meant', async () => {
    const { status, body } = await on('cloud').post('/rest/api/3/search/jql', { jql: 'ORDER BY created' });
    const sentence = 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.';
    expect([status, body]).toEqual([400, { errorMessages: [sentence], errors: {} }]);
  });

  it('counts, too', async () => {
    const { body } = await on('cloud').post('/rest/api/3/search/approximate-count', { jql: '"Size" > 1' });
    expect(body).toEqual({ count: 2 });
  });

  it('shows nobody anything', async () => {
    const { anonymous } = testJira({ world, profile: 'cloud' });
    const { body } = await anonymous.get(`/rest/api/3/search/jql?${query('created > -1w')}`);
    expect(body).toEqual({ issues: [], isLast: true });
  });
});

describe('JQL by itself', () => {
  it('is told apart into what it consists of', async () => {
    const jql = 'NOT "Colour" in (red, EMPTY) AND reporter = currentUser() ORDER BY key DESC';
    const { body } = await on('cloud').post('/rest/api/3/jql/parse', { queries: [jql, 'invalid query'] });
    expect((body as { queries: object[] }).queries).toMatchObject([
      {
        query: jql,
        structure: {
          where: {
            operator: 'and',
            clauses: [
              { operator: 'not', clauses: [{ field: { name: 'Colour', encodedName: 'Colour' }, operator: 'in' }] },
              { operator: '=', operand: { function: 'currentUser', arguments: [], encodedOperand: 'currentUser()' } },
            ],
          },
          orderBy: { fields: [{ field: { name: 'key' }, direction: 'desc' }] },
        },
      },
      { query: 'invalid query', errors: [expect.stringContaining('(line 1, character 9)')] },
    ]);
  });

  it('says which of some issues each query finds', async () => {
    const { body } = await on('cloud').post('/rest/api/3/jql/match', {
      jqls: ['Colour = red', 'nope = 1'],
      issueIds: [10_000, 10_001, 99_999],
    });
    expect(body).toEqual({
      matches: [
        { matchedIssues: [10_000], errors: [] },
        { matchedIssues: [], errors: ["Field 'nope' does not exist or you do not have permission to view it."] },
      ],
    });
  });

  it('has its fields, functions and reserved words told', async () => {
    const { body } = await on('cloud').get('/rest/api/2/jql/autocompletedata');
    const { visibleFieldNames, jqlReservedWords } = body as { visibleFieldNames: object[]; jqlReservedWords: string[] };
    expect(visibleFieldNames).toContainEqual({
      value: 'Colour',
      displayName: 'Colour - cf[10000]',
      auto: 'true',
      orderable: 'true',
      searchable: 'true',
      cfid: 'cf[10000]',
      operators: ['=', '!=', 'in', 'not in', 'is', 'is not'],
      types: ['com.atlassian.jira.issue.customfields.option.Option'],
    });
    // Recorded: atlascode-wiremock.
    const colour = visibleFieldNames.find((one) => (one as { value: string }).value === 'Colour')!;
    expect(Object.keys(colour).join()).toBe('value,displayName,auto,orderable,searchable,cfid,operators,types');
    expect(jqlReservedWords).toHaveLength(178);
  });

  it('has values of a field suggested', async () => {
    const { body } = await on('cloud').get(
      '/rest/api/2/jql/autocompletedata/suggestions?fieldName=Colour&fieldValue=r',
    );
    expect(body).toEqual({ results: [{ value: 'red', displayName: '<b>r</b>ed' }] });
  });

  it('suggests what can stand behind the predicates of CHANGED', async () => {
    const admin = on('cloud');
    const suggested = async (more: string) => {
      const { body } = await admin.get(`/rest/api/3/jql/autocompletedata/suggestions?${more}`);
      return (body as { results: { value: string }[] }).results.map(({ value }) => value);
    };
    expect(await suggested('fieldName=status&predicateName=from&predicateValue=in')).toEqual(['"In Progress"']);
    expect(await suggested('fieldName=status&predicateName=to')).toEqual(['"To Do"', '"In Progress"', 'Done']);
    expect(await suggested('fieldName=status&predicateName=by&predicateValue=ad')).toEqual(['admin']);
    expect(await suggested('fieldName=status&predicateName=after')).toEqual([]);
    expect(await suggested('fieldName=Colour&predicateName=from')).toEqual([]);
  });

  it('searches histories, and says of which fields it cannot', async () => {
    const admin = on('data-center');
    const search = (jql: string) => admin.get(`/rest/api/2/search?${query(jql)}&fields=summary`);
    await admin.post('/rest/api/2/issue/TST-1/transitions', { transition: { id: '21' } });
    const moved = await search('status was "To Do" AND status changed to "In Progress" by currentUser()');
    expect((moved.body as Found).issues.map(({ key }) => key)).toEqual(['TST-1']);
    const refused = await search('summary was One');
    expect([refused.status, refused.body]).toMatchObject([
      400,
      { errorMessages: ["History searches do not support the 'summary' field."] },
    ]);
  });
});
