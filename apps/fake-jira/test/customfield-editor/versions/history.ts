import { readFileSync } from 'node:fs';

/** A line of a version history. */
export interface HistoryLine {
  readonly line: number;
  readonly version: string;
  readonly operationId: string;
  /** Whether a request can show it, and the open questions. */
  readonly seen: string;
}

/** The lines of all version histories, as `docs/version-history.md` lists them. */
export function historyLines(): readonly HistoryLine[] {
  const text = readFileSync(new URL('../../../../../docs/version-history.md', import.meta.url), 'utf8');
  const [histories = ''] = text.split('\n## Beside the lines');
  return histories.split('\n## ').flatMap((section) => {
    const operationId = /^`(\w+)`:/m.exec(section)?.[1] ?? '';
    return [...section.matchAll(/^\| +(\d+) \|(.*)\|$/gm)].map(([, line, rest = '']) => {
      const cells = rest.split(' | ').map((cell) => cell.trim());
      return { line: Number(line), version: cells[0] ?? '', operationId, seen: cells.at(-1) ?? '' };
    });
  });
}
