import { requestView } from '../../src/index.js';
import { asAdmin } from '../support/command-line.js';
import { control, createField, listening } from '../control/stage.js';

describe('what goes wrong in one request', () => {
  it('once it is answered is told, and costs no other request', async () => {
    const defects: unknown[] = [];
    const failure = new Error('of a listener');
    const jira = await listening({
      onRequest: () => {
        throw failure;
      },
      onDefect: (error) => defects.push(error),
    });
    expect((await createField(jira, 'A')).status).toBe(201);
    expect((await createField(jira, 'B')).status).toBe(201);
    expect(jira.journal()).toHaveLength(2);
    expect(new Set(defects)).toEqual(new Set([failure]));
  });

  it('behind its body is a 500 of the API', async () => {
    const defects: unknown[] = [];
    const jira = await listening({
      middleware: [
        (request, _response, next) => {
          const { world } = requestView(request);
          world.write = () => {
            throw new Error('planted');
          };
          next();
        },
      ],
      onDefect: (error) => defects.push(error),
    });
    const answer = await createField(jira, 'A');
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      500,
      { errorMessages: [expect.stringContaining('The fake has a defect')], errors: {} },
    ]);
    expect(defects).toHaveLength(1);
    expect((await control(jira, 'GET', 'health')).status).toBe(200);
  });

  it('while it is answered is a 500 without a word of the code, or the end of its connection', async () => {
    const defects: unknown[] = [];
    const jira = await listening({
      middleware: [
        (request, response) => {
          if (request.method === 'POST') response.write('half');
          throw new Error('of a middleware');
        },
      ],
      onDefect: (error) => defects.push(error),
    });
    const answer = await fetch(`${jira.url}/rest/api/2/field`, asAdmin);
    expect([answer.status, await answer.text()]).toEqual([500, expect.not.stringContaining('of a middleware')]);
    await expect(createField(jira, 'A')).rejects.toThrow();
    expect(defects).toHaveLength(2);
    expect((await control(jira, 'GET', 'health')).status).toBe(200);
  });
});

it('a group of a world file has not the id of one that its users name, so that its export can be read again', async () => {
  const jira = await listening();
  const [exported] = [(await control(jira, 'GET', 'world')).body as { groups: { name: string; id: string }[] }];
  const groups = exported.groups.map((group) => (group.name === 'jira-users' ? { ...group, name: 'renamed' } : group));
  const { status, body } = await control(jira, 'PUT', 'world', { ...exported, groups });
  expect([status, body.message]).toEqual([400, expect.stringContaining('is the id of the group "jira-users" already')]);
});
