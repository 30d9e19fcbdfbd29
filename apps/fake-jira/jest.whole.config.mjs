// The tests that start whole processes, or send very many requests: `npm run test:whole`.
import config, { named } from './jest.config.mjs';

export default { ...config, ...(!named && { testMatch: ['<rootDir>/test/groups/whole/*.mjs'] }) };
