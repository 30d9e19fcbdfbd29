import { createHash, timingSafeEqual } from 'node:crypto';
import { findProject } from '../../projects/projects.js';
import type { Id } from '../../core/ids.js';
import type { Project, Root } from '../../core/root.js';
import { RuleError } from '../../core/rule-error.js';
import type { Transaction } from '../../core/transaction.js';

export type TokenScope = 'READ' | 'WRITE';

/** An access token of Protected Fields. The token itself is kept nowhere. */
export interface ProtectedToken {
  /** SHA-256 of the token, in hexadecimal digits. */
  readonly hash: string;
  readonly scopes: readonly TokenScope[];
  /** `null`: every project. */
  readonly projectIds: readonly number[] | null;
}

/** What a token can be good for: both, unless it is narrowed (Protected Fields: "by default … Read and Write"). */
export const tokenScopes: readonly TokenScope[] = ['READ', 'WRITE'];

/** A token, by itself or by its hash. */
export type TokenName = { readonly token: string } | { readonly hash: string };

export type NewProtectedToken = TokenName & {
  /** Absent: both. */
  readonly scopes?: readonly TokenScope[] | undefined;
  /** By id or key; absent or null: every project. */
  readonly projects?: readonly Id[] | null | undefined;
};

/** The hash under which a token is kept. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function hashOf(name: TokenName): string {
  return 'hash' in name ? name.hash.toLowerCase() : tokenHash(name.token);
}

/**
 * Adds an access token of Protected Fields, or gives one that is there other scopes and projects. The world keeps its
 * hash, never the token: nothing that is written down of a world lets anybody in.
 *
 * @throws RuleError `projects-not-found`
 * @example addProtectedToken(tx, { token: 'demo-token', scopes: ['READ'], projects: ['TEST'] })
 */
export function addProtectedToken(tx: Transaction, input: NewProtectedToken): ProtectedToken {
  const projects = input.projects?.map((idOrKey) => [idOrKey, findProject(tx.root, idOrKey)] as const);
  const missing = projects?.flatMap(([idOrKey, project]) => (project ? [] : String(idOrKey))) ?? [];
  if (missing.length > 0) throw new RuleError('projects-not-found', { projectIds: missing });
  const token: ProtectedToken = {
    hash: hashOf(input),
    scopes: tokenScopes.filter((scope) => input.scopes?.includes(scope) ?? true),
    projectIds: projects ? [...new Set(projects.map(([, project]) => (project as Project).id))] : null,
  };
  tx.put('protectedTokens', token.hash, token);
  return token;
}

/**
 * Takes a token away.
 *
 * @returns whether it was there
 */
export function removeProtectedToken(tx: Transaction, name: TokenName): boolean {
  return tx.remove('protectedTokens', hashOf(name));
}

/** Takes a project that is gone from all tokens. One that was for it alone is for none then, not for all. */
export function narrowTokens(tx: Transaction, projectId: number): void {
  for (const token of [...tx.root.protectedTokens.values()]) {
    if (!token.projectIds?.includes(projectId)) continue;
    tx.put('protectedTokens', token.hash, { ...token, projectIds: token.projectIds.filter((id) => id !== projectId) });
  }
}

/** Every token, as far as it is known: by its hash. */
export function protectedTokens(root: Root): ProtectedToken[] {
  return [...root.protectedTokens.values()];
}

/**
 * The token that a caller gives, if it may do that. It is compared with every known one, in a time that does not
 * depend on how much of it is right.
 *
 * @throws RuleError `token-unknown`, `token-without-scope`
 */
export function requireToken(root: Root, token: string, scope: TokenScope): ProtectedToken {
  const given = createHash('sha256').update(token).digest();
  let found: ProtectedToken | undefined;
  for (const known of root.protectedTokens.values()) {
    if (timingSafeEqual(given, Buffer.from(known.hash, 'hex'))) found = known;
  }
  if (!found) throw new RuleError('token-unknown', {});
  if (!found.scopes.includes(scope)) throw new RuleError('token-without-scope', { scope });
  return found;
}

/** @throws RuleError `token-without-project` where the token is for other projects */
export function requireTokenForProject(root: Root, { projectIds }: ProtectedToken, projectId: number): void {
  if (projectIds === null || projectIds.includes(projectId)) return;
  throw new RuleError('token-without-project', { project: root.projects.get(projectId)?.key ?? String(projectId) });
}
