// One Jest set-up for every package: ES modules, TypeScript stripped by swc, no global state between files. Packages
// are tested side by side, one worker each; a worker that has grown makes room for a fresh one.
import { fileURLToPath } from 'node:url';

// Who names a file gets that file alone; else they are read in groups (scripts/jest).
export const named = process.argv
  .slice(2)
  .some((argument) => /^[^-].*[a-z]/i.test(argument) && !argument.endsWith('.mjs'));
const shared = fileURLToPath(new URL('scripts/jest', import.meta.url));

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>', shared],
  testMatch: named ? ['<rootDir>/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'] : [`${shared}/all.mjs`],
  // What is of the long form alone: `npm run test:all`.
  testPathIgnorePatterns: ['/test/all/'],
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
