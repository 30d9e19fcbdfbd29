import type { LogFormat, Logger } from './log.js';
import { textLog } from './text-log.js';

/**
 * Prints what happens: for people, or a JSON object a line.
 *
 * @param options.quiet - of requests only those whose answer is not what the spec says
 */
export async function logger(format: LogFormat, { quiet = false }: { readonly quiet?: boolean } = {}): Promise<Logger> {
  const log = format === 'json' ? (await import('./json-log.js')).jsonLog() : textLog;
  if (!quiet) return log;
  return {
    ...log,
    request(entry) {
      if (entry.violations.length > 0) log.request(entry);
    },
  };
}
