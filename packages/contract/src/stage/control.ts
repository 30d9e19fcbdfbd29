import type { Session } from './session.js';

/** The control API of a fake, in a workspace that a run has for itself. */
export class ControlClient {
  readonly #session: Session;
  readonly #drop: () => Promise<unknown>;

  /**
   * @param session - within the workspace
   * @param drop - throws the workspace away
   */
  constructor(session: Session, drop: () => Promise<unknown>) {
    this.#session = session;
    this.#drop = drop;
  }

  /** Changes settings that no mirrored API sets. */
  async settings(changed: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#write('PUT', '/_fake/settings', changed);
  }

  /** Makes something go wrong. */
  async fault(fault: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#write('POST', '/_fake/faults', fault);
  }

  /** Adds what a world file says to the world. */
  async merge(world: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#write('POST', '/_fake/world', world);
  }

  /** Moves the clock on, in milliseconds. */
  async advance(milliseconds: number): Promise<void> {
    await this.#write('PUT', '/_fake/clock', { advance: milliseconds });
  }

  /** Back to the world as it began, without faults. */
  async reset(): Promise<void> {
    await this.#write('POST', '/_fake/reset');
  }

  async drop(): Promise<void> {
    await this.#drop();
  }

  async #write(method: string, path: string, body?: unknown): Promise<void> {
    const { status, text } = await this.#session.send({ method, path, ...(body === undefined ? {} : { body }) });
    if (status >= 300) throw new Error(`The control API answered ${method} ${path} with ${status}: ${text}`);
  }
}
