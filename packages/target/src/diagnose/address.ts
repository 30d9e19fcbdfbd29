import { TargetUnreachable } from '../errors.js';
import { sentenceOf, type TargetAnswer } from '../exchange.js';
import type { Caller, Target } from '../target.js';
import { good, note, wrong, type Finding } from './finding.js';

const serverInfo = '/rest/api/2/serverInfo';

/** Further than this its times and ours are not the same, in milliseconds. */
const noticeable = 5_000;

interface ServerInfo {
  readonly baseUrl?: string;
  readonly version?: string;
  readonly deploymentType?: string;
}

/** What the address itself says; without an answer there is nothing else to look at. */
export interface AddressDiagnosis {
  readonly findings: readonly Finding[];
  readonly isReached: boolean;
  readonly isJira: boolean;
}

/**
 * Looks whether a Jira answers at the address, which one, and what time it has.
 *
 * @param signedIn - who asks where nobody may ask without signing in
 */
export async function diagnoseAddress(
  target: Target,
  signedIn: Caller | undefined,
  now: () => number,
): Promise<AddressDiagnosis> {
  const begun = now();
  let answer: TargetAnswer;
  try {
    answer = await ask(target.anonymous, serverInfo);
    if ((answer.status === 401 || answer.status === 403) && signedIn) answer = await ask(signedIn, serverInfo);
  } catch (error) {
    if (!(error instanceof TargetUnreachable)) throw error;
    return { findings: [wrong('address', error.message, reachAdvice(error.reason))], isReached: false, isJira: false };
  }
  const ended = now();
  const info = answer.body as ServerInfo | undefined;
  if (answer.status !== 200 || typeof info?.version !== 'string')
    return { findings: [await notJira(target, answer)], isReached: true, isJira: false };
  const kind = info.deploymentType === 'Cloud' ? 'a Cloud' : `Data Center ${info.version}`;
  return {
    isReached: true,
    isJira: true,
    findings: [
      good('address', `${target.url} answers within ${ended - begun} ms: ${kind}.`),
      ...ownAddress(target.url, info.baseUrl),
      clockFinding(answer, (begun + ended) / 2),
      ...limits(answer),
    ],
  };
}

const ask = (caller: Caller, path: string) => caller.send({ method: 'GET', path, retry: false });

function reachAdvice(reason: string): string {
  if (reason === 'nothing listens there') return 'Start it, or correct the port.';
  if (reason === 'its host is not known')
    return 'Correct the name, or set HTTPS_PROXY where it is reached through a proxy.';
  if (/cert|issuer|self.signed|expired/i.test(reason))
    return 'Trust the authority that has signed its certificate: --ca FILE.';
  if (/wrong version number|packet length/i.test(reason)) return 'Write http:// instead of https://.';
  return 'Look whether a firewall or a proxy is in between: HTTPS_PROXY and NO_PROXY are honoured.';
}

async function notJira(target: Target, { status, headers, body, text }: TargetAnswer): Promise<Finding> {
  const { location } = headers;
  if (status >= 300 && status < 400 && location)
    return wrong(
      'address',
      `${target.url} leads to ${location}.`,
      'Give the address to which it leads, or sign in by token.',
    );
  const below = await ask(target.anonymous, `/jira${serverInfo}`);
  if (below.status === 200)
    return wrong(
      'address',
      `No Jira answers at ${target.url}, but one at ${target.url}/jira.`,
      `Give ${target.url}/jira.`,
    );
  const what = /<html/i.test(text) ? 'a page for people' : sentenceOf({ body, text });
  return wrong(
    'address',
    `${target.url} is no Jira: ${serverInfo} was answered with ${status}${what === '' ? '' : ` (${what})`}.`,
    'Give the base address of Jira, with its context path: what stands in front of /browse/KEY-1.',
  );
}

/** Addresses in answers begin with what Jira takes for its own. */
function ownAddress(url: string, baseUrl: string | undefined): Finding[] {
  if (baseUrl === undefined || baseUrl.replace(/(?<!\/)\/+$/, '') === url) return [];
  return [
    note(
      'base address',
      `It takes itself for ${baseUrl}: addresses in its answers begin so.`,
      'Where that is another machine, set its base URL (System → General configuration), or --public-url of a fake.',
    ),
  ];
}

function clockFinding({ headers }: TargetAnswer, now: number): Finding {
  const date = headers['date'];
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return note('clock', 'It does not say what time it has.');
  // The header has whole seconds.
  const ahead = theirs + 500 - now;
  if (Math.abs(ahead) < noticeable) return good('clock', 'It has the same time as this machine.');
  const by = `${Math.round(Math.abs(ahead) / 1000)} seconds ${ahead > 0 ? 'ahead of' : 'behind'}`;
  return note('clock', `Its clock is ${by} that of this machine.`, 'Set the one that is wrong: by NTP, say.');
}

/** Data Center tells of its limit with each answer where it has one. */
function limits({ headers }: TargetAnswer): Finding[] {
  const limit = headers['x-ratelimit-limit'];
  if (limit === undefined) return [];
  const seconds = headers['x-ratelimit-interval-seconds'];
  return [
    note(
      'rate limit',
      `It takes ${limit} requests at once${seconds === undefined ? '' : `, and more every ${seconds} seconds`}.`,
      'Long runs take it into account; --rate makes them slower from the start.',
    ),
  ];
}
