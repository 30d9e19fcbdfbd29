// The life of a field with jira.js 6, which wants Node 22. The first argument is the address of the Jira; prints what the
// client was told, step by step, as JSON. The client itself holds each answer to its schemas, and throws.
import { createCloudClient } from 'jira-js-6';

const [host] = process.argv.slice(2);
const mismatches = [];
const jira = createCloudClient({
  host,
  auth: { type: 'basic', email: 'admin@example.com', apiToken: 'admin-pat' },
  onSchemaMismatch: (mismatch) => mismatches.push(mismatch),
});
const told = {};

const field = await jira.issueFields.createCustomField({
  name: 'Size',
  description: 'Of a shirt',
  type: 'com.atlassian.jira.plugin.system.customfieldtypes:select',
  searcherKey: 'com.atlassian.jira.plugin.system.customfieldtypes:multiselectsearcher',
});
const fieldId = field.id;
told.made = [field.name, field.custom, field.schema.type];

// Lists that this client writes as a parameter each.
const project = await jira.projects.getProject({ projectIdOrKey: 'TEST', expand: ['lead', 'description'] });
told.permissions = Object.keys(
  (await jira.permissions.getMyPermissions({ permissions: ['ADMINISTER', 'BROWSE_PROJECTS'] })).permissions,
);
told.user = (await jira.myself.getCurrentUser({ expand: ['groups', 'applicationRoles'] })).displayName;

const context = await jira.issueCustomFieldContexts.createCustomFieldContext({
  fieldId,
  name: 'Only TEST',
  projectIds: [project.id],
});
const contexts = await jira.issueCustomFieldContexts.getContextsForField({ fieldId });
told.contexts = contexts.values.map(({ name, isGlobalContext }) => [name, isGlobalContext]);

const at = { fieldId, contextId: Number(context.id) };
const { options } = await jira.issueCustomFieldOptions.createCustomFieldOption({
  ...at,
  options: ['S', 'M', 'L'].map((value) => ({ value })),
});
const [small, medium, large] = options.map(({ id }) => id);
await jira.issueCustomFieldOptions.reorderCustomFieldOptions({
  ...at,
  customFieldOptionIds: [large],
  position: 'First',
});
await jira.issueCustomFieldOptions.updateCustomFieldOption({ ...at, options: [{ id: small, value: 'XS' }] });
told.options = (await jira.issueCustomFieldOptions.getOptionsForContext(at)).values.map(({ value }) => value);

const defaultValue = { contextId: context.id, type: 'option.single', optionId: medium };
// The client has nothing that sets default values, and reads them at an address of later Clouds.
const defaults = `${host}/rest/api/3/field/${fieldId}/context/defaultValue`;
const headers = {
  Authorization: `Basic ${btoa('admin@example.com:admin-pat')}`,
  'Content-Type': 'application/json',
};
await fetch(defaults, { method: 'PUT', headers, body: JSON.stringify({ defaultValues: [defaultValue] }) });
told.default = (await (await fetch(defaults, { headers })).json()).values.map(({ type }) => type);

const screenId = (await jira.screens.getScreens({ queryString: 'Default Screen' })).values[0].id;
const [tab] = await jira.screenTabs.getAllScreenTabs({ screenId });
await jira.screenTabFields.addScreenTabField({ screenId, tabId: tab.id, fieldId });
told.screens = (await jira.screens.getScreensForField({ fieldId })).values.map(({ name }) => name);

const fields = { project: { key: 'TEST' }, issuetype: { name: 'Task' }, summary: 'A shirt' };
const byDefault = await jira.issues.createIssue({ fields });
const chosen = await jira.issues.createIssue({ fields: { ...fields, [fieldId]: { id: large } } });
const valueOf = async ({ id }) => (await jira.issues.getIssue({ issueIdOrKey: id })).fields[fieldId].value;
told.values = [await valueOf(byDefault), await valueOf(chosen)];

await jira.issueFields.trashCustomField({ id: fieldId });
told.trashed = (await jira.issueFields.getTrashedFieldsPaginated({ query: 'size' })).values.length;
await jira.issueFields.restoreCustomField({ id: fieldId });
told.restored = await valueOf(chosen);
for (const issue of [byDefault, chosen]) await jira.issues.deleteIssue({ issueIdOrKey: issue.id });
const { id: taskId } = await jira.issueFields.deleteCustomField({ id: fieldId });
while ((await jira.tasks.getTask({ taskId })).status !== 'COMPLETE');
told.left = (await jira.issueFields.getFields()).filter(({ id }) => id === fieldId).length;

process.stdout.write(JSON.stringify({ told, mismatches }));
