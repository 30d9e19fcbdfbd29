import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkAddresses, responseJudge, type ApiName } from '@fake-jira/openapi';
import { namedProfile, perProfile, protectedFieldsAddress, type Answers, type Profile } from '@fake-jira/profile';
import { processVault, type Root, type World } from '@fake-jira/world';
import supertest, { type Response } from 'supertest';
import { createApp } from '../../src/app.js';
import { makeWorkspaces, rootOf, type WorkspacesOptions } from '../../src/server.js';
import { defaultWorkspace, Workspaces } from '../../src/http/workspaces.js';
import { compareWithReference } from './reference.js';

/** A clock that stands still until a test moves it. */
export class TestClock {
  #now = Date.UTC(2026, 0, 15, 12);
  now = (): number => this.#now;
  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

export interface TestOptions extends Pick<
  WorkspacesOptions,
  'world' | 'vault' | 'auth' | 'middleware' | 'allowedHosts' | 'reports'
> {
  readonly profile?: string;
  /** The version of Customfield Editor in place of the profile's; `null`: not installed. */
  readonly customfieldEditor?: string | null;
  /** The same of Extender. */
  readonly extender?: string | null;
  /** Which Jira it is, in place of the profile's. */
  readonly jira?: Profile['jira'];
  /** Whether Protected Fields is installed, or where, in place of the profile's. */
  readonly protectedFields?: Profile['protectedFields'];
  /** Answers to open questions on top of the profile's. */
  readonly answers?: Partial<Answers>;
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Requests of one person; each answer has been held to the spec. */
export type TestUser = {
  readonly [M in Method]: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
};

/** Makes something once for each key. */
function oncePer<Key extends string | object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new Map<Key, Made>();
  return (key) => {
    const made = known.get(key) ?? make(key);
    known.set(key, made);
    return made;
  };
}

// What is worked out for a profile is known by the object, and a world that was built is never changed: fakes of one
// kind share both.
const sharedProfile = oncePer((json: string) => JSON.parse(json) as Profile);
const builtWorld = oncePer((world: NonNullable<TestOptions['world']>) =>
  rootOf(world, { now: new TestClock().now(), vault: processVault() }),
);
const judgesOf = perProfile((profile) => oncePer((api: ApiName) => responseJudge(api, profile)));

/** Which document an address belongs to. */
function apiOf(path: string, profile: Profile): ApiName | undefined {
  if (path === protectedFieldsAddress(profile)) return 'protected-fields';
  if (/^\/rest\/(api|webhooks|jira-webhook)\//.test(path)) return 'jira-cloud';
  if (path.startsWith('/rest/extender/')) return 'extender';
  if (path.startsWith('/_fake/')) return 'control';
  if (path.startsWith('/rest/plugins/')) return 'plugin-manager';
  return path.startsWith('/rest/jiracustomfieldeditorplugin/') ? 'customfield-editor' : undefined;
}

/** A fake in this process with a clock that stands still. Every answer it gives is judged by the effective spec. */
export class TestJira {
  readonly clock = new TestClock();
  readonly profile: Profile;
  readonly world: World;
  readonly #server: Server;
  readonly #listening: Promise<unknown>;

  constructor({
    profile = 'all',
    customfieldEditor,
    extender,
    protectedFields,
    jira,
    answers = {},
    ...options
  }: TestOptions) {
    const named = namedProfile(profile);
    this.profile = sharedProfile(
      JSON.stringify({
        ...named,
        jira: jira ?? named.jira,
        customfieldEditor: customfieldEditor === undefined ? named.customfieldEditor : customfieldEditor,
        extender: extender === undefined ? named.extender : extender,
        protectedFields: protectedFields ?? named.protectedFields,
        answers,
      }),
    );
    const { world = 'demo', vault } = options;
    const workspaces = vault
      ? makeWorkspaces({ ...options, profile: this.profile, clock: this.clock })
      : new Workspaces({ root: builtWorld(world), profile: checkAddresses(this.profile), clock: this.clock });
    this.world = workspaces.get(defaultWorkspace).world;
    const app = createApp({ ...options, workspaces, onDefect: (error) => this.defects.push(error) });
    this.#server = createServer(app).listen(0);
    this.#listening = once(this.#server, 'listening');
  }

  /** Errors of the fake itself; a test that leaves one behind has found a defect. */
  readonly defects: unknown[] = [];

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get root(): Root {
    return this.world.root;
  }

  get admin(): TestUser {
    return this.as('admin');
  }

  get bob(): TestUser {
    return this.as('bob');
  }

  get anonymous(): TestUser {
    return this.withHeaders({});
  }

  /** Somebody who signs in with a password, which by default is the name. */
  as(name: string, password = name): TestUser {
    return this.withHeaders({ Authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}` });
  }

  withHeaders(headers: Record<string, string>): TestUser {
    const method =
      (name: Method) =>
      async (path: string, body?: unknown, more: Record<string, string> = {}): Promise<Response> => {
        // Else supertest would make it listen a second time.
        await this.#listening;
        const request = supertest(this.#server)
          [name](path)
          .set({ ...headers, ...more });
        if (body !== undefined) request.send(body as object);
        const response = await request.redirects(0);
        this.#check(name, path, response);
        return response;
      };
    return {
      get: method('get'),
      post: method('post'),
      put: method('put'),
      patch: method('patch'),
      delete: method('delete'),
    };
  }

  #check(method: string, address: string, response: Response): void {
    if (this.defects.length > 0) throw this.defects[0];
    const path = new URL(address, 'http://x').pathname.replace(/^\/w\/[^/]+/, '').replace(/^\/jira(?=\/)/, '');
    const api = apiOf(path, this.profile);
    if (api === undefined) return;
    const exchange = {
      method: method.toUpperCase(),
      path,
      status: response.status,
      headers: response.headers as Record<string, string>,
      body: bodyOf(response),
    };
    const violations = judgesOf(this.profile)(api)(exchange);
    if (violations.length > 0) {
      throw new Error(
        [`${exchange.method} ${address} → ${response.status} is not what the spec says:`]
          .concat(
            violations.map(({ pointer, message }) => `  ${pointer} ${message}`),
            response.text ?? '',
          )
          .join('\n'),
      );
    }
    // The published document is that of Cloud.
    if (api === 'jira-cloud' && this.profile.jira.deployment !== 'data-center') compareWithReference(exchange);
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

function bodyOf({ text, type, body }: Response): unknown {
  if (text === '' || text === undefined) return undefined;
  return /[/+]json$/.test(type) ? (body as unknown) : text;
}

const open: TestJira[] = [];

/** A fake for one test; it is closed when the test file ends. */
export function testJira(options: TestOptions = {}): TestJira {
  const jira = new TestJira(options);
  open.push(jira);
  return jira;
}

afterEach(() => {
  for (const jira of open.splice(0)) jira.close();
});
