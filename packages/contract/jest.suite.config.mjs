// The contract suite itself: against a fake that it starts. `npm run contract`.
export default {
  testEnvironment: '<rootDir>/dist/jest/contract-environment.js',
  roots: ['<rootDir>/suite'],
  testMatch: ['**/*.test.js'],
  transform: {},
  testTimeout: 30_000,
  maxWorkers: 2,
  globalSetup: '<rootDir>/dist/jest/global-setup.js',
  globalTeardown: '<rootDir>/dist/jest/global-teardown.js',
  reporters: [['<rootDir>/dist/jest/reporter.js', { directory: 'reports' }]],
};
