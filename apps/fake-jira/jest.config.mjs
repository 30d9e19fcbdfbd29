import preset, { named } from '../../jest.preset.mjs';

export { named };

export default {
  ...preset,
  ...(!named && { testMatch: ['<rootDir>/test/groups/*.mjs'] }),
  ...(!named && { testSequencer: '<rootDir>/../../scripts/jest/sequencer.mjs' }),
  // Most tests are here: they are still running when those of the other packages have ended.
  maxWorkers: '100%',
};
