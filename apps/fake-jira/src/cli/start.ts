import { isPreset } from '@fake-jira/fixtures/presets';
import { UsageError } from '../given/usage-error.js';
import { readWorld } from '../given/world.js';
import { choice } from './choices.js';
import { detachedVariable } from './detached-variable.js';
import { failedAside } from './failed.js';
import { logger, type LogFormat } from './log.js';
import { onOrphaned } from './orphaned.js';
import { startedFake, type FakeOptions } from './started-fake.js';
import { worldSize } from './world-size.js';

export interface StartOptions extends FakeOptions {
  readonly log: string;
  readonly quiet?: boolean;
  readonly watch?: boolean;
  readonly detach?: boolean;
}

/** Starts the fake and says where it is; it runs until it is told to stop. */
export async function start(options: StartOptions): Promise<void> {
  const format = choice<LogFormat>('--log', options.log, ['text', 'json']);
  if (options.watch && isPreset(options.world)) {
    throw new UsageError(`--watch needs a world file: --world ${options.world} is a preset, which does not change.`);
  }
  if (options.detach) return (await import('./detach.js')).detach();
  const log = await logger(format, options);
  const { jira, ready, end } = await startedFake(options, log);
  let forget: (() => void) | undefined;
  const watched = options.watch
    ? await (
        await import('./watch-file.js')
      ).watchFile(options.world, async () => {
        try {
          jira.beginWith(await readWorld(options.world));
        } catch (error) {
          return log.notReloaded(error instanceof Error ? error.message : String(error));
        }
        log.reloaded(options.world, worldSize(jira.world()));
      })
    : undefined;

  process.off('uncaughtException', failedAside);
  // The net under all others: what went wrong for one request is not the end of the others.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => log.defect(error));

  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const stop = async () => {
    // A second signal ends the process at once.
    for (const signal of signals) process.off(signal, onSignal);
    await watched?.close();
    await end();
    forget?.();
    process.exit(0);
  };
  const onSignal = () => void stop();
  for (const signal of signals) process.on(signal, onSignal);
  onOrphaned(onSignal);

  // Whoever reads this may change the file, or end it, at once.
  log.ready(ready);
  // Whoever has started it in the background waits for this, and looks where it is when it shall end.
  if (process.env[detachedVariable]) forget = (await import('./detach.js')).announce(jira.url);
}
