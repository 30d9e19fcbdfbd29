import { defineConfig } from 'eslint/config';
import * as regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['**/dist/**', '**/generated/**', '**/node_modules/**', '**/jest*.config.mjs', '**/*.cjs'] },
  tseslint.configs.recommendedTypeChecked,
  {
    // A regular expression whose time grows faster than what it reads could be made to stop the fake.
    files: ['**/src/**'],
    ignores: ['**/*.test.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': ['error', { ignoreSticky: true }],
    },
  },
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    // Bodies of answers are `any` in tests, checks and defects: the spec judges them, not the compiler.
    files: [
      '**/test/**',
      '**/*.test.ts',
      'packages/contract/src/checks/**',
      'packages/contract/src/stage/**',
      'packages/mutants/src/{plant,defects}/**',
    ],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/src/cli/**', '**/scripts/**', '**/bin/**', 'packages/bench/src/**'],
    rules: { 'no-console': 'off' },
  },
  { files: ['**/*.mjs', '**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
  {
    // Projects of their own, whose types are those of what they install: a long test compiles them.
    files: ['examples/**/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
    rules: { '@typescript-eslint/switch-exhaustiveness-check': 'off' },
  },
  // What a project without modules would write.
  { files: ['examples/*/test/**/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
