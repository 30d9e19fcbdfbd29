import { Version2Client, Version3Client } from 'jira.js';
import { startFakeJira, type FakeJira } from '../src/index.js';
import { TestClock } from './support/jira.js';

// A public client as its users have it: all it is told is where its Jira is, and who they are.

const credentials = { basic: { email: 'admin@example.com', apiToken: 'admin-pat' } };
const types = 'com.atlassian.jira.plugin.system.customfieldtypes';
const textOf = (id: unknown) => String(id);

describe('A public client', () => {
  let jira: FakeJira;
  const clock = new TestClock();

  beforeEach(async () => {
    jira = await startFakeJira({ clock, profile: 'cloud' });
  });

  afterEach(() => jira.close());

  /** An answer without what it must have is no answer. */
  function given<Value>(value: Value | null | undefined): Value {
    if (value === null || value === undefined) throw new Error('The answer lacks what it must have.');
    return value;
  }

  describe.each([
    ['as such', () => jira.url],
    ['under a context path', () => `${jira.url}/jira`],
    ['in a workspace', () => jira.workspace('mine').url],
  ])('the client jira.js, version 3, with a Jira %s', (_where, host) => {
    const client = () => new Version3Client({ host: host(), authentication: credentials });

    it('takes a select list from its making to its end', async () => {
      const {
        issueFields,
        issueCustomFieldContexts,
        issueCustomFieldOptions,
        issues,
        projects,
        screens,
        screenTabs,
        screenTabFields,
        tasks,
      } = client();

      const field = await issueFields.createCustomField({
        name: 'Size',
        description: 'Of a shirt',
        type: `${types}:select`,
        searcherKey: `${types}:multiselectsearcher`,
      });
      const fieldId = given(field.id);
      expect(field).toMatchObject({ name: 'Size', custom: true, schema: { type: 'option' } });

      const project = await projects.getProject({ projectIdOrKey: 'TEST' });
      // The client's types want an `id`, though it is not for the caller to choose.
      const own = { fieldId, id: '', name: 'Only TEST', projectIds: [given(project.id)] };
      const context = await issueCustomFieldContexts.createCustomFieldContext(own);
      const contexts = await issueCustomFieldContexts.getContextsForField({ fieldId });
      expect(given(contexts.values).map(({ name, isGlobalContext }) => [name, isGlobalContext])).toEqual([
        ['Default Configuration Scheme for Size', true],
        ['Only TEST', false],
      ]);

      const contextId = Number(given(context.id));
      const at = { fieldId, contextId };
      const { options } = await issueCustomFieldOptions.createCustomFieldOption({
        ...at,
        options: ['S', 'M', 'L'].map((value) => ({ value, disabled: false })),
      });
      const [small, medium, large] = given(options).map(({ id }) => textOf(id));
      await issueCustomFieldOptions.reorderCustomFieldOptions({
        ...at,
        customFieldOptionIds: [given(large)],
        position: 'First',
      });
      await issueCustomFieldOptions.updateCustomFieldOption({
        ...at,
        options: [{ id: given(small), value: 'XS', disabled: false }],
      });
      const listed = await issueCustomFieldOptions.getOptionsForContext(at);
      expect(given(listed.values).map(({ value }) => value)).toEqual(['L', 'XS', 'M']);

      const defaultValue = { contextId: given(context.id), type: 'option.single' as const, optionId: given(medium) };
      await issueCustomFieldContexts.setDefaultValues({ fieldId, defaultValues: [defaultValue] });
      expect((await issueCustomFieldContexts.getDefaultValues({ fieldId })).values).toEqual([defaultValue]);

      const screen = given(given((await screens.getScreens({ queryString: 'Default Screen' })).values)[0]);
      const screenId = given(screen.id);
      const [tab] = await screenTabs.getAllScreenTabs({ screenId });
      await screenTabFields.addScreenTabField({ screenId, tabId: given(given(tab).id), fieldId });
      expect(given((await screens.getScreensForField({ fieldId })).values).map(({ name }) => name)).toEqual([
        'Default Screen',
      ]);

      const fields = { project: { key: 'TEST' }, issuetype: { name: 'Task' }, summary: 'A shirt' };
      const byDefault = await issues.createIssue({ fields });
      const chosen = await issues.createIssue({ fields: { ...fields, [fieldId]: { id: large } } });
      const valueOf = async (issue: { id?: string }) =>
        (await issues.getIssue({ issueIdOrKey: given(issue.id) })).fields[fieldId] as unknown;
      expect(await valueOf(byDefault)).toMatchObject({ id: medium, value: 'M' });
      expect(await valueOf(chosen)).toMatchObject({ id: large, value: 'L' });

      await issueFields.trashCustomField({ id: fieldId });
      const trashed = await issueFields.getTrashedFieldsPaginated({ query: 'size' });
      expect(given(trashed.values).map(({ id }) => id)).toEqual([fieldId]);
      await issueFields.restoreCustomField({ id: fieldId });
      expect(await valueOf(chosen)).toMatchObject({ value: 'L' });

      // The client follows the 303 to the task by itself.
      const task = await issueFields.deleteCustomField<{ id: string }>({ id: fieldId });
      expect(task).toMatchObject({ status: 'RUNNING', progress: 0 });
      clock.advance(1_000);
      const done = await tasks.getTask({ taskId: given(task.id) });
      expect(done).toMatchObject({ status: 'COMPLETE', progress: 100 });
      expect((await issueFields.getFields()).map(({ id }) => id)).not.toContain(fieldId);
    });

    it('makes a cascading list, with a default on both levels and a value in an issue', async () => {
      const {
        issueFields,
        issueCustomFieldContexts,
        issueCustomFieldOptions,
        issues,
        screens,
        screenTabs,
        screenTabFields,
      } = client();
      const field = await issueFields.createCustomField({
        name: 'Place',
        type: `${types}:cascadingselect`,
        searcherKey: `${types}:cascadingselectsearcher`,
      });
      const fieldId = given(field.id);
      const context = given(given((await issueCustomFieldContexts.getContextsForField({ fieldId })).values)[0]);
      const at = { fieldId, contextId: Number(context.id) };
      const make = async (values: string[], optionId?: string) => {
        const options = values.map((value) => ({
          value,
          disabled: false,
          ...(optionId === undefined ? {} : { optionId }),
        }));
        return given((await issueCustomFieldOptions.createCustomFieldOption({ ...at, options })).options).map(
          ({ id }) => textOf(id),
        );
      };
      const [france, peru] = await make(['France', 'Peru']);
      const [paris, lyon] = await make(['Paris', 'Lyon'], france);
      await make(['Lima'], peru);
      await issueCustomFieldOptions.reorderCustomFieldOptions({
        ...at,
        customFieldOptionIds: [given(lyon)],
        position: 'First',
      });
      const below = await issueCustomFieldOptions.getOptionsForContext({ ...at, optionId: Number(france) });
      expect(given(below.values).map(({ value }) => value)).toEqual(['France', 'Lyon', 'Paris']);

      await issueCustomFieldContexts.setDefaultValues({
        fieldId,
        defaultValues: [
          { contextId: context.id, type: 'option.cascading', optionId: given(france), cascadingOptionId: given(paris) },
        ],
      });
      const screenId = given(given(given((await screens.getScreens({ queryString: 'Default Screen' })).values)[0]).id);
      const [tab] = await screenTabs.getAllScreenTabs({ screenId });
      await screenTabFields.addScreenTabField({ screenId, tabId: given(given(tab).id), fieldId });
      const fields = { project: { key: 'TEST' }, issuetype: { name: 'Task' }, summary: 'A trip' };
      const trip = await issues.createIssue({ fields });
      const read = await issues.getIssue({ issueIdOrKey: given(trip.key) });
      expect(read.fields[fieldId]).toMatchObject({ value: 'France', child: { value: 'Paris' } });
    });

    it('is told in Jira’s words what was wrong', async () => {
      const refused = client().issueFields.trashCustomField({ id: 'customfield_99999' });
      await expect(refused).rejects.toMatchObject({
        status: 404,
        response: { data: { errorMessages: ['The custom field was not found.'], errors: {} } },
      });
    });
  });

  describe('the client jira.js, version 2', () => {
    it('finds the same fields, and reads and writes values', async () => {
      const client = new Version2Client({ host: jira.url, authentication: credentials });
      const { values } = await client.issueFields.getFieldsPaginated({ query: 'browsers', expand: 'contextsCount' });
      const browsers = given(given(values)[0]);
      expect(browsers).toMatchObject({ name: 'Browsers', contextsCount: 2 });
      const fieldId = given(browsers.id);
      await client.issues.editIssue({
        issueIdOrKey: 'SHOP-1',
        fields: { [fieldId]: { value: 'edge' }, description: 'Plain words' },
      });
      const { fields } = await client.issues.getIssue({ issueIdOrKey: 'SHOP-1' });
      expect(fields.description).toBe('Plain words');
      expect(fields[fieldId]).toMatchObject({ value: 'edge' });
    });

    it('signs in to a Data Center with a personal access token as well', async () => {
      jira.changeSettings({ profile: 'data-center' });
      const client = new Version2Client({ host: jira.url, authentication: { oauth2: { accessToken: 'bob-pat' } } });
      expect(await client.myself.getCurrentUser()).toMatchObject({ displayName: 'Bob Builder' });
    });
  });
});
