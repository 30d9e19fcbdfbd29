// A sample of the defects, each on a fake of its own: `npm run test:whole`.
import preset, { named } from '../../jest.preset.mjs';

export default { ...preset, ...(!named && { testMatch: ['<rootDir>/test/whole/*.test.ts'] }) };
