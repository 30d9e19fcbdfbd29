import { requestView, startFakeJira } from '../src/index.js';
import { asAdmin } from './support/command-line.js';
import { TestClock } from './support/jira.js';

describe('A middleware', () => {
  it('sees the workspace, its world, the caller, and what is at the address', async () => {
    const seen: unknown[] = [];
    const jira = await startFakeJira({
      // The world is the same object until something happens in it; as time passes, jobs run.
      clock: new TestClock(),
      middleware: [
        (request, _response, next) => {
          const { world, ...view } = requestView(request);
          seen.push({ ...view, root: world.root });
          next();
        },
      ],
    });
    const one = jira.workspace('one');
    await fetch(`${one.url}/jira/rest/api/2/field?x=1`, asAdmin);
    await fetch(`${one.url}/rest/api/2/user`, { method: 'PUT' });
    await fetch(`${one.url}/rest/api/2/project/A%20B`);
    const common = { workspace: 'one', root: one.world() };
    expect(seen).toEqual([
      { ...common, address: '/rest/api/2/field?x=1', user: 'admin', operationId: 'getFields', parameters: {} },
      { ...common, address: '/rest/api/2/user', user: null, operationId: undefined, parameters: {} },
      {
        ...common,
        address: '/rest/api/2/project/A%20B',
        user: null,
        operationId: 'getProject',
        parameters: { projectIdOrKey: 'A B' },
      },
    ]);
    await jira.close();
  });

  it('may answer in place of the APIs', async () => {
    const jira = await startFakeJira({ middleware: [(_request, response) => void response.status(418).end()] });
    expect((await fetch(`${jira.url}/rest/api/2/field`)).status).toBe(418);
    await jira.close();
  });
});
