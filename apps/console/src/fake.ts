import { signal } from '@preact/signals';

/** Where this page is: the address of a workspace, with a slash at its end. */
export const base = new URL('.', location.href);

/** Name of the workspace that the page shows. */
export const workspace = decodeURIComponent(/\/w\/([^/]+)\/$/.exec(base.pathname)?.[1] ?? 'default');

/** Address of the page that shows another workspace. */
export function addressOfWorkspace(name: string): string {
  const root = base.pathname.replace(/w\/[^/]+\/$/, '');
  return name === 'default' ? root : `${root}w/${encodeURIComponent(name)}/`;
}

const tokenKey = 'fake-jira control token';

/** Whether the control API asks for a token that we do not have, or that is wrong. */
export const asksForToken = signal(false);

export function useToken(token: string): void {
  sessionStorage.setItem(tokenKey, token);
  asksForToken.value = false;
}

/** The last thing that went wrong, or was done, for whoever looks. */
export const notice = signal('');

function tokenHeader(): Record<string, string> {
  const token = sessionStorage.getItem(tokenKey);
  return token === null ? {} : { Authorization: `Bearer ${token}` };
}

/** The refusal of a fake, in its own words. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;

  constructor(status: number, text: string) {
    super(`${status}: ${text}`);
    this.status = status;
  }
}

/** One request to the control API of this workspace. */
export async function askControl(path: string, options: RequestInit = {}): Promise<Response> {
  const answer = await fetch(new URL(`_fake/${path}`, base), {
    ...options,
    headers: { ...tokenHeader(), ...(options.headers as Record<string, string>) },
  });
  if (answer.status === 401) asksForToken.value = true;
  if (!answer.ok) throw new Refused(answer.status, messageOf(await answer.text()));
  return answer;
}

/** What the control API answers, read. */
export async function control<Body>(path: string, method = 'GET', body?: unknown): Promise<Body> {
  const answer = await askControl(path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  return (answer.status === 204 ? undefined : await answer.json()) as Body;
}

export interface Person {
  readonly name: string;
  readonly password: string;
  readonly administrator: boolean;
}

/** As whom the mirrored APIs are asked. */
export const person = signal<Person | undefined>(undefined);

export const signedIn = (): Record<string, string> =>
  person.value ? { Authorization: `Basic ${btoa(`${person.value.name}:${person.value.password}`)}` } : {};

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** One request to a mirrored API, as anybody's client would send it. It stands in the journal. */
export async function ask(method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(new URL(path.replace(/^\//, ''), base), {
    method,
    headers: {
      Accept: 'application/json',
      'X-Atlassian-Token': 'no-check',
      ...signedIn(),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: readJson(text) };
}

/**
 * A request that changes something.
 *
 * @throws Refused with what the API has said
 */
export async function change(method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await ask(method, path, body);
  if (answer.status >= 400) throw new Refused(answer.status, messageOf(JSON.stringify(answer.body ?? '')));
  return answer.body;
}

function readJson(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return text;
  }
}

/** Sentences of an error in any of the forms that these APIs have. */
function messageOf(text: string): string {
  const body = readJson(text);
  if (typeof body !== 'object' || body === null) return text;
  const { message, errorMessages, errors } = body as Record<string, unknown>;
  const found = [message, errorMessages, Object.values(errors ?? {})].flat(2).filter((one) => typeof one === 'string');
  return found.join(' ') || text;
}

/** Does something, and says what went wrong where it does. */
export async function attempt(what: () => Promise<unknown>): Promise<boolean> {
  try {
    notice.value = '';
    await what();
    return true;
  } catch (error) {
    notice.value = error instanceof Error ? error.message : String(error);
    return false;
  }
}
