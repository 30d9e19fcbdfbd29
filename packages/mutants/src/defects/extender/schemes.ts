import { admitsAnybody, asksOtherwise, body, doesNothing, each, readsOtherwise } from '../../plant/acts.js';
import { defectsOf } from '../defects-of.js';

const defect = defectsOf('extender');

/** Lists of a bulk, which belong together entry by entry. */
const bulkLists = ['projects', 'issueTypes', 'optionNames'] as const;

export const schemeDefects = [
  defect(
    'a new field loses its options',
    ['extenderAddField'],
    readsOtherwise((sent) => delete sent?.optionNames),
  ),
  defect(
    'a new scheme loses its description',
    ['extenderAddConfigScheme'],
    readsOtherwise((sent) => delete sent?.schemeDescription),
  ),
  defect(
    'a new scheme is for all issue types',
    ['extenderAddConfigScheme'],
    readsOtherwise((sent) => delete sent?.issueTypes),
  ),
  defect('schemes of a bulk are added in part where one of them is refused', ['extenderAddConfigSchemes'], (visit) => {
    const { answer, body: sent } = visit;
    const lists = bulkLists.filter((name) => Array.isArray(sent?.[name]) && sent[name].length > 1);
    if (answer.status < 400 || lists.length === 0) return undefined;
    const first = Object.fromEntries(lists.map((name) => [name, sent[name].slice(0, 1) as unknown]));
    return { again: { body: { ...sent, ...first } }, then: () => answer };
  }),
  defect('a removed scheme stays', ['extenderRemoveConfigScheme'], doesNothing),
  defect('schemes without projects are not cleared', ['extenderClearConfigSchemes'], doesNothing),
  defect(
    'an update keeps the projects that it should replace',
    ['extenderUpdateConfigScheme', 'extenderUpdateAllConfigSchemes'],
    asksOtherwise((query) => query.set('keepExistingConfigurations', 'true')),
  ),
  defect(
    'an update replaces the projects that it should keep',
    ['extenderUpdateConfigScheme', 'extenderUpdateAllConfigSchemes'],
    asksOtherwise((query) => query.delete('keepExistingConfigurations')),
  ),
  defect(
    'an update of a scheme leaves its description as it was',
    ['extenderUpdateConfigScheme'],
    readsOtherwise((sent) => delete sent?.schemeDescription),
  ),
  defect(
    'the projects of a scheme are not listed',
    ['extenderGetConfigSchemes'],
    each((scheme) => scheme.associatedProjects?.splice(0, Infinity)),
  ),
  defect('a plain user may add fields', ['extenderAddField'], admitsAnybody),
  defect('deleted fields stay', ['extenderDeleteFields'], doesNothing),
  defect(
    'fields that were skipped are not told',
    ['extenderDeleteFields'],
    body((answer) => answer.skipped?.splice(0, Infinity)),
  ),
  defect(
    'the total of fields is that of the page',
    ['extenderGetFields'],
    body((page) => {
      page.total = page.customFields.length;
    }),
  ),
  defect(
    'fields are counted as if no issue had a value',
    ['extenderGetFields'],
    each((field) => {
      field.issuesWithValue = 0;
    }),
  ),
  defect(
    'the type of a field has no name',
    ['extenderGetFieldTypes'],
    each((type) => delete type.descriptorKey),
  ),
  defect(
    'the tab of a screen is counted from 1',
    ['extenderGetScreens'],
    each((screen) => (screen.tabPosition += 1)),
  ),
];
