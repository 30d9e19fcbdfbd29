import type { WorldFile } from '@fake-jira/fixtures';
import { SoundWorlds } from '../world/sound.js';

/** A fake to ask, whose world can be another one for every question. */
export interface AskedFake {
  readonly url: string;
  /** Goes on with another world. */
  load(world: WorldFile, options: { readonly baseline: true }): void;
  /** Back to the world that was loaded last. */
  reset(): void;
}

/** A fake that goes from world to world. To build one takes longer than all else, so none is built twice in a row. */
export class Stage {
  readonly #worlds = new SoundWorlds();
  #now = '';

  constructor(readonly fake: AskedFake) {}

  /** @param content - the world as JSON, which the caller knows already */
  enter(world: WorldFile, content: string): void {
    if (content === this.#now) return this.fake.reset();
    this.#worlds.try(world, (file) => this.fake.load(file, { baseline: true }));
    this.#now = content;
  }
}
