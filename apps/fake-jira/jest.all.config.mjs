// The long forms of the tests: `npm run test:all`.
import preset from '../../jest.preset.mjs';

process.env.FAKE_JIRA_TESTS = 'all';

export default {
  ...preset,
  testPathIgnorePatterns: [],
  testMatch: [
    'adding-an-api',
    'answers',
    'contract-as-real',
    'contract-calibrate',
    'contract-cleanup',
    'contract-compare',
    'contract-matrix',
    'contract-prism-mock',
    'contract-record',
    'contract-shards',
    'fuzz',
    'all/clients',
    'all/examples',
    'all/ci',
    'all/executable',
    'all/first-tests',
    'all/image',
    'all/install',
    'all/node-24',
    'world-apply',
    'world-capture',
  ].map((name) => `<rootDir>/test/${name}.test.ts`),
};
