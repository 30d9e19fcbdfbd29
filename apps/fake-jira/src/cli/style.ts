import { styleText } from 'node:util';

/** How a text looks on a terminal, by Node's names. */
export type Style = Parameters<typeof styleText>[0];

/** A stream as far as it matters here. */
interface Output {
  readonly isTTY?: boolean;
}

/**
 * Whether what is written to a stream has colours: `FORCE_COLOR` decides where it is set, then `NO_COLOR`
 * (https://no-color.org), then whether it is a terminal that can show them.
 */
export function hasColours(output: Output, env: NodeJS.ProcessEnv = process.env): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: no, TERM: terminal } = env;
  if (forced !== undefined) return !['0', 'false'].includes(forced);
  return !no && output.isTTY === true && terminal !== 'dumb';
}

/** A text in a style, where its stream has colours. */
export function painted(style: Style, text: string, output: Output = process.stdout): string {
  return hasColours(output) ? styleText(style, text, { validateStream: false }) : text;
}

/** The style of a status of HTTP. */
export function statusStyle(status: number | null): Style {
  if (status === null || status >= 500) return 'red';
  return status >= 400 ? 'yellow' : 'green';
}

/** A report with its failures marked; its last lines, which are for programs, stay as they are. */
export function paintedReport(text: string): string {
  return text
    .replace(/^✗ .*$/gm, (line) => painted(['bold', 'red'], line))
    .replace(/^ {2}[→←] .*$/gm, (line) => painted('cyan', line));
}
