import { XMLBuilder } from 'fast-xml-parser';
import { countsOf, type CheckResult, type RunReport } from '../run/result.js';
import { groupResults } from './groups.js';

/** A run as JUnit XML: a suite per resource, a case per check. */
export function junitReport(report: RunReport): string {
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    format: true,
    suppressEmptyNode: true,
  });
  const total = countsOf(report.results);
  const xml = builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': `contract of ${report.target.url}`,
      '@tests': report.results.length,
      '@failures': total.failed,
      '@skipped': total.skipped,
      '@time': seconds(report.milliseconds),
      testsuite: groupResults(report.results).map(({ name, results }) => suiteOf(name, results, report.startedAt)),
    },
  });
  return xml;
}

function suiteOf(name: string, results: readonly CheckResult[], startedAt: number): object {
  const counts = countsOf(results);
  return {
    '@name': name,
    '@tests': results.length,
    '@failures': counts.failed,
    '@skipped': counts.skipped,
    '@timestamp': new Date(startedAt).toISOString(),
    '@time': seconds(results.reduce((sum, { milliseconds }) => sum + milliseconds, 0)),
    testcase: results.map((result) => caseOf(name, result)),
  };
}

function caseOf(
  suite: string,
  { title, evidence, source, verdict, message, known, milliseconds, exchange }: CheckResult,
): object {
  const details = exchange === null ? '' : `\n${JSON.stringify(exchange, null, 2)}`;
  return {
    '@classname': suite.replace('/', '.'),
    '@name': title,
    '@time': seconds(milliseconds),
    properties: {
      property: [
        { '@name': 'evidence', '@value': evidence },
        { '@name': 'source', '@value': source },
      ],
    },
    ...(verdict === 'failed' ? { failure: { '@message': message ?? '', '#text': (message ?? '') + details } } : {}),
    ...(verdict === 'skipped' ? { skipped: { '@message': known ?? message ?? '' } } : {}),
  };
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
