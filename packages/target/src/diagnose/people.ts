import { sentenceOf } from '../exchange.js';
import type { Caller, Target } from '../target.js';
import { good, note, wrong, type Finding } from './finding.js';

/** What a role is there for, and so whether whoever has it must be an administrator, or must not. */
const wanted: Readonly<Record<string, boolean>> = { administrator: true, user: false };

/** Looks whether everybody whom the credentials name can sign in, and has the rights of the role. */
export async function diagnosePeople(target: Target): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const role of Object.keys(target.credentials.roles)) findings.push(await personFinding(target.as(role)));
  if (!('user' in target.credentials.roles))
    findings.push(
      note(
        'user',
        'The credentials name nobody without special rights.',
        'Checks that need one are skipped by contract run; roles.user of a credentials file names one.',
      ),
    );
  return findings;
}

async function personFinding(caller: Caller): Promise<Finding> {
  const { role } = caller;
  const who = caller.user === undefined ? 'Whoever has the token' : caller.user;
  const answer = await caller.send({ method: 'GET', path: '/rest/api/2/myself', retry: false });
  if (answer.status !== 200) {
    if (isLockedOut(answer.headers))
      return wrong(role, `${who} has to solve a CAPTCHA: too many wrong passwords.`, 'Sign in once in a browser.');
    const detail = sentenceOf(answer);
    return wrong(
      role,
      `${who} cannot sign in: ${answer.status}${detail === '' ? '' : ` (${detail})`}.`,
      caller.user === undefined
        ? 'Make a new personal access token; with an API token of a Cloud, the e-mail address is needed beside it.'
        : 'Correct the password; a Cloud takes an API token instead, and the e-mail address for a name.',
    );
  }
  const { displayName, name, accountId } = answer.body as Readonly<Record<string, string | undefined>>;
  const person = displayName ?? name ?? accountId ?? who;
  const isAdministrator = await mayAdminister(caller);
  const shall = wanted[role];
  if (shall === undefined || isAdministrator === undefined || isAdministrator === shall)
    return good(role, `${person} can sign in${isAdministrator ? ', and is an administrator' : ''}.`);
  return shall
    ? wrong(
        role,
        `${person} can sign in, but is no administrator of Jira.`,
        'Add them to the group jira-administrators, or name somebody else.',
      )
    : wrong(
        role,
        `${person} is an administrator, and so may do what a plain user must be refused.`,
        'Name somebody without special rights as roles.user.',
      );
}

/** Undefined where the instance does not say. */
async function mayAdminister(caller: Caller): Promise<boolean | undefined> {
  const { status, body } = await caller.send({
    method: 'GET',
    path: '/rest/api/2/mypermissions',
    query: { permissions: 'ADMINISTER' },
    retry: false,
  });
  const { permissions } = (body ?? {}) as { permissions?: { ADMINISTER?: { havePermission?: boolean } } };
  return status === 200 ? permissions?.ADMINISTER?.havePermission : undefined;
}

/** Data Center says so in headers, beside a status that tells nothing. */
function isLockedOut(headers: Readonly<Record<string, string>>): boolean {
  return (
    headers['x-seraph-loginreason'] === 'AUTHENTICATION_DENIED' ||
    (headers['x-authentication-denied-reason'] ?? '').includes('CAPTCHA')
  );
}
