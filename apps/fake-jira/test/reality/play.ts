import { locate } from '@fake-jira/openapi';
import { unlikenesses, type Unlikeness } from '@fake-jira/traffic';
import { startFakeJira } from '../../src/index.js';
import { send, type RawAnswer } from '../support/raw-request.js';
import type { RecordedExchange } from './recordings.js';
import { sceneOf, type Scene } from './scenes.js';

/** Headers of Jira that clients read; others are of the proxies in front of it, or of the day. */
const compared = ['content-type', 'www-authenticate', 'allow', 'accept', 'warning', 'x-seraph-loginreason'];

/** Whether the fake has the resource that was asked, in the Jira of the scene. */
export function isInTheFake({ status }: RecordedExchange, { profile, request }: Scene): boolean {
  const [path = ''] = request.path.split('?');
  const { method = 'GET' } = request;
  const { kind } = locate(profile, method, path);
  // What Jira answers to other methods and at addresses that it does not have, it answers everywhere.
  if (kind === 'other methods') return status === 405 || ['OPTIONS', 'PATCH'].includes(method);
  return kind === 'operation' || /nopesuchroute|^\/foo$/.test(path);
}

/** Plays a recorded exchange on a fake, and says in what the answer is not like the recorded one. */
export async function play(exchange: RecordedExchange): Promise<Unlikeness[]> {
  const scene = sceneOf(exchange);
  const jira = await startFakeJira({ profile: scene.profile, world: scene.world });
  try {
    const answer = await send(jira, scene.request);
    if (scene.runs) return isSignInRefusal(answer) ? [{ at: 'status', what: 'refused for want of sign-in' }] : [];
    return [...statusOf(exchange, answer), ...headersOf(exchange, answer), ...bodyOf(exchange, scene, answer)];
  } finally {
    await jira.close();
  }
}

/** The bare line with which Cloud refuses before an operation runs, or our form of it. */
function isSignInRefusal({ status, text }: RawAnswer): boolean {
  return status === 401 && text.includes('Client must be authenticated');
}

function statusOf({ status }: RecordedExchange, answer: RawAnswer): Unlikeness[] {
  return status === undefined || status === answer.status
    ? []
    : [{ at: 'status', what: `${answer.status} instead of ${status}` }];
}

function headersOf({ headers = {} }: RecordedExchange, answer: RawAnswer): Unlikeness[] {
  return Object.entries(headers).flatMap(([name, wanted]) => {
    const key = name.toLowerCase();
    if (!compared.includes(key)) return [];
    const given = answer.headers[key];
    const [one, other] = [wanted, String(given)].map((value) => headerForm(key, value));
    return one === other ? [] : [{ at: `header ${name}`, what: `${other} instead of ${one}` }];
  });
}

function headerForm(name: string, value: string): string {
  // The methods come in varying order; the realm is the address of the site.
  if (name === 'allow') return value.split(/, ?/).sort().join(', ');
  return value.replace(/realm="[^"]*%3A%2F%2F[^"]*"/, 'realm="<site>"');
}

function bodyOf(
  { status, body, note = '' }: RecordedExchange,
  { answer: wanted, isSelection }: Scene,
  answer: RawAnswer,
): Unlikeness[] {
  if (body === null || note.includes('text not asserted') || (status !== undefined && status !== answer.status))
    return [];
  if (body === '<html>' || (typeof body === 'string' && body.includes('…'))) {
    return answer.text.startsWith('<') ? [] : [{ at: 'body', what: 'no page of HTML' }];
  }
  return unlikenesses(wanted, jsonOr(answer.text), { isSelection: isSelection ?? false });
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
