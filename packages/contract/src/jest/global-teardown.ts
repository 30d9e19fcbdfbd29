import type { ChildProcess } from 'node:child_process';

/** After everything: ends the fake that the set-up has started. */
export default function globalTeardown(): void {
  (globalThis as { fakeOfTheSuite?: ChildProcess }).fakeOfTheSuite?.kill();
}
