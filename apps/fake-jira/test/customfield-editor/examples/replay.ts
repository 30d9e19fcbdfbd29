import type { WorldFile } from '@fake-jira/fixtures';
import type { Answers } from '@fake-jira/profile';
import { testJira, type TestJira } from '../../support/jira.js';
import type { Example } from './document.js';
import { contextId, fieldId, optionId, parentId } from './worlds.js';

/** How an example comes about: the world that it needs, and the request. */
export interface Replay {
  readonly world: WorldFile;
  /** Who asks; `admin` on the addresses of administrators and `bob` elsewhere. */
  readonly as?: string;
  /** Without the question mark. */
  readonly query?: string;
  /** What the variables of the address stand for, where it is not what `worlds.ts` has. */
  readonly ids?: Readonly<Record<string, number>>;
  /** The body; absent: that of the example, if it is one of a request. */
  readonly body?: unknown;
  /** Why the body is not the example itself. */
  readonly because?: string;
  readonly answers?: Partial<Answers>;
  /** Where the document shows an older form than that of the newest version that it belongs to. */
  readonly version?: string;
  /** What has to happen before. */
  readonly before?: (jira: TestJira, path: string) => unknown;
  /** The part of the answer that the example shows. */
  readonly pick?: (body: never) => unknown;
  /** A failure of the world is planted. */
  readonly broken?: true;
}

export interface Played {
  readonly status: number;
  readonly body: unknown;
}

/** Makes the request of an example. */
export async function play(example: Example, replay: Replay): Promise<Played> {
  const path = addressOf(example, replay);
  const jira = testJira({
    world: replay.world,
    customfieldEditor: replay.version ?? example.version,
    answers: { ...example.answers, ...replay.answers },
    ...(replay.broken && { middleware: [(_request, _response, next) => next(breakWorld(jira))] }),
  });
  await replay.before?.(jira, path);
  const body = replay.body ?? (example.status === 'request' ? example.value : undefined);
  const user = replay.as ?? (path.includes('/user/') ? 'bob' : 'admin');
  const method = example.method as 'get' | 'post' | 'put' | 'patch' | 'delete';
  if (replay.broken) return playBroken(jira, method, path, user, body);
  const { status, body: answer } = await jira.as(user)[method](path, body, typeof body === 'string' ? asJson : {});
  return { status, body: replay.pick ? replay.pick(answer as never) : (answer as unknown) };
}

const asJson = { 'Content-Type': 'application/json' };

function addressOf({ path }: Example, { ids = {}, query }: Replay): string {
  const children = path.includes('/childoptions');
  const known: Readonly<Record<string, number>> = {
    customFieldId: fieldId,
    contextId,
    optionId: children ? parentId : optionId,
    childOptionId: optionId,
    ...ids,
  };
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => String(known[name]));
  return query === undefined ? address : `${address}?${query}`;
}

const planted = new Error('planted');

/** From now on nothing can be read of the world. */
function breakWorld(jira: TestJira): void {
  Object.defineProperty(jira.world, 'root', {
    get() {
      throw planted;
    },
  });
}

/** Past the client of the tests, which stops at every defect. */
async function playBroken(jira: TestJira, method: string, path: string, user: string, body: unknown): Promise<Played> {
  const response = await fetch(jira.url + path, {
    method: method.toUpperCase(),
    headers: { ...asJson, Authorization: `Basic ${Buffer.from(`${user}:${user}`).toString('base64')}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  expect(jira.defects.splice(0)).toEqual([planted]);
  return { status: response.status, body: await response.json() };
}
