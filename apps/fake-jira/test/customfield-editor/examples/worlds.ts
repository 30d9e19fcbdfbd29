import type { ContextEntry, FieldEntry, OptionEntry, PermissionsEntry, WorldFile } from '@fake-jira/fixtures';

/** The field of which an example says no ID. */
export const fieldId = 10000;
/** The context of which an example says no ID. */
export const contextId = 123;
/** The option that an address names, where an example says no ID. */
export const optionId = 31;
/** The parent of child options. */
export const parentId = 5;

const bob = { name: 'bob', displayName: 'Bob Bobbington', groups: ['jira-users', 'team-awesome'] };

/** A Jira as the examples know it: their users, groups, projects and issue types, and one field. */
export function worldOf(field: Partial<FieldEntry>, settings: WorldFile['settings'] = {}): WorldFile {
  return {
    groups: ['foo', 'bar', 'team-awesome'],
    users: [bob, ...['steve', 'linda', 'chris', 'foo', 'bar'].map((name) => ({ name, displayName: name }))],
    issueTypes: [
      { name: 'Bug', id: 10000, description: 'Bug issue type' },
      { name: 'foo', id: 10001, description: 'foo' },
    ],
    projects: [
      { key: 'TEST', name: 'test', id: 10000, description: 'test' },
      { key: 'FOO', name: 'foo', id: 10001, description: 'foo' },
      { key: 'ELSE', id: 10102 },
      ...[1, 2, 3].map((id) => ({ key: `P${id}`, id })),
    ],
    settings,
    fields: [
      {
        id: fieldId,
        name: 'Browsers',
        type: 'select',
        description: 'A list of all Browsers',
        permissions: { users: ['bob'] },
        contexts: [{ id: contextId, name: 'foo', description: 'bar' }],
        ...field,
      },
    ],
  };
}

/** The field with one context, which is for all projects unless it says otherwise. */
export function contextWorld(context: ContextEntry, field: Partial<FieldEntry> = {}, settings?: WorldFile['settings']) {
  const whole = { id: contextId, name: 'foo', description: 'bar', ...context };
  return worldOf({ contexts: [whole], ...field }, settings);
}

/** The field with options on its first level, or below one option of it. */
export function optionWorld(
  options: readonly OptionEntry[],
  { children }: { readonly children: boolean },
  settings?: WorldFile['settings'],
) {
  const parent = { id: parentId, value: 'parent', children: options };
  return contextWorld({ options: children ? [parent] : options }, { type: 'cascadingselect' }, settings);
}

const both = { users: ['foo', 'bar'], groups: ['foo', 'bar'] };

/** As much of the generated samples, in which every text is `foo`, as a Jira can have. */
export function sampleWorld(
  context: ContextEntry = {},
  field: Partial<FieldEntry> = {},
  settings?: WorldFile['settings'],
) {
  const whole = { description: 'foo', projects: ['FOO'], issueTypes: ['foo'], permissions: both, ...context };
  return contextWorld(whole, { name: 'foo', description: 'foo', permissions: both, ...field }, settings);
}

const automatic = 'Defaultconfigscheme für singleselectWithContextsGuiTest';

/** The field of the example that both paged lists of fields have. */
export function pageWorld(permissions: PermissionsEntry): WorldFile {
  return worldOf({
    id: 10002,
    name: 'my super field',
    type: 'cascadingselect',
    description: 'awesome',
    permissions,
    contexts: [
      {
        id: 10127,
        name: automatic,
        description: 'Von JIRA generiertes Standardkonfigurationsschema',
        permissions: { users: ['linda'] },
      },
      {
        id: 10128,
        name: 'contextForProjectTest',
        description: 'contextForProjectTest',
        projects: ['TEST'],
        permissions: { users: ['chris'] },
      },
    ],
  });
}
