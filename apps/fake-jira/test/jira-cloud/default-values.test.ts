import { sourceDocument } from '@fake-jira/openapi';
import { catsAndLeo, defaultValueKinds, type DefaultValueKind } from '../support/default-value-kinds.js';
import {
  contextsOf,
  fieldNamed,
  fieldPath,
  listeningJira,
  newContext,
  newField,
  newOptions,
  onlyContextOf,
  optionIdOf,
  optionsAt,
  projectIdOf,
  read,
  refusalOf,
  type Page,
} from '../support/field-steps.js';
import type { TestJira } from '../support/jira.js';

const address = (fieldId: string) => `${fieldPath}/${fieldId}/context/defaultValue`;

async function defaultsOf(jira: TestJira, fieldId: string, query = ''): Promise<readonly object[]> {
  return (await read<Page<object>>(jira.admin, `${address(fieldId)}?${query}`)).values;
}

const setDefaults = (jira: TestJira, fieldId: string, ...defaultValues: object[]) =>
  jira.admin.put(address(fieldId), { defaultValues });

/** A field of a type with one context and, where it has options, two of them and one below the first. */
async function fieldFor(jira: TestJira, { fieldType }: DefaultValueKind) {
  const field = await newField(jira, fieldType);
  const contextId = await onlyContextOf(jira, field);
  if (!/select$/.test(fieldType)) return { field, contextId, optionIds: [] };
  const options = optionsAt(field, contextId);
  const [one = '', other = ''] = await newOptions(jira, options, ['one', 'other']);
  const children = fieldType === 'cascadingselect' ? await newOptions(jira, options, ['child'], one) : [];
  return { field, contextId, optionIds: [one, other, ...children] };
}

describe('a default value', () => {
  it('has the kinds of the spec, each of which is tried here', () => {
    const { schemas } = sourceDocument('jira-cloud').components as unknown as {
      schemas: { CustomFieldContextDefaultValue: { discriminator: { mapping: Record<string, string> } } };
    };
    const kinds = Object.keys(schemas.CustomFieldContextDefaultValue.discriminator.mapping);
    expect(kinds).toHaveLength(27);
    expect(defaultValueKinds.map(({ type }) => type).sort()).toEqual(kinds.sort());
  });

  it.each(defaultValueKinds.map((kind) => [kind.type, kind] as const))(
    'of the kind %s is set, read and taken away by null',
    async (type, kind) => {
      const jira = await listeningJira();
      const { field, contextId, optionIds } = await fieldFor(jira, kind);
      expect(await defaultsOf(jira, field)).toEqual([]);
      const value = { contextId, type, ...kind.value(jira, optionIds) };
      const answer = await setDefaults(jira, field, value);
      expect([answer.status, answer.text]).toEqual([204, '']);
      expect(await defaultsOf(jira, field)).toEqual([value]);
      expect((await setDefaults(jira, field, { contextId, type, ...kind.none })).status).toBe(204);
      expect(await defaultsOf(jira, field)).toEqual([]);
    },
  );

  it.each(defaultValueKinds.filter(({ wrong }) => wrong).map((kind) => [kind.type, kind] as const))(
    'of the kind %s has to name what is there',
    async (type, kind) => {
      const jira = await listeningJira();
      const { field, contextId } = await fieldFor(jira, kind);
      const [value = {}, ...refusal] = kind.wrong ?? [];
      const before = jira.root;
      expect(refusalOf(await setDefaults(jira, field, { contextId, type, ...value }))).toEqual(refusal);
      expect(jira.root).toBe(before);
    },
  );

  it.each([
    ['datepicker', 'datepicker'],
    ['datetimepicker', 'datetime'],
    ['forge.datetime', 'forge.datetime'],
  ])('of the kind %s can be the moment at which an issue is created', async (type, fieldType) => {
    const jira = await listeningJira();
    const field = await newField(jira, fieldType);
    const contextId = await onlyContextOf(jira, field);
    expect((await setDefaults(jira, field, { contextId, type, useCurrent: true })).status).toBe(204);
    expect(await defaultsOf(jira, field)).toEqual([{ contextId, type, useCurrent: true }]);
  });

  it('of checkboxes and of radio buttons is that of lists', async () => {
    const jira = await listeningJira();
    const kinds = [
      ['multicheckboxes', 'option.multiple', 'optionIds'],
      ['radiobuttons', 'option.single', 'optionId'],
    ] as const;
    for (const [fieldType, type, property] of kinds) {
      const field = await newField(jira, fieldType);
      const contextId = await onlyContextOf(jira, field);
      const optionIds = await newOptions(jira, optionsAt(field, contextId), ['one']);
      const value = { contextId, type, [property]: property === 'optionId' ? optionIds[0] : optionIds };
      expect((await setDefaults(jira, field, value)).status).toBe(204);
      expect(await defaultsOf(jira, field)).toEqual([value]);
    }
  });

  it('of a cascading list can be on the first level alone', async () => {
    const jira = await listeningJira();
    const { field, cats } = catsAndLeo(jira);
    const value = { contextId: await onlyContextOf(jira, field), type: 'option.cascading', optionId: cats };
    for (const more of [{}, { cascadingOptionId: null }]) {
      expect((await setDefaults(jira, field, { ...value, ...more })).status).toBe(204);
      expect(await defaultsOf(jira, field)).toEqual([value]);
    }
  });

  it('of a cascading list is a chain from parent to child', async () => {
    const jira = await listeningJira();
    const { field, leo } = catsAndLeo(jira);
    const value = {
      contextId: await onlyContextOf(jira, field),
      type: 'option.cascading',
      optionId: optionIdOf(jira, 'dogs'),
    };
    expect(refusalOf(await setDefaults(jira, field, { ...value, cascadingOptionId: leo }))).toEqual([
      404,
      `These options were not found: ${leo}.`,
    ]);
    expect(refusalOf(await setDefaults(jira, field, { ...value, optionId: leo }))).toEqual([
      404,
      `These options were not found: ${leo}.`,
    ]);
  });

  it('loses the option that is deleted, and what stood below it', async () => {
    const jira = await listeningJira();
    const { field, cats, leo } = catsAndLeo(jira);
    const contextId = await onlyContextOf(jira, field);
    await jira.admin.delete(`${optionsAt(field, contextId)}/${leo}`);
    expect(await defaultsOf(jira, field)).toEqual([{ contextId, type: 'option.cascading', optionId: cats }]);
  });

  it('has an option of its own context', async () => {
    const jira = await listeningJira();
    const field = fieldNamed(jira, 'Browsers');
    const contextId = (await contextsOf(jira, field))[1]?.id;
    const optionId = optionIdOf(jira, 'edge');
    const answer = await setDefaults(jira, field, { contextId, type: 'option.single', optionId });
    expect(refusalOf(answer)).toEqual([404, `These options were not found: ${optionId}.`]);
  });

  it('is of the kind that the type of the field has', async () => {
    const jira = await listeningJira();
    const field = await newField(jira, 'float');
    const answer = await setDefaults(jira, field, {
      contextId: await onlyContextOf(jira, field),
      type: 'textfield',
      text: 'no',
    });
    expect(refusalOf(answer)).toEqual([
      400,
      `The default value type 'textfield' does not fit the custom field '${field}'.`,
    ]);
  });
});

describe('the default values by context', () => {
  const byContext = (fieldId: string) => `${fieldPath}/${fieldId}/context/defaultValues`;

  it('are those of the contexts that have one, each for all issue types', async () => {
    const jira = await listeningJira();
    const field = await newField(jira, 'float');
    const contextId = await onlyContextOf(jira, field);
    const own = await newContext(jira, field, { name: 'Own', projectIds: [projectIdOf(jira, 'TEST')] });
    await setDefaults(jira, field, { contextId: own, type: 'float', number: 3 });
    const { values } = await read<Page<object>>(jira.admin, byContext(field));
    const value = { contextId: own, type: 'float', number: 3 };
    expect(values).toEqual([{ contextId: Number(own), defaultValues: [{ isAnyIssueType: true, value }] }]);
    const filtered = await read<Page<object>>(jira.admin, `${byContext(field)}?issueTypeId=10000&contextId=${own}`);
    expect(filtered.values).toEqual(values);
    expect((await read<Page<object>>(jira.admin, `${byContext(field)}?contextId=${contextId}`)).values).toEqual([]);
    expect((await jira.admin.get(byContext('summary'))).status).toBe(404);
  });
});

describe('the default values of several contexts', () => {
  async function fieldWithThree(jira: TestJira) {
    const field = await newField(jira, 'float');
    const contexts = [await onlyContextOf(jira, field)];
    for (const key of ['TEST', 'SHOP'])
      contexts.push(await newContext(jira, field, { name: key, projectIds: [projectIdOf(jira, key)] }));
    return { field, contexts };
  }
  const number = (contextId: string | undefined, value: number | null) => ({ contextId, type: 'float', number: value });

  it('are set and taken away in one request, and found by context', async () => {
    const jira = await listeningJira();
    const { field, contexts } = await fieldWithThree(jira);
    const [a, b, c] = contexts;
    expect((await setDefaults(jira, field, number(a, 1), number(c, 3))).status).toBe(204);
    expect(await defaultsOf(jira, field)).toEqual([number(a, 1), number(c, 3)]);
    expect(await defaultsOf(jira, field, `contextId=${c}&contextId=${b}`)).toEqual([number(c, 3)]);
    expect((await setDefaults(jira, field, number(a, null), number(b, 2))).status).toBe(204);
    expect(await defaultsOf(jira, field)).toEqual([number(b, 2), number(c, 3)]);
  });

  it('are set all or none', async () => {
    const jira = await listeningJira();
    const { field, contexts } = await fieldWithThree(jira);
    const [a, b] = contexts;
    const before = jira.root;
    const refused = async (...values: object[]) => refusalOf(await setDefaults(jira, field, ...values));
    expect(await refused(number(a, 1), number('99999', 2))).toEqual([404, 'The context was not found.']);
    expect(await refused(number(a, 1), number(a, 2))).toEqual([400, `These contexts are named more than once: ${a}.`]);
    expect(await refused(number(a, 1), { contextId: b, type: 'textfield', text: 'x' })).toEqual([
      400,
      'All default values in the request must have the same type.',
    ]);
    expect(jira.root).toBe(before);
  });
});
