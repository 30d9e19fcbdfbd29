import {
  findUser,
  isAdministrator,
  isSystemAdministrator,
  userByLogin,
  userByToken,
  type Root,
  type User,
} from '@fake-jira/world';

/** Who a request comes from, and what that person may do. */
export interface Caller {
  /** `undefined`: nobody has signed in. */
  readonly user: User | undefined;
  readonly administrator: boolean;
  readonly systemAdministrator: boolean;
}

export type AuthMode = 'strict' | 'any';

const anonymous: Caller = { user: undefined, administrator: false, systemAdministrator: false };

/**
 * The caller of a request.
 *
 * @param header - the `Authorization` header. Basic takes a name or an e-mail address with a password or an API
 *   token; Bearer takes a personal access token
 * @param mode - `any`: whoever calls acts as the administrator `admin`
 * @returns `undefined` where credentials were given and are wrong
 */
export function callerOf(root: Root, header: string | undefined, mode: AuthMode): Caller | undefined {
  if (mode === 'any') return actingAs(findUser(root, 'admin') ?? anyAdministrator(root));
  if (header === undefined) return anonymous;
  const [scheme = '', value = ''] = header.split(/ +(.*)/s);
  const user = signIn(root, scheme.toLowerCase(), value.trim());
  return user?.active ? actingAs(user) : undefined;
}

function signIn(root: Root, scheme: string, value: string): User | undefined {
  if (scheme === 'bearer') return userByToken(root, value);
  if (scheme !== 'basic') return undefined;
  const [login = '', secret = ''] = Buffer.from(value, 'base64').toString('utf8').split(/:(.*)/s);
  return userByLogin(root, login, secret);
}

/** A user as one who calls. */
export function actingAs(user: User | undefined): Caller {
  if (!user) return anonymous;
  return {
    user,
    administrator: isAdministrator(user),
    systemAdministrator: isSystemAdministrator(user),
  };
}

function anyAdministrator(root: Root): User | undefined {
  for (const user of root.users.values()) if (isSystemAdministrator(user)) return user;
  return undefined;
}
