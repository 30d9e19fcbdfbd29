import { readFile } from 'node:fs/promises';
import { nearest } from '@fake-jira/profile';
import { parse } from 'yaml';
import { CredentialsError } from './errors.js';

/** How somebody signs in: with a name and a password or an API token (Basic), or with a personal access token (Bearer). */
export type SignIn =
  | { readonly user: string; readonly password: string }
  | { readonly user: string; readonly token: string }
  | { readonly token: string };

/** Who may be what at a target, and what may be used there. As a file: `specs/credentials.schema.json`. */
export interface Credentials {
  /** By name of the role. `administrator` is always there. */
  readonly roles: Readonly<Record<string, SignIn>> & { readonly administrator: SignIn };
  /** What a run may write to. */
  readonly sandbox: {
    /** Keys of projects. */
    readonly projects: readonly string[];
    /** Names of issue types. */
    readonly issueTypes: readonly string[];
  };
  readonly protectedFields?: { readonly token: string; readonly address?: string };
  /** Key of a field that the role `app` provides: `app__field`. */
  readonly appField?: string;
}

const known = {
  file: ['$schema', 'roles', 'sandbox', 'protectedFields', 'appField'],
  signIn: ['user', 'password', 'token'],
  sandbox: ['projects', 'issueTypes'],
  protectedFields: ['token', 'address'],
} as const;

/**
 * Reads credentials from what a file holds.
 *
 * @param source - the file's name, for messages
 * @throws CredentialsError with every mistake at once; none of them repeats a value
 */
export function parseCredentials(data: unknown, source: string): Credentials {
  const mistakes: string[] = [];
  const file = objectAt(data, '', known.file, mistakes);
  const roles = objectAt(file.roles ?? {}, 'roles', undefined, mistakes);
  const signIns = Object.fromEntries(
    Object.entries(roles).map(([role, given]) => [role, signInAt(given, `roles.${role}`, mistakes)]),
  );
  if (!Object.hasOwn(roles, 'administrator')) mistakes.push('roles.administrator is missing');
  for (const role of Object.keys(roles)) {
    if (!/^[a-z][a-z0-9-]*$/.test(role))
      mistakes.push(`roles: "${role}" is no name of a role (small letters, digits, -)`);
  }
  const sandbox = objectAt(file.sandbox ?? {}, 'sandbox', known.sandbox, mistakes);
  const projects = textsAt(sandbox.projects, 'sandbox.projects', mistakes);
  const issueTypes = textsAt(sandbox.issueTypes, 'sandbox.issueTypes', mistakes);
  const protectedFields =
    file.protectedFields === undefined ? undefined : protectedFieldsAt(file.protectedFields, mistakes);
  textAt(file.appField, 'appField', mistakes);
  if (mistakes.length > 0) throw new CredentialsError(source, mistakes);
  return {
    roles: signIns as Credentials['roles'],
    sandbox: { projects, issueTypes },
    ...(protectedFields === undefined ? {} : { protectedFields }),
    ...(file.appField === undefined ? {} : { appField: file.appField as string }),
  };
}

/**
 * Reads a credentials file, YAML or JSON.
 *
 * @throws CredentialsError
 */
export async function readCredentials(path: string): Promise<Credentials> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CredentialsError(path, [code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`]);
  }
  let data: unknown;
  try {
    data = parse(text, { prettyErrors: false });
  } catch (error) {
    // What the parser says quotes the line, and the line may hold a password.
    const place = text.slice(0, (error as { pos?: readonly number[] }).pos?.[0] ?? 0).split('\n').length;
    throw new CredentialsError(path, [`is neither YAML nor JSON: look at line ${place}`]);
  }
  return parseCredentials(data, path);
}

/** The environment in which one administrator's credentials can stand. */
export interface CredentialsEnvironment {
  readonly FAKE_JIRA_USER?: string | undefined;
  readonly FAKE_JIRA_PASSWORD?: string | undefined;
  readonly FAKE_JIRA_TOKEN?: string | undefined;
}

/**
 * The credentials of one administrator from the environment; `undefined` where it has none.
 *
 * @throws CredentialsError where it has half of them
 */
export function credentialsFromEnvironment(environment: CredentialsEnvironment): Credentials | undefined {
  const { FAKE_JIRA_USER: user, FAKE_JIRA_PASSWORD: password, FAKE_JIRA_TOKEN: token } = environment;
  if (!user && !password && !token) return undefined;
  const mistakes: string[] = [];
  if (password && token) mistakes.push('FAKE_JIRA_PASSWORD and FAKE_JIRA_TOKEN are both set: one of them is enough');
  if (password && !user) mistakes.push('FAKE_JIRA_PASSWORD is set and FAKE_JIRA_USER is not');
  if (user && !password && !token)
    mistakes.push('FAKE_JIRA_USER is set, and neither FAKE_JIRA_PASSWORD nor FAKE_JIRA_TOKEN');
  if (mistakes.length > 0) throw new CredentialsError('the environment', mistakes);
  const administrator: SignIn = user ? (password ? { user, password } : { user, token: token! }) : { token: token! };
  return { roles: { administrator }, sandbox: { projects: [], issueTypes: [] } };
}

/** The `Authorization` header with which somebody signs in. */
export function authorizationOf(signIn: SignIn): string {
  if (!('user' in signIn)) return `Bearer ${signIn.token}`;
  const secret = 'password' in signIn ? signIn.password : signIn.token;
  return `Basic ${Buffer.from(`${signIn.user}:${secret}`).toString('base64')}`;
}

type Members = Readonly<Record<string, unknown>>;

function objectAt(data: unknown, at: string, names: readonly string[] | undefined, mistakes: string[]): Members {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    mistakes.push(
      at === '' ? 'holds no object: it begins with roles: { administrator: … }' : `${at} must be an object`,
    );
    return {};
  }
  for (const name of Object.keys(data)) {
    if (!names || names.includes(name)) continue;
    const [near] = nearest(name, names);
    const hint = near === undefined ? `known are ${names.join(', ')}` : `did you mean "${near}"?`;
    mistakes.push(`${at === '' ? '' : `${at}.`}${name} is not known: ${hint}`);
  }
  return data as Members;
}

function signInAt(data: unknown, at: string, mistakes: string[]): SignIn | undefined {
  const given = objectAt(data, at, known.signIn, mistakes);
  for (const name of known.signIn) textAt(given[name], `${at}.${name}`, mistakes);
  const { user, password, token } = given;
  if (password !== undefined && token !== undefined) mistakes.push(`${at} has both a password and a token`);
  else if (password === undefined && token === undefined) mistakes.push(`${at} has neither a password nor a token`);
  else if (password !== undefined && user === undefined) mistakes.push(`${at} has a password and no user`);
  return given as unknown as SignIn;
}

function protectedFieldsAt(data: unknown, mistakes: string[]): Credentials['protectedFields'] {
  const given = objectAt(data, 'protectedFields', known.protectedFields, mistakes);
  if (given.token === undefined) mistakes.push('protectedFields.token is missing');
  for (const name of known.protectedFields) textAt(given[name], `protectedFields.${name}`, mistakes);
  return given as unknown as NonNullable<Credentials['protectedFields']>;
}

function textAt(value: unknown, at: string, mistakes: string[]): void {
  if (value === undefined) return;
  if (typeof value !== 'string') mistakes.push(`${at} must be a text: write it in quotes`);
  else if (value === '') mistakes.push(`${at} is empty`);
}

function textsAt(value: unknown, at: string, mistakes: string[]): readonly string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '')) return value as string[];
  mistakes.push(`${at} must be a list of texts`);
  return [];
}
