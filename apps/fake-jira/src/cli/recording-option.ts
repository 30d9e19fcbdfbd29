import { isRecording, readRecording, type Recording } from '@fake-jira/contract';
import { UsageError } from '../given/usage-error.js';

/**
 * The recording in a directory.
 *
 * @throws UsageError where it holds none, or one that cannot be read
 */
export function recordingIn(directory: string): Recording {
  if (!isRecording(directory))
    throw new UsageError(`${directory} is no recording: fake-jira contract record makes one.`);
  try {
    return readRecording(directory);
  } catch (error) {
    throw new UsageError(`${directory} is no recording that can be read: ${(error as Error).message}`);
  }
}
