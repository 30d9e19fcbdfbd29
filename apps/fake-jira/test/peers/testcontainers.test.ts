import { jest } from '@jest/globals';
import { GenericContainer, type StartedTestContainer } from 'testcontainers';
import { startFakeJira } from '../../src/index.js';
import { FakeJiraContainer } from '../../src/peers/testcontainers.js';

/** What Testcontainers keeps of a container that it has not started yet. */
interface Planned {
  readonly imageName: { readonly string: string };
  readonly environment: Record<string, string>;
  readonly exposedPorts: readonly number[];
  readonly contentsToCopy: readonly { content: string; target: string; mode: number }[];
  readonly filesToCopy: readonly { source: string; target: string; mode: number }[];
  readonly waitStrategy: { readonly path: string; readonly port: number; readonly headers: Record<string, string> };
}
const planned = (container: FakeJiraContainer) => container as unknown as Planned;

describe('fake-jira/testcontainers', () => {
  it('runs the image with a token of its own, and waits until the fake answers to it', () => {
    const [one, other] = [new FakeJiraContainer('fake-jira:1'), new FakeJiraContainer('fake-jira:1')];
    expect(one.controlToken).not.toBe(other.controlToken);
    const { imageName, exposedPorts, contentsToCopy, environment, waitStrategy } = planned(one);
    expect(imageName.string).toBe('fake-jira:1');
    expect(exposedPorts).toEqual([2990]);
    expect(contentsToCopy).toEqual([
      { content: `${one.controlToken}\n`, target: environment['FAKE_JIRA_CONTROL_TOKEN_FILE'], mode: 0o444 },
    ]);
    expect(waitStrategy).toMatchObject({
      path: '/_fake/health',
      port: 2990,
      headers: { Authorization: `Bearer ${one.controlToken}` },
    });
  });

  it('hands options on as variables, and copies the files that they name', () => {
    const container = new FakeJiraContainer('fake-jira').withFakeJira({
      world: 'test/world.yaml',
      profile: 'data-center',
      seed: 7,
      validate: 'strict',
    });
    const { environment, filesToCopy } = planned(container.withNetworkAliases('jira', 'jira.test'));
    expect(environment).toMatchObject({
      FAKE_JIRA_WORLD: '/opt/fake-jira/given/world.yaml',
      FAKE_JIRA_PROFILE: 'data-center',
      FAKE_JIRA_SEED: '7',
      FAKE_JIRA_VALIDATE: 'strict',
      FAKE_JIRA_ALLOWED_HOST: 'jira,jira.test',
    });
    expect(filesToCopy).toEqual([
      { source: 'test/world.yaml', target: '/opt/fake-jira/given/world.yaml', mode: 0o444 },
    ]);
    expect(() => container.withFakeJira({ wrld: 'tiny' } as never)).toThrow('did you mean "world"?');
  });

  it('connects to the fake that runs, with its token', async () => {
    const container = new FakeJiraContainer('fake-jira');
    const fake = await startFakeJira({ world: 'tiny', controlToken: container.controlToken });
    const { hostname, port } = new URL(fake.url);
    // In place of a container, for which there is no engine here: a fake with the same token.
    const running = { getHost: () => hostname, getMappedPort: () => Number(port) };
    jest.spyOn(GenericContainer.prototype, 'start').mockResolvedValue(running as unknown as StartedTestContainer);
    const started = await container.start();
    expect(started.url).toBe(fake.url);
    const jira = await started.connect();
    await jira.merge({ fields: [{ name: 'Team', type: 'select' }] });
    expect([...fake.world().fields.values()].map(({ name }) => name)).toContain('Team');
    await fake.close();
  });
});
