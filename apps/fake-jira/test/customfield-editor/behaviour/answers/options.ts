import type { QuestionId } from '@fake-jira/profile';
import { bodyOf, newContext, optionIdOf, projectIdOf } from '../../../support/field-steps.js';
import type { TestJira } from '../../../support/jira.js';
import type { AnswersTo, Shown } from '../../../support/open-questions.js';
import {
  add,
  addOne,
  childrenOf,
  contextIdsOf,
  fieldOfDemo,
  grantedField,
  listed,
  namedBy,
  optionsIn,
  sequences,
  values,
} from '../steps.js';

const secondRed =
  (status: number): Shown =>
  async (jira) => {
    const { options } = await grantedField(jira);
    const red = await addOne(jira.bob, options, 'red');
    expect((await jira.bob.post(options, { optionvalue: 'Red' })).status).toBe(status);
    // Spaces around it are no difference, and an option can have its own value.
    expect((await jira.bob.post(options, { optionvalue: ' red ' })).status).toBe(400);
    expect((await jira.bob.put(`${options}/${red}`, { optionvalue: 'red' })).status).toBe(200);
  };

/** One value below a second parent of the same context, and in a second context. */
const sameValue =
  (belowTwoParents: number, inTwoContexts: number): Shown =>
  async (jira) => {
    const field = await grantedField(jira, 'cascadingselect');
    const other = await newContext(jira, field.id, { name: 'Shop', projectIds: [projectIdOf(jira, 'SHOP')] });
    const [cats, dogs] = await add(jira.bob, field.options, 'cats', 'dogs');
    await addOne(jira.bob, childrenOf(field.options, cats?.id ?? 0), 'leo');
    expect((await jira.bob.post(childrenOf(field.options, dogs?.id ?? 0), { optionvalue: 'leo' })).status).toBe(
      belowTwoParents,
    );
    expect((await jira.bob.post(optionsIn(field, other), { optionvalue: 'cats' })).status).toBe(inTwoContexts);
  };

/** None of after and position, after itself, and after an option of another level. */
const movesToNowhere =
  (status: number): Shown =>
  async (jira) => {
    const { options } = await grantedField(jira, 'cascadingselect');
    const [cats, dogs] = (await add(jira.bob, options, 'cats', 'dogs')).map(({ id }) => id) as [number, number];
    const leo = await addOne(jira.bob, childrenOf(options, cats), 'leo');
    for (const body of [{}, { after: null, position: null }, { after: String(dogs) }, { after: String(leo) }]) {
      const answer = await jira.bob.post(`${options}/${dogs}/move`, body);
      if (status === 400) expect(namedBy(answer)).toEqual([400, 'after']);
      else expect(answer.body).toEqual({ id: dogs, optionvalue: 'dogs', sequence: 1, disabled: false });
    }
    expect(await values(jira.bob, options)).toEqual(['cats', 'dogs']);
  };

const localeOfOnePart =
  (status: number): Shown =>
  async (jira) => {
    const { options } = await grantedField(jira);
    await add(jira.bob, options, 'b', 'a');
    const answer = await jira.bob.put(`${options}/sort`, { locale: 'de', order: 'ASCENDING' });
    expect(answer.status).toBe(status);
    if (status === 400) expect(namedBy(answer)).toEqual([400, 'locale']);
    expect(await values(jira.bob, options)).toEqual(status === 200 ? ['a', 'b'] : ['b', 'a']);
    expect((await jira.bob.put(`${options}/sort`, { locale: 'de-DE' })).status).toBe(200);
  };

const afterDelete =
  (left: readonly number[]): Shown =>
  async (jira) => {
    const { options } = await grantedField(jira);
    const [red] = await add(jira.bob, options, 'red', 'green', 'blue');
    bodyOf(await jira.bob.delete(`${options}/${red?.id}`), 200);
    expect(await sequences(jira.bob, options)).toEqual(left);
  };

const onFlatField =
  (status: number): Shown =>
  async (jira) => {
    const { options } = fieldOfDemo(jira, 'Browsers');
    const children = childrenOf(options, Number(optionIdOf(jira, 'firefox')));
    const answers = [
      await jira.bob.get(children),
      await jira.bob.post(children, { optionvalue: 'x' }),
      await jira.bob.put(`${children}/sort`, {}),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([status, status, status]);
  };

/** Of a select list with a default, as the default and as one of the contexts show it. */
const defaultOfSelect =
  (others: object): Shown =>
  async (jira) => {
    const field = fieldOfDemo(jira, 'Browsers');
    const [context] = await contextIdsOf(jira, field);
    const one = { optionvalue: 'firefox', id: Number(optionIdOf(jira, 'firefox')), sequence: 0, disabled: false };
    expect((await jira.bob.get(`${field.options}/default`)).body).toEqual({ defaultOption: one, ...others });
    const { defaultOption } = (await jira.bob.get(`${field.user}/contexts/${context}`)).body as {
      defaultOption: object;
    };
    expect(defaultOption).toEqual({ defaultOption: one, ...others });
  };

const parentAlone =
  (status: number): Shown =>
  async (jira) => {
    const { options } = await grantedField(jira, 'cascadingselect');
    const optionId = await addOne(jira.bob, options, 'cats');
    const answer = await jira.bob.put(`${options}/default`, { optionId });
    if (status === 400) expect(namedBy(answer)).toEqual([400, 'childOptionId']);
    else
      expect(answer.body).toEqual({
        defaultOption: { id: optionId, optionvalue: 'cats', sequence: 0, disabled: false },
      });
  };

/** A multi-level field with a default, and then without a licence for its type. */
async function unlicensed(jira: TestJira): Promise<string> {
  const { options } = await grantedField(jira, 'multi-level-cascading-select');
  const id = await addOne(jira.bob, options, 'Europe');
  bodyOf(await jira.bob.put(`${options}/default`, { optionIds: [id] }), 200);
  jira.world.write((tx) => tx.set({ multiLevelCascadingLicence: false }));
  return options;
}

const unlicensedSet =
  (status: number): Shown =>
  async (jira) => {
    const options = await unlicensed(jira);
    const id = (await listed(jira.bob, options))[0]?.id;
    const answer = await jira.bob.put(`${options}/default`, { optionIds: [id] });
    expect(answer.status).toBe(status);
    expect((await jira.bob.get(`${options}/default`)).body).toMatchObject({ defaultOptions: [{ id }] });
  };

const unlicensedDelete =
  (status: number): Shown =>
  async (jira) => {
    const options = await unlicensed(jira);
    expect((await jira.bob.delete(`${options}/default`)).status).toBe(status);
    const left = Object.keys((await jira.bob.get(`${options}/default`)).body as object);
    expect(left).toEqual(status === 204 ? [] : ['defaultOptions']);
  };

type About =
  | 'option-value-comparison'
  | 'option-uniqueness-scope'
  | 'default-null-members'
  | 'default-parent-only'
  | 'unlicensed-default'
  | 'unlicensed-default-delete'
  | 'child-operation-on-flat-field'
  | 'move-edge'
  | 'sort-locale-form'
  | 'sequence-after-delete';

/** What is about options and default values. */
export const optionAnswers: AnswersTo<Extract<QuestionId, `editor.${About}`>> = {
  'editor.option-value-comparison': { 'exact-after-trimming': secondRed(200), 'ignoring-case': secondRed(400) },
  'editor.option-uniqueness-scope': {
    'context-and-parent': sameValue(200, 200),
    context: sameValue(400, 200),
    field: sameValue(400, 400),
  },
  'editor.default-null-members': {
    'left-out': defaultOfSelect({}),
    null: defaultOfSelect({ defaultChildOption: null, defaultOptions: null }),
  },
  'editor.default-parent-only': { accepted: parentAlone(200), '400': parentAlone(400) },
  'editor.unlicensed-default': { '400': unlicensedSet(400), '403': unlicensedSet(403) },
  'editor.unlicensed-default-delete': { allowed: unlicensedDelete(204), refused: unlicensedDelete(400) },
  'editor.child-operation-on-flat-field': { '400': onFlatField(400), '406': onFlatField(406) },
  'editor.move-edge': { '400': movesToNowhere(400), ignored: movesToNowhere(200) },
  'editor.sort-locale-form': { 'any-tag': localeOfOnePart(200), 'only-two-parts': localeOfOnePart(400) },
  'editor.sequence-after-delete': { gap: afterDelete([1, 2]), renumbered: afterDelete([0, 1]) },
};
