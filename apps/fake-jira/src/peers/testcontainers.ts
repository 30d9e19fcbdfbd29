// For Testcontainers: the fake as a container.
import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { AbstractStartedContainer, GenericContainer, Wait, type StartedTestContainer } from 'testcontainers';
import { connectFakeJira } from '../connect/connect-fake-jira.js';
import type { FakeJira } from '../fake-jira.js';
import { checkOptions, oneOf, text, wholeNumber } from '../given/options.js';

const port = 2990;
const tokenFile = '/run/secrets/control-token';

/** How the fake in the container is started; what is left out is as with `fake-jira start`. */
export interface FakeJiraContainerOptions {
  /** A preset, or the path of a world file on this machine, which is copied into the container. */
  readonly world?: string;
  /** The name of a profile, or the path of a profile file on this machine. */
  readonly profile?: string;
  readonly seed?: number;
  readonly auth?: 'strict' | 'any';
  readonly validate?: 'off' | 'warn' | 'strict';
}

const forms = {
  world: text,
  profile: text,
  seed: wholeNumber(),
  auth: oneOf('strict', 'any'),
  validate: oneOf('off', 'warn', 'strict'),
};

/**
 * The image of the fake as a container of Testcontainers. It is ready when the fake answers.
 *
 * @example
 * const container = await new FakeJiraContainer('fake-jira').withFakeJira({ world: 'test/world.yaml' }).start();
 * const jira = await container.connect();
 * console.log(jira.workspace('mine').url);
 * await container.stop();
 */
export class FakeJiraContainer extends GenericContainer {
  /** What its control API asks for: another one for each container. */
  readonly controlToken = randomBytes(16).toString('hex');

  /** @param image - built from the `Dockerfile` of fake-jira */
  constructor(image: string) {
    super(image);
    this.withExposedPorts(port);
    this.withCopyContentToContainer([{ content: `${this.controlToken}\n`, target: tokenFile, mode: 0o444 }]);
    this.withEnvironment({ FAKE_JIRA_CONTROL_TOKEN_FILE: tokenFile });
    const headers = { Authorization: `Bearer ${this.controlToken}` };
    this.withWaitStrategy(Wait.forHttp('/_fake/health', port).withHeaders(headers));
  }

  /** How the fake is started. */
  withFakeJira(options: FakeJiraContainerOptions): this {
    checkOptions('withFakeJira', options, forms);
    for (const [name, value] of Object.entries(options)) {
      if (value === undefined) continue;
      const isFile = /\.(ya?ml|json)$/i.test(String(value));
      const given = isFile ? `/opt/fake-jira/given/${basename(String(value))}` : String(value);
      if (isFile) this.withCopyFilesToContainer([{ source: String(value), target: given, mode: 0o444 }]);
      this.withEnvironment({ [`FAKE_JIRA_${name.toUpperCase()}`]: given });
    }
    return this;
  }

  /** Names by which other containers of its network reach it; the fake answers to them. */
  override withNetworkAliases(...names: string[]): this {
    super.withNetworkAliases(...names);
    return this.withEnvironment({ FAKE_JIRA_ALLOWED_HOST: this.networkAliases.join(',') });
  }

  override async start(): Promise<StartedFakeJiraContainer> {
    return new StartedFakeJiraContainer(await super.start(), this.controlToken);
  }
}

/** A fake that runs in a container. */
export class StartedFakeJiraContainer extends AbstractStartedContainer {
  readonly #controlToken: string;

  constructor(container: StartedTestContainer, controlToken: string) {
    super(container);
    this.#controlToken = controlToken;
  }

  /** Its base address from here. */
  get url(): string {
    return `http://${this.getHost()}:${this.getMappedPort(port)}`;
  }

  /** What `startFakeJira()` gives, for this fake; what is asked has to be awaited. */
  connect(): Promise<FakeJira<'elsewhere'>> {
    return connectFakeJira(this.url, { token: this.#controlToken });
  }
}
