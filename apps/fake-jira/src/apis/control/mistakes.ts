import { WorldFileError } from '@fake-jira/fixtures';
import { ProfileError } from '@fake-jira/profile';
import { FaultError } from '../../http/faults.js';
import { SettingError } from '../../http/settings.js';
import { HttpError } from '../../http/wire-error.js';

/** Runs what reads something a user wrote; its mistakes become a bad request that lists them. */
export function refusingMistakes<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof WorldFileError) throw invalid(error, error.mistakes);
    if (error instanceof ProfileError) throw invalid(error, error.mistakes);
    if (error instanceof FaultError || error instanceof SettingError || error instanceof RangeError)
      throw invalid(error);
    throw error;
  }
}

function invalid({ message }: Error, mistakes?: readonly unknown[]): HttpError {
  return new HttpError('request-invalid', { reason: message, ...(mistakes && { mistakes }) });
}
