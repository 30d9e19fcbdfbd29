import autocannon from 'autocannon';

/** One request of a load. */
export interface LoadRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

export interface Load {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Asked in this order, each once; one alone is repeated for `seconds`. */
  readonly requests: readonly LoadRequest[];
  readonly seconds?: number;
  /** Clients side by side, each of which asks again once it was answered; 8 by default. */
  readonly clients?: number;
}

/**
 * Puts a load on a server.
 *
 * @returns how many requests it answered in a second
 * @throws Error where one was not answered with success: such a figure would say nothing
 */
export async function throughput({ url, headers = {}, requests, seconds = 2, clients = 8 }: Load): Promise<number> {
  const [first] = requests;
  if (first === undefined) throw new Error('A load needs a request.');
  let next = 0;
  const began = performance.now();
  let ended = began;
  const options: autocannon.Options = {
    url,
    connections: Math.min(clients, requests.length === 1 ? clients : requests.length),
    ...(requests.length === 1 ? { duration: seconds } : { amount: requests.length }),
    requests: [
      {
        setupRequest(request) {
          const { method, path, body } = requests.length === 1 ? first : (requests[next++ % requests.length] ?? first);
          const sent = body === undefined ? undefined : JSON.stringify(body);
          return {
            ...request,
            method,
            path,
            headers: { ...headers, ...(sent !== undefined && { 'content-type': 'application/json' }) },
            body: sent,
          };
        },
      },
    ],
  };
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(options, (error: Error | null, done) =>
      error === null ? resolve(done) : reject(error),
    );
    // It counts in whole seconds itself.
    running.on('response', () => (ended = performance.now()));
  });
  const lasted = (ended - began) / 1000;
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0)
    throw new Error(`${failed} of ${result.requests.total} × ${first.method} ${first.path} failed at ${url}.`);
  return result['2xx'] / lasted;
}
