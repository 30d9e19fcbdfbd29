import { detect } from '../detect.js';
import { TargetError } from '../errors.js';
import type { Target } from '../target.js';
import { diagnoseAddress } from './address.js';
import { wrong, type Finding } from './finding.js';
import { diagnosePeople } from './people.js';
import { proxyFinding } from './proxy.js';
import { appFindings, sandboxFindings, tokenFindings } from './surroundings.js';

export interface DiagnoseOptions {
  readonly target: Target;
  /** Why there are no credentials; then nobody signs in. */
  readonly withoutCredentials?: string;
  readonly now?: () => number;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** What a look at a target has found. */
export interface Diagnosis {
  /** Something answers at its address, if only that it is no Jira. */
  readonly isReached: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Looks at all that a run on a target needs: that it is reached, which Jira it is, what time it has, who can sign in,
 * which apps are there, and what may be written to. Only asks; changes nothing.
 *
 * @example const broken = (await diagnose({ target })).findings.filter(({ state }) => state === 'wrong');
 */
export async function diagnose({
  target,
  withoutCredentials,
  now = Date.now,
  environment = process.env,
}: DiagnoseOptions): Promise<Diagnosis> {
  const proxy = proxyFinding(target.url, environment);
  const signedIn = withoutCredentials === undefined ? target.administrator : undefined;
  const address = await diagnoseAddress(target, signedIn, now);
  const { isReached } = address;
  const findings = [proxy, ...address.findings];
  if (withoutCredentials !== undefined) {
    const advice = 'Name a file with --credentials, or set FAKE_JIRA_USER and FAKE_JIRA_PASSWORD (or FAKE_JIRA_TOKEN).';
    return { isReached, findings: [...findings, wrong('credentials', withoutCredentials, advice)] };
  }
  if (!address.isJira) return { isReached, findings };
  const people = await diagnosePeople(target);
  findings.push(...people);
  // What is there is told to nobody else.
  if (people.some(({ about, state }) => about === 'administrator' && state === 'wrong')) return { isReached, findings };
  try {
    const facts = await detect(target.administrator);
    findings.push(...appFindings(facts), ...(await tokenFindings(target, facts)));
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    findings.push(wrong('apps', error.message, 'Which apps there are has to be stated by --profile.'));
  }
  return { isReached, findings: [...findings, ...(await sandboxFindings(target))] };
}
