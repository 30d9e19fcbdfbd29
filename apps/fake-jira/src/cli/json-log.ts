import { pino } from 'pino';
import { credentials, type Logger } from './logger.js';

/** A JSON object a line, with the time and the level that collectors of logs look for. */
export function jsonLog(): Logger {
  const log = pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      // Masked before they come here; should one ever come by another way, it goes no further.
      redact: { paths: ['authorization', 'token', 'password', 'headers.authorization'], censor: '***' },
    },
    process.stdout,
  );
  return {
    ready({ url, certificate, profile, protectedFields, size, root }) {
      log.info({ event: 'ready', url, certificate, profile, size, credentials: credentials(root), protectedFields });
    },
    reloaded(file, size) {
      log.info({ event: 'reloaded', file, size });
    },
    notReloaded(message) {
      log.warn({ event: 'not-reloaded', message });
    },
    request(entry) {
      log.info({ event: 'request', ...entry });
    },
    defect(error) {
      log.error({ event: 'defect', error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    },
  };
}
