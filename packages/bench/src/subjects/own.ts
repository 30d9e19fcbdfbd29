import { fileURLToPath } from 'node:url';
import type { Subject } from './subject.js';

const bin = fileURLToPath(new URL('../../../../apps/fake-jira/bin/fake-jira.cjs', import.meta.url));
const floor = (name: string) => fileURLToPath(new URL(`../floors/${name}.mjs`, import.meta.url));

/** Signs in as the administrator of every preset. */
export const asAdministrator = { Authorization: 'Basic YWRtaW46YWRtaW4=' };

/** The fake, as its command line starts it. */
export function fake(name: string, options: readonly string[] = []): Subject {
  return {
    name,
    command: (port) => [process.execPath, bin, 'start', '--port', `${port}`, '--log', 'json', '--quiet', ...options],
    probe: '/rest/api/3/field',
    headers: asAdministrator,
  };
}

const floorNames = {
  express: 'bare Express 5',
  'express-duties': 'Express 5 with sign-in, look-up and journal',
  'node-http': 'bare node:http',
} as const;

/** A server that answers prepared bytes, and does no more than its name says: see {@link prepare}. */
export function floorOf(kind: keyof typeof floorNames): Subject {
  return { name: floorNames[kind], command: (port) => [process.execPath, floor(kind), `${port}`], probe: '/' };
}
