// Every defect, a file per API: `npm run test:all`.
import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  testPathIgnorePatterns: [],
  testMatch: ['<rootDir>/test/all/*.test.ts'],
  testTimeout: 1_200_000,
  maxWorkers: 2,
};
