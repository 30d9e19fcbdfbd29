import { createRequire } from 'node:module';
import { effectiveSpec, servedOperations, type OpenApiDocument } from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';
import type { ContractApi } from '../apis.js';
import type { Exchange } from '../exchange.js';
import { groupBy } from '../group-by.js';

type Recorded = Pick<Exchange, 'api' | 'operation' | 'method' | 'path' | 'status' | 'headers' | 'body'>;

/** What of Prism's answer is of interest. */
interface PrismOutput {
  readonly validations: { readonly output: readonly { readonly message: string; readonly path?: readonly string[] }[] };
}
type Either = { readonly _tag: 'Left'; readonly left: Error } | { readonly _tag: 'Right'; readonly right: PrismOutput };
type PrismJudge = (exchange: Recorded) => Promise<Either>;

export interface SecondJudgement {
  /** How many exchanges it has judged: those whose outcome its document can have. */
  readonly judged: number;
  /** What it does not allow, a sentence each. */
  readonly violations: readonly string[];
}

/**
 * Judges exchanges by a second, independent implementation: Prism, against the same effective spec. Its proxy would
 * follow redirects and answer some errors itself, so it gets a forward that returns the recorded answer.
 *
 * @throws Error where `@stoplight/prism-http` is not installed
 */
export async function prismJudge(profile: Profile, exchanges: readonly Recorded[]): Promise<SecondJudgement> {
  const judges = new Map<ContractApi, Promise<PrismJudge>>();
  let judged = 0;
  const violations = new Set<string>();
  for (const exchange of exchanges) {
    const { api, operation, status } = exchange;
    // Where an operation of other versions is not there, the document of this one has nothing to say.
    const isServed = api !== null && operation !== null && servedOperations(api, profile).has(operation);
    if (!isServed || isOfTransport(status)) continue;
    judged += 1;
    const judge = judges.get(api) ?? judgeOf(effectiveSpec(api, profile));
    judges.set(api, judge);
    const result = await (await judge)(exchange);
    const found = result._tag === 'Left' ? [{ message: result.left.message }] : result.right.validations.output;
    for (const { message, path = [] } of found) {
      violations.add(`${operation} ${status}: ${path.join('.')} ${message}`.replace(/ +/g, ' '));
    }
  }
  return { judged, violations: [...violations] };
}

/** What transport adds to any operation stands in our documents once, where Prism does not look. */
function isOfTransport(status: number): boolean {
  return [405, 413, 415, 429].includes(status);
}

/** A logger that says nothing. */
const silent: Record<string, unknown> = {
  child: () => silent,
  ...Object.fromEntries(
    ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'success'].map((name) => [name, () => undefined]),
  ),
};

async function judgeOf(document: OpenApiDocument): Promise<PrismJudge> {
  const { createInstance, getHttpOperationsFromSpec } = await loadPrism();
  const operations = await getHttpOperationsFromSpec(structuredClone({ ...document, servers: [] }));
  // Prism scores every operation that it is given for every request: nine tenths of its time went to those of another
  // method or of more or fewer segments, which cannot match.
  const alike = groupBy(operations, ({ method, path }) => likeness(method, path));
  return (exchange) => {
    const { status, headers, body } = exchange;
    const recorded = { statusCode: status, headers, body };
    const instance = createInstance(
      {
        isProxy: true,
        upstream: new URL('http://recorded.invalid'),
        upstreamProxy: undefined,
        checkSecurity: false,
        validateRequest: false,
        validateResponse: true,
        errors: true,
        mock: { dynamic: false },
      },
      // The forms of fp-ts: a reader of the logger, of a task, of the right side.
      { logger: silent, forward: () => () => () => Promise.resolve({ _tag: 'Right', right: recorded }) },
    );
    const [path = '/'] = exchange.path.split('?');
    const method = exchange.method.toLowerCase();
    return instance.request({ method, url: { path } }, alike.get(likeness(method, path)) ?? [])();
  };
}

function likeness(method: string, path: string): string {
  return `${method} ${path.split('/').length}`;
}

interface PrismOperation {
  readonly method: string;
  readonly path: string;
}

interface Prism {
  readonly createInstance: (
    config: object,
    components: object,
  ) => { request(input: object, operations: readonly PrismOperation[]): () => Promise<Either> };
  readonly getHttpOperationsFromSpec: (document: object) => Promise<PrismOperation[]>;
}

/** Whether the second judge is installed: looked for before a run that would need it at its end. */
export function isPrismInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve('@stoplight/prism-http');
    return true;
  } catch {
    return false;
  }
}

/** What is said where it is not. */
export const prismMissing =
  'The second judge needs the package @stoplight/prism-http: install it, or run with --no-prism.';

/**
 * Loads Prism, which takes about two seconds: a run can begin with it while its checks wait for answers.
 *
 * @throws Error where `@stoplight/prism-http` is not installed
 */
export async function loadPrism(): Promise<Prism> {
  try {
    return (await import('@stoplight/prism-http')) as unknown as Prism;
  } catch (error) {
    throw new Error(prismMissing, { cause: error });
  }
}
