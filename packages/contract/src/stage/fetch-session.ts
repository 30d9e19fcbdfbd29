import type { Session } from './session.js';

/** How somebody signs in; absent: not at all. */
export interface SignIn {
  readonly user?: string;
  readonly password?: string;
  /** A personal access token, or an API token where there is a user. */
  readonly token?: string;
}

/**
 * A line to a target by `fetch`. Redirects are not followed: a 303 is an answer.
 *
 * @param base - address of the target, without a slash at the end
 */
export function fetchSession(base: string, signIn: SignIn = {}): Session {
  const authorization = authorizationOf(signIn);
  return {
    async send({ method, path, body, text, headers }) {
      const content = text ?? (body === undefined ? undefined : JSON.stringify(body));
      const response = await fetch(base + path, {
        method,
        redirect: 'manual',
        headers: {
          ...(authorization === undefined ? {} : { authorization }),
          ...(content === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(content === undefined ? {} : { body: content }),
      });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        text: await response.text(),
      };
    },
  };
}

function authorizationOf({ user, password, token }: SignIn): string | undefined {
  if (user !== undefined) return `Basic ${Buffer.from(`${user}:${password ?? token ?? ''}`).toString('base64')}`;
  return token === undefined ? undefined : `Bearer ${token}`;
}
