import type { RunReport } from '@fake-jira/contract';

/** GitHub shows ten of a step; the report has all. */
const most = 10;

/**
 * Failures as GitHub Actions shows them beside a run, where it runs there.
 *
 * @param env - `GITHUB_ACTIONS` says so
 */
export function annotations({ results }: RunReport, env: NodeJS.ProcessEnv = process.env): string {
  if (env['GITHUB_ACTIONS'] !== 'true') return '';
  return results
    .filter(({ verdict }) => verdict === 'failed')
    .slice(0, most)
    .map(({ id, message }) => `::error title=${property(id)}::${data(message ?? 'failed')}\n`)
    .join('');
}

// What separates in a workflow command is escaped as its own library does it.
const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
