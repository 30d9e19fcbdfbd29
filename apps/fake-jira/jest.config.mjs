import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  // What gets another Node, or packages for an empty project, from the registry is of the long form: see
  // jest.all.config.mjs.
  testPathIgnorePatterns: ['/node_modules/', '/test/(node-24|install)\\.test\\.ts$'],
  // Most tests are here: they are still running when those of the other packages have ended.
  maxWorkers: '100%',
};
