import preset from '../../jest.preset.mjs';

// What gets another Node, or packages for an empty project, from the registry is of the long form: see jest.all.config.mjs.
export default { ...preset, testPathIgnorePatterns: ['/node_modules/', '/test/(node-24|install)\\.test\\.ts$'] };
