import { requestView, startFakeJira } from '../src/index.js';
import { asAdmin } from './support/command-line.js';

describe('A middleware', () => {
  it('sees the workspace, its world, the caller, and the operation once an API has taken the request', async () => {
    const seen: unknown[] = [];
    const jira = await startFakeJira({
      middleware: [
        (request, response, next) => {
          const { workspace, address, user, operationId, world } = requestView(request);
          seen.push({ workspace, address, user, operationId, root: world.root });
          response.once('finish', () => seen.push(requestView(request).operationId));
          next();
        },
      ],
    });
    const { url, world } = jira.workspace('one');
    await fetch(`${url}/jira/rest/api/2/field?x=1`, asAdmin);
    expect(seen).toEqual([
      { workspace: 'one', address: '/rest/api/2/field?x=1', user: 'admin', operationId: undefined, root: world() },
      'getFields',
    ]);
    await jira.close();
  });

  it('may answer in place of the APIs', async () => {
    const jira = await startFakeJira({ middleware: [(_request, response) => void response.status(418).end()] });
    expect((await fetch(`${jira.url}/rest/api/2/field`)).status).toBe(418);
    await jira.close();
  });
});
