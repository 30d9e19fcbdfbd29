import { TrafficError } from '../traffic-error.js';

export type Json = Readonly<Record<string, unknown>>;

/** Whether something is an object with properties. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text, where it is one. */
export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A text or a number as a text; anything else as an empty one. */
export function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A status of HTTP; anything else, such as the 0 of a request that was cut off, is none. */
export function statusIn(value: unknown): number | undefined {
  const status = Number(value);
  return Number.isInteger(status) && status >= 100 && status <= 599 ? status : undefined;
}

/**
 * Parses a file of JSON.
 *
 * @throws TrafficError with line and column
 */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const { message } = error as Error;
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? NaN);
    if (/end of JSON/i.test(message) || position >= text.trimEnd().length)
      throw new TrafficError(file, placeAt(text, text.length), 'the file ends too early');
    throw new TrafficError(file, Number.isNaN(position) ? '' : placeAt(text, position), 'this is no JSON');
  }
}

function placeAt(text: string, position: number): string {
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  return `line ${line}, column ${position - before.lastIndexOf('\n')}`;
}
