import { apiNames, explain, operations, type ApiName, type Explanation } from '@fake-jira/openapi';
import { namedProfile } from '@fake-jira/profile';
import type { Source } from './pages.js';

/** The profiles whose documents are in the site. */
export const specProfiles = ['all', 'cloud', 'data-center'] as const;

/** A page for each API: every operation, and how it is known what it answers. */
export function reference(): Source[] {
  return apiNames.map((api) => ({ name: `reference/${api}`, markdown: referenceOf(api) }));
}

function referenceOf(api: ApiName): string {
  const profile = namedProfile('all');
  const served = operations(api, profile).flatMap(({ operationId }): Explanation[] => {
    const explanation = explain(operationId, profile);
    return explanation.outcomes.length === 0 ? [] : [explanation];
  });
  const documents = specProfiles.map((name) => `<a href="../specs/${name}/${api}.json">${name}</a>`);
  return [
    `# Reference: ${api}`,
    '',
    `Each operation of the profile \`all\`, and how it is known what it answers. OpenAPI documents: ${documents.join(', ')}.`,
    '',
    ...served.flatMap(section),
  ].join('\n');
}

function section({ operation, method, path, summary, evidence, source, outcomes }: Explanation): string[] {
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');
  return [
    `## ${operation}`,
    '',
    `\`${method} ${path}\``,
    '',
    `${cell(summary)}. _${evidence}_: ${cell(source)}`,
    '',
    '| status | known | by |',
    '| --- | --- | --- |',
    ...outcomes.map((one) => `| ${one.status} | ${one.evidence} | ${cell(one.source)} |`),
    '',
  ];
}
