// Every defect, a file per API: `npm run test:all`.
import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  testPathIgnorePatterns: [],
  testMatch: ['<rootDir>/test/all/*.test.ts'],
  // The model asks the fake of the sources: what is planted in it has to see the same one.
  moduleNameMapper: { ...preset.moduleNameMapper, '^fake-jira$': '<rootDir>/../../apps/fake-jira/src/index.ts' },
  testTimeout: 1_200_000,
  maxWorkers: 2,
};
