import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';

const program = fileURLToPath(new URL('../../fake-jira/bin/fake-jira.cjs', import.meta.url));

/** Where a browser is: named by `CHROMIUM`, or as Debian installs it. */
export const executable = [process.env['CHROMIUM'], '/usr/bin/chromium'].find((path) => path && existsSync(path));

/** `describe` where there is a browser; elsewhere a note says why nothing was tried. */
export const describeInBrowser: jest.Describe = executable ? describe : describe.skip;

if (!executable) {
  process.stderr.write('No browser: the console is not tried. Install chromium, or name one in CHROMIUM.\n');
}

export interface Running {
  readonly url: string;
  readonly browser: Browser;
  stop(): Promise<void>;
}

/** The built fake in a process of its own, on a free port, and a browser. */
export async function running(...options: readonly string[]): Promise<Running> {
  const fake = spawn(process.execPath, [program, 'start', '--port', '0', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url, browser] = await Promise.all([
    addressOf(fake),
    chromium.launch({ executablePath: executable!, args: ['--no-sandbox', '--disable-gpu'] }),
  ]);
  return {
    url,
    browser,
    async stop() {
      await browser.close();
      const gone = once(fake, 'exit');
      fake.kill('SIGTERM');
      await gone;
    },
  };
}

async function addressOf(fake: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: fake.stdout! })) {
    const found = /https?:\/\/[\d.]+:\d+/.exec(line);
    if (found) return found[0];
  }
  throw new Error('The fake ended before it said where it listens.');
}

/** A page that opens a view, and fails the test with what the browser complains about. */
export async function open(
  { browser, url }: Running,
  view = '',
  options: { colorScheme?: 'light' | 'dark'; width?: number } = {},
): Promise<Page & { readonly complaints: string[] }> {
  const { colorScheme = 'light', width = 1100 } = options;
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  const complaints: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  page.on('pageerror', (error) => void complaints.push(String(error)));
  await page.goto(`${url}/#/${view}`);
  return Object.assign(page, { complaints });
}

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds that is serious or worse, a line each.
 *
 * @param rules - only these; absent: all
 */
export async function seriousFindings(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(await axe);
  return page.evaluate(async (only) => {
    interface Violation {
      readonly id: string;
      readonly impact: string;
      readonly nodes: readonly { readonly html: string }[];
    }
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: readonly Violation[] }> };
    };
    const { violations } = await axe.run(only ? { runOnly: only } : {});
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
  }, rules);
}

/** Waits until something is so, and fails with what it is where it does not become so. */
export async function becomes(read: () => Promise<unknown>, wanted: unknown): Promise<void> {
  const end = Date.now() + 40_000;
  const text = JSON.stringify(wanted);
  while (JSON.stringify(await read()) !== text && Date.now() < end) await setTimeout(20);
  expect(await read()).toEqual(wanted);
}
