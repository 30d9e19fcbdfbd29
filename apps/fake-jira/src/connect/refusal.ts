import { WorldFileError } from '@fake-jira/fixtures/world-file-error';
import { UsageError } from '../given/usage-error.js';
import { RefusedByFake } from './control-client.js';

/**
 * What a method throws where the fake has refused: the error that one in this process would have thrown.
 *
 * @param method - that was called
 */
export function refusal(method: string, error: unknown): unknown {
  if (!(error instanceof RefusedByFake)) return error;
  const { status, message, mistakes } = error;
  if (status === 401) return new UsageError(`${method}: ${message} Give it as connectFakeJira(url, { token }).`);
  const isOfWorld = method === 'load' || method === 'merge' || method === 'beginWith';
  if (mistakes && isOfWorld) return new WorldFileError(mistakes, 'world');
  return new RefusedByFake(status, `${method}: ${message}`, mistakes);
}
