import { signal } from '@preact/signals';
import { askControl } from './fake.js';
import type { Grade } from './known.js';

export interface Entry {
  readonly method: string;
  readonly path: string;
  readonly user: string | null;
  readonly status: number | null;
  readonly at: number;
  readonly operationId: string | null;
  readonly body?: unknown;
  readonly bodyLeftOut?: string;
  readonly fault?: string;
  readonly evidence?: Grade;
  readonly violations: readonly string[];
}

/** How many requests the page holds, as the journal does. */
const most = 1_000;

/** What was asked of this workspace, the oldest first. */
export const entries = signal<readonly Entry[]>([]);

/**
 * Reads the journal as it goes on. `EventSource` sends no token, so the events are read from a response.
 *
 * @returns when the stream has ended
 */
export async function followJournal(signal: AbortSignal): Promise<void> {
  const { body } = await askControl('requests', { headers: { Accept: 'text/event-stream' }, signal });
  entries.value = [];
  let rest = '';
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = (rest + value).split('\n\n');
    rest = events.pop() ?? '';
    const read = events
      .filter((event) => event.startsWith('data: {'))
      .map((event) => JSON.parse(event.slice(6)) as Entry);
    const isForgotten = events.some((event) => event.startsWith('event: forgotten'));
    entries.value = [...(isForgotten ? [] : entries.value), ...read].slice(-most);
  }
}
