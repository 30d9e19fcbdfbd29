import { afterwards, under, type Scenario } from '../../jira-cloud/outcomes/scenario.js';
import { to } from './requests.js';
import { is, names, scenario, tableOf, type OutcomeKey } from './scenario.js';
import { context, field, option, withoutLicence } from './stage.js';

type DefaultKey = Extract<OutcomeKey, `${string}DefaultValue ${200 | 204 | 400}`>;

const firefox = { optionvalue: 'firefox', id: option.firefox, sequence: 0, disabled: false };
const safari = { optionvalue: 'safari', id: option.safari, sequence: 2, disabled: false };
const cats = { optionvalue: 'cats', id: option.cats, sequence: 0, disabled: false };
const dogs = { optionvalue: 'dogs', id: option.dogs, sequence: 1, disabled: false };
const leo = { optionvalue: 'leo', id: option.leo, sequence: 1, disabled: false };
const rex = { optionvalue: 'rex', id: option.rex, sequence: 0, disabled: false };
const web = { optionvalue: 'web', id: option.web, sequence: 0, disabled: false };
const android = { optionvalue: 'Android', id: option.android, sequence: 2, disabled: false };
const europe = { optionvalue: 'Europe', id: option.europe, sequence: 0, disabled: false };
const germany = { optionvalue: 'Germany', id: option.germany, sequence: 0, disabled: false };
const berlin = { optionvalue: 'Berlin', id: option.berlin, sequence: 0, disabled: false };
const spain = { optionvalue: 'Spain', id: option.spain, sequence: 1, disabled: false };

const of = (customFieldId: number, contextId: number) => ({
  path: { customFieldId: String(customFieldId), contextId: String(contextId) },
});
const browsers = of(field.browsers, context.browsers);
const animals = of(field.animals, context.animals);
const platforms = of(field.platforms, context.platformsInShop);
const places = of(field.places, context.places);

/** Both kinds of address have the same outcomes. */
export const defaultValueOutcomes = tableOf<DefaultKey>(
  (['Default', ''] as const).flatMap((where): [string, Scenario[]][] => {
    const get = `editorGet${where}DefaultValue` as const;
    const set = `editorSet${where}DefaultValue` as const;
    const remove = `editorDelete${where}DefaultValue` as const;
    const sets = (when: string, given: typeof browsers, body: object, value: object) =>
      scenario(when, to(set, { ...given, body }), is(value), afterwards(to(get, given), value));
    const wrong = (when: string, given: typeof browsers, body: object, name: string) =>
      scenario(when, to(set, { ...given, body }), names(name));
    return [
      [
        `${get} 200`,
        [
          scenario('with the option of a select list', to(get), is({ defaultOption: firefox })),
          scenario(
            'with parent and child of a cascading select list',
            to(get, animals),
            is({ defaultOption: cats, defaultChildOption: leo }),
          ),
          scenario(
            'with the chain of a deeper one',
            to(get, places),
            is({ defaultOptions: [europe, germany, berlin] }),
          ),
        ],
      ],
      [
        `${set} 200`,
        [
          scenario(
            'with the new default value',
            to(set),
            is({ defaultOption: safari }),
            afterwards(to(get), { defaultOption: safari }),
          ),
          sets(
            'to parent and child',
            animals,
            { optionId: option.dogs, childOptionId: option.rex, optionIds: null },
            { defaultOption: dogs, defaultChildOption: rex },
          ),
          // The field has no default context.
          ...(where === ''
            ? [
                sets(
                  'to several of check boxes',
                  platforms,
                  { optionIds: [option.web, option.android] },
                  { defaultOptions: [web, android] },
                ),
              ]
            : []),
          sets(
            'to a chain of any length',
            places,
            { optionIds: [option.europe, option.spain] },
            { defaultOptions: [europe, spain] },
          ),
        ],
      ],
      [
        `${set} 400`,
        [
          wrong('when nothing is given', browsers, {}, 'optionId'),
          wrong('when there is no such option', browsers, { optionId: option.unknown }, 'optionId'),
          wrong('when the option is one of another context', browsers, { optionId: option.safariInTest }, 'optionId'),
          wrong('when a select list is given several', browsers, { optionIds: [option.safari] }, 'optionIds'),
          wrong(
            'when a select list is given a child',
            browsers,
            { optionId: option.safari, childOptionId: option.micki },
            'childOptionId',
          ),
          wrong('when the option is no number', browsers, { optionId: 'safari' }, 'optionId'),
          wrong(
            'when the child is one of another parent',
            animals,
            { optionId: option.cats, childOptionId: option.rex },
            'childOptionId',
          ),
          wrong(
            'when there is no such child',
            animals,
            { optionId: option.cats, childOptionId: option.unknown },
            'childOptionId',
          ),
          wrong('when the parent is a child', animals, { optionId: option.micki }, 'optionId'),
          wrong('when the child has no parent', animals, { childOptionId: option.micki }, 'optionId'),
          ...(where === ''
            ? [
                wrong('when check boxes are given one option', platforms, { optionId: option.web }, 'optionId'),
                wrong(
                  'when an option of several is one of another context',
                  platforms,
                  { optionIds: [option.web, option.windowsPhone] },
                  'optionIds',
                ),
              ]
            : []),
          wrong('when a chain is empty', places, { optionIds: [] }, 'optionIds'),
          wrong('when a link is not there', places, { optionIds: [option.europe, option.unknown] }, 'optionIds'),
          wrong('when a chain begins below', places, { optionIds: [option.germany] }, 'optionIds'),
          wrong('when a chain leaves a link out', places, { optionIds: [option.europe, option.berlin] }, 'optionIds'),
          wrong('when a chain is no chain', places, { optionIds: [option.europe, option.asia] }, 'optionIds'),
          wrong('when a chain is given as one option', places, { optionId: option.europe }, 'optionId'),
          under(
            withoutLicence,
            wrong(
              "when the app of the field's type has no licence",
              places,
              { optionIds: [option.asia] },
              'customFieldId',
            ),
          ),
        ],
      ],
      [
        `${remove} 204`,
        [
          scenario('and there is none', to(remove), afterwards(to(get), {}), async ({ jira }) =>
            expect((await to(get)(jira)).body).toEqual({}),
          ),
        ],
      ],
    ];
  }),
);
