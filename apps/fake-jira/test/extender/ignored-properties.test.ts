import { bodyOf } from '../support/field-steps.js';
import { testJira } from '../support/jira.js';
import { field, names, to, valuesOf } from './requests.js';

type OptionNamesOn = 'both' | 'add-field-only' | 'add-scheme-only';

async function valuesOfAdded(where: OptionNamesOn, extender?: string) {
  const answers = { 'extender.unknown-property': 'ignored', 'extender.option-names-on': where } as const;
  const jira = testJira({ answers, ...(extender !== undefined && { extender }) });
  const ofField = await to(jira, 'extenderAddField');
  const ofScheme = await to(jira, 'extenderAddConfigScheme', {
    path: { customFieldId: field.browsers },
    body: { projects: ['SHOP'], optionNames: ['opera'] },
  });
  const valuesIn = async (answer: typeof ofField) =>
    names(await valuesOf(jira, bodyOf<{ configSchemeId: number }>(answer, 200).configSchemeId));
  return { field: await valuesIn(ofField), scheme: await valuesIn(ofScheme) };
}

describe('values that an addition does not take, where unknown properties are ignored', () => {
  it.each([
    ['both', { field: ['red'], scheme: ['opera'] }],
    ['add-field-only', { field: ['red'], scheme: [] }],
    ['add-scheme-only', { field: [], scheme: ['opera'] }],
  ] as const)('are not added: optionNames on %s', async (where, added) => {
    expect(await valuesOfAdded(where)).toEqual(added);
  });

  it('are not added before 4.8 either', async () => {
    expect(await valuesOfAdded('both', '4.4')).toEqual({ field: [], scheme: [] });
  });
});
