// A sample of the defects; all of them: jest.all.config.mjs.
import preset from '../../jest.preset.mjs';

export default { ...preset, testPathIgnorePatterns: ['<rootDir>/test/all/'] };
