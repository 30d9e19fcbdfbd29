/** How often it is looked, in milliseconds. */
const every = 500;

/**
 * npm and npx start a program through a shell, which a signal ends and which hands none on. So the program looks itself
 * whether its parent is gone.
 *
 * @param end - called once
 */
export function onOrphaned(end: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, every);
  timer.unref();
}
