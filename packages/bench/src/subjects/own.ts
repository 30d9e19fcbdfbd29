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

/** A bare server that answers prepared bytes: see {@link prepare}. */
export function floorOf(kind: 'express' | 'node-http'): Subject {
  return {
    name: kind === 'express' ? 'bare Express 5' : 'bare node:http',
    command: (port) => [process.execPath, floor(kind), `${port}`],
    probe: '/',
  };
}
