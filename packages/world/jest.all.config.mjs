// Ten thousand random queries: `npm run test:all`.
import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  testPathIgnorePatterns: [],
  testMatch: ['<rootDir>/test/all/*.test.ts'],
};
