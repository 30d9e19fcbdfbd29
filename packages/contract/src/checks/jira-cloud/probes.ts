import { checksOf } from '../../check.js';
import { builtInType } from '../../stage/scratch.js';
import type { Answer } from '../../stage/person.js';
import type { Stage } from '../../stage/stage.js';
import { fieldsOf } from './issue-steps.js';
import { animals, listOf, optionsAt } from './option-steps.js';
import { tabsOf } from './screen-steps.js';

const { probe } = checksOf('jira-cloud', 'probes');

/** The answer that a status stands for; none where it is another one. */
const byStatus =
  <Name extends string>(names: Readonly<Record<number, Name>>) =>
  ({ status }: Pick<Answer, 'status'>): Name | undefined =>
    names[status];

/** What several requests answer alike; none where they differ. */
function alike(answers: readonly (string | undefined)[]): string | undefined {
  return new Set(answers).size === 1 ? answers[0] : undefined;
}

/** Whether Jira's Field API of Cloud is there; what both deployments have is asked otherwise on Data Center. */
const onCloud = ({ versions }: Stage) => versions.jira.has('cloud');
const reading = { readOnly: true } as const;

/** Asks for a field that is removed again where it comes to be. */
async function tryToCreate(stage: Stage, body: Record<string, unknown>): Promise<Answer> {
  const name = stage.name('probe');
  const entry = stage.makes('field', (body['name'] as string | undefined) ?? name);
  const answer = await stage.admin.send('createCustomField', { body: { name, type: builtInType('select'), ...body } });
  if (answer.status === 201) entry.made(String(answer.body.id).replace('customfield_', ''));
  return answer;
}

/** An address of which an operation is, with somebody else's id in it. It is not judged: any body may come. */
const raw = (stage: Stage, method: string, path: string, body?: unknown) =>
  stage.admin.raw(method, path, body === undefined ? {} : { body });

/** Data Center shows in its list of custom fields how far each of them reaches. */
async function contextOnDataCenter(stage: Stage, { id, name }: { readonly id: string; readonly name: string }) {
  const { body } = await stage.admin.send('getCustomFieldsDataCenter', { query: { search: name } });
  const found = (body.values as { id: string; isAllProjects: boolean }[]).find((field) => field.id === id);
  return found && (found.isAllProjects ? 'one-global' : 'none');
}

/** Where Customfield Editor sets the default value. */
async function defaultOnDataCenter(stage: Stage): Promise<string | undefined> {
  const field = await stage.field('select', { options: ['red'] });
  await stage.grant(field);
  await stage.onScreen(field);
  const path = { customFieldId: field.id };
  const body = { optionId: field.option('red') };
  const { status } = await stage.user.send('editorSetDefaultDefaultValue', { path, body });
  if (status !== 200) return undefined;
  return (await fieldsOf(stage, (await stage.issue()).key))[field.key] == null ? 'no' : 'yes';
}

/** Where Extender adds the values. */
async function comparisonOnDataCenter(stage: Stage): Promise<string | undefined> {
  const { contextId } = await stage.field('select', { options: ['red'] });
  const path = { configSchemeId: contextId };
  await stage.admin.send('extenderAddValues', { path, body: { optionName: ['RED'] } });
  const { body } = await stage.admin.send('extenderGetValues', { path });
  const values = (body as { schemeOptions?: readonly unknown[] }).schemeOptions;
  return { 1: 'ignoring-case', 2: 'exact' }[values?.length ?? 0];
}

/** Data Center has one list by ids, that of screens. As one value, two ids are no number. */
async function listOnDataCenter(stage: Stage): Promise<string | undefined> {
  const { body } = await raw(stage, 'GET', '/rest/api/2/screens?maxResults=1');
  const [{ id }] = body.values as [{ id: number }];
  return byStatus({ 200: 'split', 400: 'one-value' })(
    await raw(stage, 'GET', `/rest/api/2/screens?id=${id},${stage.unknownId}`),
  );
}

export const probes = [
  probe('jira.new-field-context', async (stage) => {
    const { body } = await tryToCreate(stage, {});
    if (!onCloud(stage)) return contextOnDataCenter(stage, body as { id: string; name: string });
    const path = { fieldId: body.id as string };
    const { values } = (await stage.admin.ask('getContextsForField', 200, { path })).body;
    if (values.length === 0) return 'none';
    return values.length === 1 && values[0].isGlobalContext ? 'one-global' : undefined;
  }),
  probe('jira.max-results-cap', async (stage) => {
    if (!onCloud(stage)) {
      const { maxResults } = (await raw(stage, 'GET', '/rest/api/2/screens?maxResults=5000')).body;
      return ['100', '50', '1000'].find((cap) => cap === String(maxResults));
    }
    const field = await stage.field('select');
    for (const part of [0, 1]) {
      const options = Array.from({ length: part === 0 ? 1000 : 1 }, (_, at) => ({ value: `option ${part}-${at}` }));
      await stage.admin.ask('createCustomFieldOption', 200, { path: optionsAt(field), body: { options } });
    }
    const asked = { path: optionsAt(field), query: { maxResults: 5000 } };
    const { values, maxResults } = (await stage.admin.ask('getOptionsForContext', 200, asked)).body;
    return values.length === maxResults ? String(maxResults) : undefined;
  }),
  probe(
    'jira.unauthenticated-body',
    async (stage) => {
      const { status, body, text } = await stage.anonymous.raw('GET', '/rest/api/2/myself');
      if (status !== 401) return undefined;
      if (text === '') return 'empty';
      return Array.isArray(body?.errorMessages) ? 'error-collection' : 'plain-text';
    },
    reading,
  ),
  probe('jira.default-value-type-in-get', async (stage) => {
    const field = await stage.field('float');
    const path = { fieldId: field.key };
    const value = { type: 'float', contextId: String(field.contextId), number: 3 };
    await stage.admin.ask('setDefaultValues', 204, { path, body: { defaultValues: [value] } });
    const [shown] = (await stage.admin.ask('getDefaultValues', 200, { path })).body.values;
    return 'type' in shown ? 'present' : 'absent';
  }),
  probe('jira.field-query-underscore', async (stage) => {
    const { name } = await stage.field('select', { name: 'under score' });
    const query = { type: 'custom', query: name.replaceAll(' ', '_') };
    const { body } = await stage.admin.ask('getFieldsPaginated', 200, { query });
    return body.total === 0 ? 'itself' : 'any-character';
  }),
  probe('jira.contexts-without-default', async (stage) => {
    const { key: fieldId } = await stage.field('float');
    const { body } = await stage.admin.ask('getContextDefaultValues', 200, { path: { fieldId } });
    return body.total === 0 ? 'left-out' : 'listed';
  }),
  probe('jira.last-tab', async (stage) => {
    const { id: screenId } = (await stage.admin.ask('createScreen', 201, { body: { name: stage.name('screen') } }))
      .body;
    const [tab] = await tabsOf(stage, screenId as number);
    const path = { screenId: screenId as number, tabId: tab!.id };
    return byStatus({ 204: '204', 400: '400' })(await stage.admin.send('deleteScreenTab', { path }));
  }),
  probe(
    'jira.invalid-start-at',
    async (stage) => {
      const answers = [];
      const list = onCloud(stage) ? '/rest/api/3/field/search?type=custom&' : '/rest/api/2/screens?';
      for (const startAt of ['-1', 'x', '1.5']) {
        const { status, body } = await raw(stage, 'GET', `${list}startAt=${startAt}`);
        answers.push(status === 400 ? '400' : status === 200 && body.startAt === 0 ? 'as-zero' : undefined);
      }
      return alike(answers);
    },
    reading,
  ),
  probe('jira.bare-field-id', async (stage) => {
    const field = await stage.field('select');
    const path = { fieldId: field.id };
    const statuses: (string | undefined)[] = [];
    for (const id of ['getContextsForField', 'getDefaultValues', 'getScreensForField'] as const) {
      statuses.push(byStatus({ 400: '400', 404: '404' })(await stage.admin.send(id, { path })));
    }
    return alike(statuses);
  }),
  probe('jira.project-taken-status', async (stage) => {
    const field = await stage.field('select');
    const projectIds = [String(stage.sandbox.project.id)];
    await stage.context(field, { projectIds: [stage.sandbox.project.id] });
    const status = byStatus({ 400: '400', 409: '409' });
    const path = { fieldId: field.key };
    const body = { name: stage.name('second'), projectIds };
    const created = await stage.admin.send('createCustomFieldContext', { path, body });
    const assigned = await stage.admin.send('assignProjectsToCustomFieldContext', {
      path: { ...path, contextId: field.contextId },
      body: { projectIds },
    });
    return alike([status(created), status(assigned)]);
  }),
  probe('jira.context-name-unique', async (stage) => {
    const field = await stage.field('select');
    const own = await stage.context(field, { projectIds: [stage.sandbox.project.id] });
    const path = { fieldId: field.key, contextId: field.contextId };
    if (!onCloud(stage)) {
      const body = { contextName: own.name, contextDescription: '', isGlobal: true, projectIds: [], issueTypeIds: [] };
      const asked = { path: { customFieldId: field.id, contextId: field.contextId }, body };
      return byStatus({ 400: 'yes', 200: 'no' })(await stage.admin.send('editorUpdateContext', asked));
    }
    const renamed = await stage.admin.send('updateCustomFieldContext', { path, body: { name: own.name } });
    return byStatus({ 400: 'yes', 204: 'no' })(renamed);
  }),
  probe('jira.option-value-comparison', async (stage) => {
    if (!onCloud(stage)) return comparisonOnDataCenter(stage);
    const field = await animals(stage);
    const add = (option: object) =>
      stage.admin.send('createCustomFieldOption', { path: optionsAt(field), body: { options: [option] } });
    const answer = byStatus({ 200: 'exact', 400: 'ignoring-case' });
    const below = { value: 'LEO', optionId: String(field.option('cats')) };
    return alike([answer(await add({ value: 'CATS' })), answer(await add(below))]);
  }),
  probe(
    'jira.unknown-address',
    async (stage) => {
      const { status, body } = await raw(stage, 'GET', '/rest/api/2/fake-jira-fields-knows-no-such-address');
      if (status !== 404) return undefined;
      if (Array.isArray(body?.errorMessages)) return 'error-collection';
      return body?.['status-code'] === 404 ? 'jersey' : undefined;
    },
    reading,
  ),
  probe('jira.non-numeric-id', async (stage) => {
    const status = byStatus({ 400: '400', 404: '404' });
    if (!onCloud(stage)) return status(await raw(stage, 'GET', '/rest/api/2/screens/x/tabs'));
    const field = await listOf(stage);
    const byContext = await stage.admin.send('getOptionsForContext', {
      path: { fieldId: field.key, contextId: 'x' },
    });
    const byOption = await stage.admin.send('deleteCustomFieldOption', {
      path: { ...optionsAt(field), optionId: 'x' },
    });
    return alike([status(byContext), status(byOption)]);
  }),
  probe('jira.unknown-property', async (stage) =>
    byStatus({ 400: '400', 201: 'ignored' })(await tryToCreate(stage, { colour: 'red' })),
  ),
  probe('jira.create-applies-defaults', async (stage) => {
    if (!onCloud(stage)) return defaultOnDataCenter(stage);
    const field = await stage.field('float');
    await stage.onScreen(field);
    const value = { type: 'float', contextId: String(field.contextId), number: 3 };
    await stage.admin.ask('setDefaultValues', 204, {
      path: { fieldId: field.key },
      body: { defaultValues: [value] },
    });
    const has = (await fieldsOf(stage, (await stage.issue()).key))[field.key];
    if (has === 3) return 'yes';
    return has === null ? 'no' : undefined;
  }),
  probe('jira.delete-used-option', async (stage) => {
    const field = await listOf(stage);
    await stage.onScreen(field);
    const { key } = await stage.issue({ [field.key]: { value: 'red' } });
    const path = { ...optionsAt(field), optionId: field.option('red') };
    const { status } = await stage.admin.send('deleteCustomFieldOption', { path });
    const has = (await fieldsOf(stage, key))[field.key];
    if (status === 204) return has === null ? 'clears-values' : undefined;
    return status === 400 && has !== null ? '400' : undefined;
  }),
  probe('jira.field-name-unique', async (stage) => {
    const { name } = await stage.field('select');
    const body = { name, type: builtInType('select') };
    const answer = await stage.admin.send('createCustomField', { body });
    // Of the two fields of one name the first is known by its id already.
    if (answer.status === 201) {
      stage.makes('field', `${name} again`).made(String(answer.body.id).replace('customfield_', ''));
    }
    return byStatus({ 400: 'yes', 201: 'no' })(answer);
  }),
  probe(
    'jira.search-without-type',
    async (stage) => {
      const found = await raw(stage, 'GET', '/rest/api/3/field/search?maxResults=50&orderBy=name');
      if (found.status === 400) return '400';
      if (found.status !== 200) return undefined;
      // By what it has, and not by how many: fields are still being removed behind earlier checks.
      const { values } = found.body as { values: { id: string }[] };
      if (values.length === 0) return undefined;
      return values.every(({ id }) => id.startsWith('customfield_')) ? 'custom' : 'all';
    },
    reading,
  ),
  probe('jira.comma-separated-lists', async (stage) => {
    if (!onCloud(stage)) return listOnDataCenter(stage);
    const [one, other] = [await stage.field('float'), await stage.field('float')];
    const query = { type: 'custom', id: `${one.key},${other.key}` };
    const { status, body } = await stage.admin.send('getFieldsPaginated', { query });
    if (status !== 200) return undefined;
    return ({ 2: 'split', 0: 'one-value' } as Record<number, string>)[body.total as number];
  }),
  probe('jira.options-of-no-context', async (stage) => {
    const field = await stage.field('select', { options: ['red'] });
    await stage.context(field, { projectIds: [stage.sandbox.project.id], options: ['green'] });
    const { body } = await stage.admin.send('getCustomFieldOptionsDataCenter', { path: { customFieldId: field.id } });
    return ({ 1: 'global-context', 2: 'all-contexts' } as Record<number, string>)[body.total as number];
  }),
  probe('jira.options-first-page', async (stage) => {
    const field = await stage.field('select', { options: ['red', 'green'] });
    const query = { maxResults: 1, page: 1, useAllContexts: true };
    const path = { customFieldId: field.id };
    const { body } = await stage.admin.send('getCustomFieldOptionsDataCenter', { path, query });
    const [first] = body.options as { value: string }[];
    return { red: '1', green: '0' }[first?.value ?? ''];
  }),
  probe('jira.latest-version', async (stage) => {
    const { key } = await stage.issue({ description: 'Words' });
    const { status, body } = await raw(stage, 'GET', `/rest/api/latest/issue/${key}`);
    if (status !== 200) return undefined;
    return typeof body.fields.description === 'string' ? '2' : '3';
  }),
];
