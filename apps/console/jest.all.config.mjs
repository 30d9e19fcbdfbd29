// Makes the pictures of the console anew, in docs/images: `npm run test:all`.
import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  testPathIgnorePatterns: [],
  testMatch: ['<rootDir>/test/all/*.test.ts'],
  testTimeout: 120_000,
};
