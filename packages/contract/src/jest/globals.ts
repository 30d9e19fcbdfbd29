/** What Jest puts into the global scope, as far as the suite uses it: the package does not depend on Jest itself. */
interface JestGlobals {
  readonly describe: (name: string, body: () => void) => void;
  readonly it: ((name: string, test: () => Promise<void>) => void) & {
    readonly skip: (name: string, test: () => void) => void;
  };
  readonly afterAll: (run: () => Promise<void>) => void;
}

const jest = globalThis as unknown as JestGlobals;

export const { describe, it, afterAll: after } = jest;
