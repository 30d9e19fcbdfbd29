import {
  addressOf,
  maskedAddress,
  operation,
  type AddressParts,
  type OperationId,
  type PathOf,
} from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';
import { pathWithQuery, type Asker, type ProvisionRequest } from '@fake-jira/target';
import type { ContractApi } from '../apis.js';
import type { Exchange } from '../exchange.js';
import { ContractFailure, UnexpectedStatus } from '../failure.js';
import type { Session, WireAnswer } from './session.js';

/** What a request has besides its operation. Values may be wrong on purpose, names may not. */
export interface Asked<Id extends OperationId = OperationId> {
  readonly path?: { readonly [Name in keyof PathOf<Id>]: string | number };
  readonly query?: AddressParts['query'];
  readonly body?: unknown;
  /** Sent as it is in place of a JSON body. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer, its JSON read. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Parsed where it is JSON, else text; `undefined` where there is none. Checks say what it has. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** Who somebody is, as the target says it. */
export interface Identity {
  /** Absent where Data Center has none. */
  readonly accountId?: string;
  /** Log-in name; absent where Cloud hides it. */
  readonly name?: string;
  readonly displayName: string;
  readonly emailAddress?: string;
}

/** What somebody's requests are recorded and judged by. */
export interface Recorder {
  readonly profile: Profile;
  /** The check that asks. */
  readonly check: () => string | null;
  readonly judge: (exchange: Omit<Exchange, 'violations'>) => readonly string[];
  readonly record: (exchange: Exchange) => void;
}

/** Somebody who asks a target: the administrator, a plain user, nobody at all. */
export class Person {
  readonly role: string;
  readonly #session: Session;
  readonly #recorder: Recorder;

  constructor(role: string, session: Session, recorder: Recorder) {
    this.role = role;
    this.#session = session;
    this.#recorder = recorder;
  }

  /**
   * Sends a request of an operation and holds the answer to a status and to the effective spec.
   *
   * @throws ContractFailure where the answer is another one
   * @example await admin.ask('createCustomFieldContext', 400, { path: { fieldId }, body: { name: ' ' } });
   */
  async ask<Id extends OperationId>(id: Id, status: number, asked: Asked<Id> = {}): Promise<Answer> {
    const { answer, exchange } = await this.#exchange(id, asked);
    if (answer.status !== status) {
      throw new ContractFailure(
        `${id} answered ${answer.status} where ${status} was expected: ${excerpt(answer.text)}`,
        exchange,
      );
    }
    return answer;
  }

  /** Sends a request of an operation; the answer is held to the effective spec, whichever status it has. */
  async send<Id extends OperationId>(id: Id, asked: Asked<Id> = {}): Promise<Answer> {
    return (await this.#exchange(id, asked)).answer;
  }

  /**
   * Sends a request of an operation for a probe: the answer may be another one than the profile says, so that nothing is
   * held to the spec.
   */
  async look<Id extends OperationId>(id: Id, asked: Asked<Id> = {}): Promise<Answer> {
    return (await this.#record(null, operation(id).method, addressOf(id, asked, this.#recorder.profile), asked)).answer;
  }

  /** Sends a request to an address that is no operation's, such as an unknown one. It is not judged. */
  async raw(method: string, path: string, asked: Omit<Asked, keyof AddressParts> = {}): Promise<Answer> {
    return (await this.#record(null, method, path, asked)).answer;
  }

  /** Sends what a provisioner asks; of what says its operation, the answer is held to the effective spec. */
  get asker(): Asker {
    const send = async ({ operation: id, method, path, query, body }: ProvisionRequest, must: boolean) => {
      const [address, asked] = [pathWithQuery(path, query), { body }];
      const { answer, exchange } =
        id === undefined
          ? await this.#record(null, method, address, asked)
          : await this.#held(id as OperationId, method, address, asked);
      const { status, text } = answer;
      if (!must || (status >= 200 && status < 300) || status === 303) return answer;
      if (id === undefined) throw new UnexpectedStatus(method, path, status, text);
      throw new ContractFailure(`${id} answered ${status}: ${excerpt(text)}`, exchange);
    };
    return { send: (request) => send(request, false), succeed: (request) => send(request, true) };
  }

  async #exchange(id: OperationId, asked: Asked) {
    return this.#held(id, operation(id).method, addressOf(id, asked, this.#recorder.profile), asked);
  }

  async #held(id: OperationId, method: string, path: string, asked: Asked) {
    const found = await this.#record(id, method, path, asked);
    const { violations } = found.exchange;
    if (violations.length > 0) {
      throw new ContractFailure(
        `The answer to ${id} is not what the spec says: ${violations.join('; ')}`,
        found.exchange,
      );
    }
    return found;
  }

  async #record(id: OperationId | null, method: string, path: string, { body, text, headers }: Asked) {
    const wire = await this.#session.send({
      method,
      path,
      ...(body === undefined ? {} : { body }),
      ...(text === undefined ? {} : { text }),
      ...(headers === undefined ? {} : { headers }),
    });
    const answer: Answer = { ...wire, body: readBody(wire) };
    const exchange = {
      check: this.#recorder.check(),
      api: id === null ? null : (operation(id).api as ContractApi),
      operation: id,
      role: this.role,
      method,
      path: maskedAddress(path),
      requestBody: text ?? body,
      status: answer.status,
      headers: answer.headers,
      body: answer.body as unknown,
    };
    const violations = id === null ? [] : this.#recorder.judge({ ...exchange, path });
    const recorded: Exchange = { ...exchange, violations };
    this.#recorder.record(recorded);
    return { answer, exchange: recorded };
  }
}

function readBody({ headers, text }: WireAnswer): unknown {
  if (text === '') return undefined;
  if (!/\bjson\b/.test(headers['content-type'] ?? '')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Said to be JSON and none: the judge finds a text where the spec has an object.
    return text;
  }
}

function excerpt(text: string): string {
  return text === '' ? '(no body)' : text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
