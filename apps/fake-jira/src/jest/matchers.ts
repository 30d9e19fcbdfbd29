// The matchers with the types of Jest, for `expect.extend`.
import type { FakeJiraMatchers } from '../matchers/to-have-received.js';

export { toHaveReceived } from '../matchers/to-have-received.js';
export type { ExpectedRequest, FakeJiraMatchers, HasJournal } from '../matchers/to-have-received.js';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the form in which @types/jest can be added to
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type
    interface Matchers<R, T = {}> extends FakeJiraMatchers<R, T> {}
  }
}

declare module 'expect' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface Matchers<R extends void | Promise<void>, T = unknown> extends FakeJiraMatchers<R, T> {}
}
