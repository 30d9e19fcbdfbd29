import { presetWorld, type WorldFile } from '@fake-jira/fixtures';

// Ids in the world `demo`, which are counted in the order of its entries (packages/fixtures/src/presets/demo.ts).

export const browsers = 'customfield_10000';
export const animals = 'customfield_10001';
export const teams = 'customfield_10002';
export const platforms = 'customfield_10004';
/** A text field: it has no options. */
export const customer = 'customfield_10006';
export const locked = 'customfield_10014';
export const inTrash = 'customfield_10016';
export const unknownField = 'customfield_99999';

export const context = {
  browsers: '10100',
  browsersInTest: '10101',
  animals: '10102',
  teams: '10103',
  teamsInShop: '10104',
  platformsInShop: '10106',
  customer: '10109',
  unknown: '99999',
};

export const option = {
  firefox: '10000',
  chrome: '10001',
  safari: '10002',
  edge: '10003',
  cats: '10006',
  micki: '10007',
  dogs: '10010',
  fish: '10013',
  backend: '10014',
  unknown: '99999',
};

export const project = { test: '10000', shop: '10001', ops: '10002', unknown: '99999' };

export const issueType = { task: '10000', bug: '10001', story: '10002', subtask: '10003', unknown: '99999' };

/** The select list of the app `example-add-on`. */
export const team = 'example-add-on__team';

/** Aurora is the team of SHOP-2, Borealis that of TEST-1; nobody has Corona. */
export const teamOption = { aurora: '1', borealis: '2', corona: '3', unknown: '99' };

/** The world `demo` with sub-tasks switched off, for which no API of Jira has an operation. */
export const withoutSubtasks: WorldFile = {
  ...presetWorld('demo', { seed: 1, now: 0 }),
  settings: { subtasks: false },
};
