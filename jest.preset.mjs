// One Jest set-up for every package: ES modules, TypeScript stripped by swc, no global state between files. Packages
// are tested side by side, one worker each; a worker that has grown makes room for a fresh one.
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>'],
  testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/', '/dist/', '/generated/.*\\.js$'],
  testTimeout: 20_000,
  maxWorkers: 1,
  workerIdleMemoryLimit: '400MB',
};
