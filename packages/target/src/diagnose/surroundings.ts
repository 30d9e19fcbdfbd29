import { protectedFieldsDefaultAddress } from '@fake-jira/profile';
import type { FoundApp, TargetFacts } from '../detect.js';
import type { Target } from '../target.js';
import { good, note, wrong, type Finding } from './finding.js';

const titles = {
  customfieldEditor: 'Customfield Editor',
  extender: 'Extender',
  protectedFields: 'Protected Fields',
} as const;

/** What is said of the apps that were looked for. */
export function appFindings(facts: TargetFacts): Finding[] {
  return Object.entries(titles).map(([app, title]) => {
    const found: FoundApp | null = facts[app as keyof typeof titles];
    if (found === null) return note(title, 'It is not installed, or not licensed.', 'What needs it is skipped.');
    if (found.version !== null) return good(title, `It is there in version ${found.version} (by ${found.by}).`);
    return app === 'protectedFields'
      ? good(title, 'It is there.')
      : note(title, 'It is there, and nothing says in which version.', 'A file for --profile can say it.');
  });
}

/** Looks whether what a run may write to is there. */
export async function sandboxFindings(target: Target): Promise<Finding[]> {
  const { projects, issueTypes } = target.credentials.sandbox;
  if (projects.length === 0)
    return [
      note(
        'sandbox',
        'The credentials name no project to make issues in.',
        'What needs issues is skipped; sandbox.projects of a credentials file names some.',
      ),
    ];
  const findings: Finding[] = [];
  for (const key of projects) {
    const about = `project ${key}`;
    const { status, body } = await target.administrator.send({
      method: 'GET',
      path: `/rest/api/2/project/${encodeURIComponent(key)}`,
      retry: false,
    });
    if (status !== 200) {
      const advice = 'Make the project, or correct sandbox.projects of the credentials.';
      findings.push(
        wrong(about, `There is no project ${key}, or the administrator cannot see it (${status}).`, advice),
      );
      continue;
    }
    const names = ((body as { issueTypes?: { name: string }[] }).issueTypes ?? []).map(({ name }) => name);
    const missing = issueTypes.filter((name) => !names.includes(name));
    findings.push(
      missing.length === 0
        ? good(about, 'It is there.')
        : wrong(
            about,
            `It has no issue type ${missing.map((name) => `"${name}"`).join(', ')}.`,
            `Correct sandbox.issueTypes of the credentials; it has ${names.join(', ')}.`,
          ),
    );
  }
  return findings;
}

/** Looks whether the token of Protected Fields is known where the app is. */
export async function tokenFindings(target: Target, { protectedFields: app }: TargetFacts): Promise<Finding[]> {
  const given = target.credentials.protectedFields;
  const about = 'token of Protected Fields';
  if (app === null) return [];
  if (!given)
    return [note(about, 'The credentials have none.', 'Its values are skipped; protectedFields.token has it.')];
  const { status } = await target.anonymous.send({
    method: 'GET',
    path: given.address ?? protectedFieldsDefaultAddress,
    query: { token: given.token },
    retry: false,
  });
  return status === 401 || status === 403
    ? [wrong(about, 'It is not known there.', 'Make one in the app, and correct protectedFields.token.')]
    : [good(about, 'It is known there.')];
}
