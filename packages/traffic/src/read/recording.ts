import { readRecording, type Recording } from '@fake-jira/contract';
import type { TrafficExchange } from '../exchange.js';
import { TrafficError } from '../traffic-error.js';
import { isObject } from './json.js';

/** A recording of the contract suite. Things have names in it instead of ids; each gets an id again, check by check. */
export function readOwnRecording(directory: string): TrafficExchange[] {
  return recordingIn(directory).checks.flatMap(({ id, exchanges }, check) => {
    const named = new Named();
    return exchanges.map((exchange, at): TrafficExchange => {
      const { method, path, status, headers, request, body } = exchange;
      const isSelection = JSON.stringify(body ?? null).includes(others);
      return {
        file: directory,
        place: `${id} [${at}]`,
        method,
        // Names are a check's own: what is number 1 in one is not that of another.
        url: `http://check-${check + 1}.example${String(named.inValue(path))}`,
        request: { headers: {}, ...(request !== undefined && { body: named.inValue(request) }), bodyIsKnown: true },
        status,
        response: {
          headers: named.inValue(headers) as Record<string, string>,
          ...(body !== undefined && { body: named.inValue(body) }),
          bodyIsKnown: true,
        },
        ...(isSelection && { isSelection }),
        notes: [],
      };
    });
  });
}

function recordingIn(directory: string): Recording {
  try {
    return readRecording(directory);
  } catch (error) {
    throw new TrafficError(directory, '', `it is no recording that can be read: ${(error as Error).message}`);
  }
}

/** What stands in place of what others have made on the instance: it is not in the recording. */
const others = 'what else is there›';

const moment = '2026-01-15T12:00:00.000+0000';

/** Texts that stand for the same in every check. */
const fixed: Readonly<Record<string, string>> = {
  time: moment,
  base: 'http://jira.example.com',
  'base encoded': encodeURIComponent('http://jira.example.com'),
  hash: '0'.repeat(64),
  address: '/rest/api/2/nowhere',
  'of the version': '0.0.0',
  run: 'run',
};

/** Numbers that stand for the same. */
const fixedNumbers: Readonly<Record<string, number>> = {
  'time as a number': Date.parse(moment),
  'how far as a number': 50,
  'of the version as a number': 0,
};

/** Ids for the names of a check. */
class Named {
  readonly #ids = new Map<string, number>();

  inValue(value: unknown): unknown {
    if (typeof value === 'string') return this.#inText(value);
    const isShown = (entry: unknown) => typeof entry !== 'string' || !entry.endsWith(others);
    if (Array.isArray(value)) return value.filter(isShown).map((entry) => this.inValue(entry));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, entry]) => isShown(entry))
        .map(([name, entry]) => [String(this.#inText(name)), this.inValue(entry)]),
    );
  }

  #inText(text: string): string | number {
    const [, whole, asNumber] = /^‹([^‹›]+)›( as a number)?$/.exec(text) ?? [];
    if (whole !== undefined && fixedNumbers[whole] !== undefined) return fixedNumbers[whole];
    if (whole !== undefined && asNumber !== undefined) return this.#idOf(whole);
    return text.replace(/‹([^‹›]+)›/g, (_, name: string) => fixed[name] ?? this.#word(name));
  }

  /** Names of people, projects and fields are words; all else are ids. */
  #word(name: string): string {
    if (/^sandbox project/.test(name)) return `PRJ${name.replace(/\D/g, '')}`;
    if (/^name \d+$/i.test(name)) return `Thing ${name.replace(/\D/g, '')}`;
    if (/^number \d+$/.test(name)) return name.replace(/\D/g, '');
    return /^(?:admin|user|token)\b/.test(name) ? name.replaceAll(' ', '-') : String(this.#idOf(name));
  }

  #idOf(name: string): number {
    const id = this.#ids.get(name) ?? 10_000 + this.#ids.size;
    this.#ids.set(name, id);
    return id;
  }
}
