import { Agent, request, type IncomingMessage } from 'node:http';
import { presetWorld, type WorldFile } from '@fake-jira/fixtures';
import { effectiveSpec, locate, responseJudge, type ApiName } from '@fake-jira/openapi';
import { namedProfile } from '@fake-jira/profile';
import { checkWorld } from '@fake-jira/world';
import { startFakeJira, type FakeJira } from '../src/index.js';
import { TestClock } from './support/jira.js';
import { Random } from './support/random.js';
import { fuzzToken } from './support/random-names.js';
import { RandomRequests, type FuzzRequest } from './support/random-requests.js';

const longForm = process.env['FAKE_JIRA_TESTS'] === 'all';
/** A world in which things are made at random grows, and slows down; so now and then it begins anew. */
const requestsPerWorld = 2_000;
const seed = 20_260_115;
/** Milliseconds that one request may take on a slow machine. */
const timePerRequest = 20;

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

function send(url: string, agent: Agent, { method, path, headers, body }: FuzzRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // Without a length, Node would send the body of a DELETE as if it were the next request.
    const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
    const sent = request(url + path, { agent, method, headers: { ...headers, ...length } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Whether a body has the form in which an API refuses; that it is what the spec says of an operation, a judge sees. */
type RefusalForm = (body: object, status: number) => boolean;

const anyForm: RefusalForm = () => true;

interface Fuzzed {
  readonly refusal: RefusalForm;
  /** Requests of the short form: enough for most operations to succeed. */
  readonly few: number;
  /** Those of the long form: a million in all. */
  readonly many: number;
  /** How many of its requests are about a field with options. */
  readonly ofOptions?: number;
  /** How many of its operations succeed at least. */
  readonly share: number;
  /** It changes what no request of another API does, so that each request has to begin as the one before. */
  readonly isControl?: true;
}

const fuzzed: { readonly [Api in ApiName]: Fuzzed } = {
  // Cancelling a task is refused with a plain list, an unknown address in the words of Jersey.
  'jira-cloud': {
    refusal: (body, status) => Array.isArray(body) || 'errorMessages' in body || (status === 404 && 'message' in body),
    few: 6_000,
    many: 450_000,
    share: 0.9,
  },
  extender: { refusal: (body) => 'message' in body, few: 6_000, many: 300_000, share: 0.9 },
  'customfield-editor': { refusal: anyForm, few: 1_200, many: 130_000, share: 0.5, ofOptions: 0.9 },
  'protected-fields': { refusal: anyForm, few: 300, many: 60_000, share: 0.3 },
  'plugin-manager': { refusal: (body) => 'message' in body, few: 100, many: 30_000, share: 1 },
  control: { refusal: (body) => 'message' in body, few: 600, many: 30_000, share: 0.7, isControl: true },
};

type FuzzedApi = ApiName;

const requestCount = (api: FuzzedApi) => fuzzed[api][longForm ? 'many' : 'few'];

/** What is wrong with a refusal, whatever operation it comes from. */
function problemsOfRefusal({ status, headers, text }: Answer, api: FuzzedApi): string[] {
  if (headers['content-type']?.includes('json') !== true) return [];
  const body: unknown = JSON.parse(text);
  const isForm = typeof body === 'object' && body !== null && fuzzed[api].refusal(body, status);
  return [
    ...(isForm ? [] : ['this is not the form of an error of the API']),
    ...(/\bat .+:\d+:\d+\)?(\\n|$)|node_modules/.test(text) ? ['this shows the code behind it'] : []),
  ];
}

/** Customfield Editor lets nobody in whom it was not told of, not even an administrator. */
const demo = presetWorld('demo', { seed: 1 });
const world: WorldFile = {
  ...demo,
  fields: (demo.fields ?? []).map((field) => ({ permissions: { groups: ['jira-administrators'] }, ...field })),
};

/** What a request of the control API may have left behind: a fault, another Jira, a world without an administrator. */
function beginAsBefore(jira: FakeJira): void {
  jira.faults.clear();
  jira.reset();
  if (jira.world().projects.size === 0) jira.load(world, { baseline: true });
}

it.each((Object.keys(fuzzed) as FuzzedApi[]).map((api) => [requestCount(api), api] as const))(
  '%i requests made from the spec of %s are answered as the spec says, and those that are wrong change nothing',
  async (count, api) => {
    const profile = namedProfile('all');
    const judge = responseJudge(api, profile);
    const clock = new TestClock();
    const defects: unknown[] = [];
    const jira = await startFakeJira({ clock, world, onDefect: (error) => defects.push(error) });
    if (api === 'protected-fields') jira.changeSettings({ protectedFieldTokens: [{ token: fuzzToken }] });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const random = new Random(seed);
    const requests = new RandomRequests(effectiveSpec(api, profile), random, fuzzed[api].ofOptions);
    const met = new Map<string, Set<number>>();

    try {
      for (let sent = 0; sent < count; sent++) {
        if (sent > 0 && sent % requestsPerWorld === 0) {
          expect({ sent, problems: checkWorld(jira.world()) }).toEqual({ sent, problems: [] });
          jira.reset();
        }
        if (fuzzed[api].isControl) beginAsBefore(jira);
        // Each of its projects has been deleted.
        else if (jira.world().projects.size === 0) jira.reset();
        const before = jira.world();
        const made = requests.next(before);
        const answer = await send(jira.url, agent, made);
        const { status, headers, text } = answer;
        const path = made.path.replace(/^\/jira/, '').split('?')[0] ?? '';
        const body: unknown = headers['content-type']?.includes('json') ? JSON.parse(text) : text;
        const location = locate(profile, made.method, path);
        const operationId = location.kind === 'operation' ? location.operation.operationId : undefined;
        const problems = [
          ...defects.splice(0).map(String),
          // Customfield Editor has documented ones, which the judge knows.
          ...(status >= 500 && api !== 'customfield-editor' ? ['this is a defect'] : []),
          ...(status >= 400 ? problemsOfRefusal(answer, api) : []),
          ...((status >= 400 || made.method === 'GET') && jira.world() !== before
            ? ['this has changed the world']
            : []),
          ...judge({ method: made.method, path, status, headers, body }, location).map(
            ({ pointer, message }) => `${pointer} ${message}`,
          ),
        ];
        // Only where it failed: a matcher for each of a million requests takes longer than the requests.
        if (problems.length > 0)
          throw new Error(
            JSON.stringify({ seed, sent, ...made, status, text: text.slice(0, 2_000), problems }, null, 1),
          );
        if (operationId) met.set(operationId, (met.get(operationId) ?? new Set()).add(status));
        clock.advance(random.chance(0.0005) ? 61 * 24 * 60 * 60 * 1000 : random.below(150));
      }
      expect(checkWorld(jira.world())).toEqual([]);
    } finally {
      agent.destroy();
      await jira.close();
    }

    // A generator that never gets past the validation would prove little.
    const succeeded = [...met].filter(([, statuses]) => [...statuses].some((status) => status < 400)).map(([id]) => id);
    expect([...met.keys()].sort()).toEqual([...requests.operationIds].sort());
    const never = requests.operationIds.filter((id) => !succeeded.includes(id));
    expect(never.length > requests.operationIds.length * (1 - fuzzed[api].share) ? never : []).toEqual([]);
  },
  (longForm ? 1_000_000 : 6_000) * timePerRequest + 20_000,
);
