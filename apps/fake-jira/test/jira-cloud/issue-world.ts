import { testJira, type TestJira } from '../support/jira.js';

const world = {
  users: [
    { name: 'admin', accountId: 'account-admin', groups: ['jira-system-administrators'] },
    { name: 'bob', accountId: 'account-bob', displayName: 'Bob Builder', groups: ['jira-users'] },
    { name: 'robot', app: 'example-add-on', groups: ['jira-administrators'] },
  ],
  issueTypes: [{ name: 'Bug' }, { name: 'Task' }, { name: 'Sub-task', subtask: true }],
  screens: [
    {
      name: 'Default Screen',
      tabs: [
        {
          name: 'Fields',
          fields: [
            'Browsers',
            'Animals',
            'Colours',
            'Tags',
            'Notes',
            'Estimate',
            'Day',
            'Moment',
            'Owner',
            'Watchers',
            'Team',
            'Teams',
            'Fix',
            'Other project',
            'Bugs only',
            'App list',
          ],
        },
      ],
    },
  ],
  projects: [
    { key: 'TEST', name: 'Test', versions: ['1.0', '2.0'], screen: 'Default Screen' },
    { key: 'OTHER', name: 'Other', screen: 'Default Screen' },
  ],
  fields: [
    {
      name: 'Browsers',
      type: 'select',
      contexts: [
        { name: 'Default', options: ['firefox', { value: 'mosaic', disabled: true }, 'chrome'], default: 'firefox' },
        { name: 'Only OTHER', projects: ['OTHER'], options: ['safari'] },
      ],
    },
    {
      name: 'Animals',
      type: 'cascadingselect',
      contexts: [{ options: [{ value: 'cats', children: ['micki', 'leo'] }, { value: 'dogs' }] }],
    },
    { name: 'Colours', type: 'multiselect', contexts: [{ options: ['red', 'green', 'blue'] }] },
    { name: 'Tags', type: 'labels' },
    { name: 'Notes', type: 'textarea' },
    { name: 'Estimate', type: 'float' },
    { name: 'Day', type: 'datepicker' },
    { name: 'Moment', type: 'datetime' },
    { name: 'Owner', type: 'userpicker' },
    { name: 'Watchers', type: 'multiuserpicker' },
    { name: 'Team', type: 'grouppicker' },
    { name: 'Teams', type: 'multigrouppicker' },
    { name: 'Fix', type: 'multiversion' },
    { name: 'Other project', type: 'project' },
    { name: 'Bugs only', type: 'textfield', contexts: [{ issueTypes: ['Bug'] }] },
    { name: 'App list', type: 'single_select', appKey: 'example-add-on__list', appOptions: ['one'] },
    { name: 'Off screen', type: 'textfield' },
  ],
};

/** A fake with a field of every kind on its one screen. */
export const jiraWithFields = (options = {}) => testJira({ world, ...options });

export function fieldId(jira: TestJira, name: string): string {
  for (const field of jira.root.fields.values()) if (field.name === name) return `customfield_${field.id}`;
  throw new Error(`No field is named ${name}.`);
}

export function optionId(jira: TestJira, value: string): string {
  for (const option of jira.root.options.values()) if (option.value === value) return String(option.id);
  throw new Error(`No option has the value ${value}.`);
}

/** What every issue needs. */
export const bug = { project: { key: 'TEST' }, issuetype: { name: 'Bug' }, summary: 'It breaks' };

/** Creates an issue as bob, who needs no more than to have signed in. */
export async function makeIssue(jira: TestJira, fields: Record<string, unknown> = {}): Promise<string> {
  const answer = await jira.bob.post('/rest/api/2/issue', { fields: { ...bug, ...fields } });
  expect(answer.body).toMatchObject({ key: expect.stringMatching(/^TEST-\d+$/) });
  expect(answer.status).toBe(201);
  return answer.body.key as string;
}

export async function fieldsOf(jira: TestJira, key: string, version = '2'): Promise<Record<string, unknown>> {
  return (await jira.bob.get(`/rest/api/${version}/issue/${key}`)).body.fields as Record<string, unknown>;
}
