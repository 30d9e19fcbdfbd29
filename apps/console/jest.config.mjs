import preset from '../../jest.preset.mjs';

// A browser beside the tests of all other packages takes its time.
export default { ...preset, testTimeout: 120_000 };
