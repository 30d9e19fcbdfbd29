import type { CheckResult, OutcomeCoverage, RunReport } from '../src/run/result.js';

/** A result with what a test is about; the rest is of no interest. */
export function aResult(given: Partial<CheckResult> = {}): CheckResult {
  return {
    id: 'jira-cloud/fields: getFields answers 200 with all of them',
    api: 'jira-cloud',
    resource: 'fields',
    title: 'getFields answers 200 with all of them',
    kind: 'outcome',
    operation: 'getFields',
    status: 200,
    evidence: 'documented',
    source: 'Jira Field API, Get Fields',
    verdict: 'passed',
    message: null,
    known: null,
    answer: null,
    exchange: null,
    milliseconds: 3,
    ...given,
  };
}

export function anOutcome(given: Partial<OutcomeCoverage> = {}): OutcomeCoverage {
  return {
    api: 'jira-cloud',
    operation: 'getFields',
    status: 200,
    evidence: 'documented',
    source: 'Jira Field API, Get Fields',
    description: 'The fields.',
    method: 'GET',
    path: '/rest/api/3/field',
    seen: true,
    reason: null,
    ...given,
  };
}

export function aReport(given: Partial<RunReport> = {}): RunReport {
  return {
    format: 'fake-jira contract report 1',
    target: { url: 'http://127.0.0.1:2990', profile: 'all', versions: { jira: 'any' } },
    startedAt: Date.UTC(2025, 0, 2),
    milliseconds: 1_500,
    shard: null,
    results: [aResult()],
    coverage: [anOutcome()],
    secondJudge: { judged: 1, violations: [] },
    disappeared: [],
    left: [],
    ...given,
  };
}

/** A failure with the exchange that shows it. */
export const failed = aResult({
  id: 'jira-cloud/fields: createCustomField answers 400 when the name is <blank>',
  title: 'createCustomField answers 400 when the name is <blank>',
  operation: 'createCustomField',
  status: 400,
  verdict: 'failed',
  message: 'createCustomField answered 201 where 400 was expected',
  exchange: {
    check: null,
    api: 'jira-cloud',
    operation: 'createCustomField',
    role: 'administrator',
    method: 'POST',
    path: '/rest/api/3/field',
    requestBody: { name: ' ' },
    status: 201,
    headers: { 'content-type': 'application/json' },
    body: { id: 'customfield_10000' },
    violations: [],
  },
});
