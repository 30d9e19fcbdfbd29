import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base } from 'fake-jira/playwright';
import { fieldsPage } from '../fields-page.js';

/** The application under test, which calls the Jira of the worker. */
export const test = base.extend<{ app: string }>({
  app: async ({ jira }, use) => {
    const server: Server = fieldsPage({ url: jira.url, authorization: `Basic ${btoa('admin:admin')}` });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    server.close();
    server.closeAllConnections();
  },
});

export { expect } from 'fake-jira/playwright';
