import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A recorded request and what a real Jira answered. */
export interface RecordedExchange {
  /** `atlascode-wiremock 1`: the recording, and which of its exchanges. */
  readonly id: string;
  readonly recording: string;
  readonly method: string;
  /** With its query; parts that the source left out are `{name}`. */
  readonly path: string;
  /** Absent where the source does not show it. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly note?: string;
  readonly deployment?: string;
}

/** The recordings lie beside the checkout: they are not ours to hand on. */
const directory = fileURLToPath(new URL('../../../../../shared/reality/recordings', import.meta.url));

export const hasRecordings = existsSync(directory);

/** The names of the recordings; none where they are not there. */
export function recordingNames(): string[] {
  if (!hasRecordings) return [];
  return readdirSync(directory).flatMap((name) => (name.endsWith('.json') ? [basename(name, '.json')] : []));
}

export function recordingFile(name: string): string {
  return join(directory, `${name}.json`);
}

/** Every recorded exchange; none where the recordings are not there. */
export function recordedExchanges(): RecordedExchange[] {
  return recordingNames().flatMap((recording) => {
    const { exchanges } = JSON.parse(readFileSync(recordingFile(recording), 'utf8')) as {
      exchanges: Omit<RecordedExchange, 'id' | 'recording'>[];
    };
    return exchanges.map((one, at) => ({ ...one, id: `${recording} ${at}`, recording }));
  });
}
