import { operation, type ControlOperations } from '@fake-jira/openapi';
import { UsageError } from '../given/usage-error.js';

/** What a request to the control API says beside its operation. */
export interface Asked {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
}

/** The JSON of the answer that an operation gives where nothing is wrong; undefined where it has none. */
export type Told<Id extends keyof ControlOperations> = ControlOperations[Id]['responses'] extends infer Responses
  ? Responses extends { 200: { content: { 'application/json': infer Body } } }
    ? Body
    : Responses extends { 201: { content: { 'application/json': infer Body } } }
      ? Body
      : undefined
  : never;

/** The fake that was asked has refused: the message is its sentence. */
export class RefusedByFake extends Error {
  override readonly name = 'RefusedByFake';
  readonly status: number;
  /** Every mistake of a world file or a profile. */
  readonly mistakes: readonly { readonly path: string; readonly message: string }[] | undefined;

  constructor(status: number, message: string, mistakes?: RefusedByFake['mistakes']) {
    super(message);
    this.status = status;
    this.mistakes = mistakes;
  }
}

/** How a client reaches the fake. */
export interface Way {
  /** Of the fake, or of a workspace; no slash at its end. */
  readonly url: string;
  readonly token?: string | undefined;
  readonly fetch: typeof fetch;
}

/** Asks the control API of one workspace of a fake that runs elsewhere. */
export class ControlClient {
  readonly #way: Way;

  constructor(way: Way) {
    this.#way = way;
  }

  /** @throws RefusedByFake, and UsageError where no fake answers */
  async ask<Id extends keyof ControlOperations>(id: Id, asked: Asked = {}): Promise<Told<Id>> {
    const response = await this.#send(id, asked);
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    const text = await response.text();
    if (response.ok) return (isJson ? JSON.parse(text) : undefined) as Told<Id>;
    const problem = isJson ? (JSON.parse(text) as Partial<RefusedByFake>) : {};
    if (typeof problem.message !== 'string' || 'errorMessages' in problem) throw this.#noFake(response.status);
    throw new RefusedByFake(response.status, problem.message, problem.mistakes);
  }

  async #send(id: keyof ControlOperations, { path = {}, query = {}, body }: Asked): Promise<Response> {
    const { url, token, fetch } = this.#way;
    const { method, path: template } = operation(id);
    const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
    const named = Object.entries(query).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    );
    const search = named.length > 0 ? `?${new URLSearchParams(named).toString()}` : '';
    try {
      return await fetch(`${url}${filled}${search}`, {
        method,
        headers: {
          Accept: 'application/json',
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    } catch (error) {
      const { cause } = error as { readonly cause?: { readonly code?: string; readonly message?: string } };
      const reason = cause?.code ?? cause?.message ?? (error as Error).message;
      throw new UsageError(`No fake Jira answers at ${url}: ${reason}. Is it started, and is that its address?`);
    }
  }

  #noFake(status: number): UsageError {
    const { url } = this.#way;
    return new UsageError(
      `What answers at ${url} is no fake Jira: /_fake has given ${status}. connectFakeJira takes what fake-jira start prints.`,
    );
  }
}
