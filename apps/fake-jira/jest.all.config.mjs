// The long forms of the tests: `npm run test:all`.
import preset from '../../jest.preset.mjs';

process.env.FAKE_JIRA_TESTS = 'all';

export default { ...preset, testMatch: ['<rootDir>/test/fuzz.test.ts', '<rootDir>/test/node-24.test.ts'] };
