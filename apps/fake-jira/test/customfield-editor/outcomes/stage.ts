import { presetWorld, type WorldFile } from '@fake-jira/fixtures';
import type { TestOptions } from '../../support/jira.js';

// Ids in the world `demo`, which are counted in the order of its entries (packages/fixtures/src/presets/demo.ts).

export const field = {
  browsers: 10000,
  animals: 10001,
  teams: 10002,
  /** A check box field without a global context. */
  platforms: 10004,
  /** A text field: it has no options. */
  customer: 10006,
  places: 10019,
  unknown: 99999,
};

export const context = {
  browsers: 10100,
  browsersInTest: 10101,
  animals: 10102,
  teams: 10103,
  teamsInShop: 10104,
  platformsInShop: 10106,
  places: 10122,
  /** The next one that is made. */
  next: 10123,
  unknown: 99999,
};

export const option = {
  firefox: 10000,
  chrome: 10001,
  safari: 10002,
  edge: 10003,
  safariInTest: 10004,
  cats: 10006,
  micki: 10007,
  leo: 10008,
  tom: 10009,
  dogs: 10010,
  rex: 10011,
  web: 10025,
  android: 10027,
  windowsPhone: 10028,
  europe: 10029,
  germany: 10030,
  berlin: 10031,
  spain: 10033,
  asia: 10034,
  /** The next one that is made. */
  next: 10035,
  unknown: 99999,
};

export const project = { test: 10000, shop: 10001, unknown: 99999 };

export const issueType = { bug: '10001', story: '10002', unknown: '99999' };

const demo = presetWorld('demo', { seed: 1, now: 0 });

/** Fields on which bob has a global grant, beside the one that has it in the demo. */
const grantedToo: readonly string[] = ['Animals', 'Platforms'];
const toBob = { permissions: { users: ['bob'] } };

/** The world `demo` with a multi-level cascading select list and more grants for bob. */
const world: WorldFile = {
  ...demo,
  fields: [
    ...(demo.fields ?? []).map((entry) => (grantedToo.includes(entry.name) ? { ...entry, ...toBob } : entry)),
    {
      name: 'Places',
      type: 'multi-level-cascading-select',
      ...toBob,
      contexts: [
        {
          options: [
            { value: 'Europe', children: [{ value: 'Germany', children: ['Berlin', 'Bonn'] }, 'Spain'] },
            'Asia',
          ],
          default: ['Europe', 'Germany', 'Berlin'],
        },
      ],
    },
  ],
};

/** Jiras for the scenarios: those that name the same one share it. */
export const usual: TestOptions = { world };
export const onlyAdministratorsDelete = settings({ onlyAdministratorsDeleteOptions: true });
export const withoutLicence = settings({ multiLevelCascadingLicence: false });
export const withoutLicenceForbidden: TestOptions = {
  ...withoutLicence,
  answers: { 'editor.unlicensed-default': '403' },
};

function settings(changed: WorldFile['settings']): TestOptions {
  return { world: { ...world, settings: { ...world.settings, ...changed } } };
}
