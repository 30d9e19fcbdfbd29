import type { ApiName } from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';
import type { Dialect } from './dialect.js';
import { isFromRoot } from './from-root.js';
import type { AnyHandler, AnyHandlers, Handlers } from './request-context.js';
import { withVersionChanges, type VersionChange } from './version-changes.js';

/**
 * An API of the fake as it is written down. Where its addresses are, its document says.
 *
 * @typeParam Replaced - operations that newer ones answer (`versionChanges`)
 */
export interface ApiDefinition<Operations, Behaviour, Replaced extends keyof Operations = never> {
  /** Its document in `specs/`, without the ending. */
  readonly document: ApiName;
  readonly dialect: Dialect;
  /** What the API does in a Jira, decided once per profile (`perProfile`); handlers find it in their call. */
  readonly behaviour?: (profile: Profile) => Behaviour;
  /** What made its operations, requests and responses what they are, oldest first: handlers know the newest form only. */
  readonly versionChanges?: readonly VersionChange<keyof Operations & string, Behaviour>[];
  /** One for each operation of the document. */
  readonly handlers: Handlers<Omit<Operations, Replaced>, Behaviour>;
}

/** An API as the server has it: it calls handlers by the ids of their operations. */
export interface Api extends Pick<ApiDefinition<unknown, unknown>, 'document' | 'dialect' | 'behaviour'> {
  readonly handlers: AnyHandlers;
  /** The operations whose responses follow from the world alone. */
  readonly remembered: ReadonlySet<string>;
}

/**
 * Defines an API: one entry of the registry.
 *
 * @example
 * export const extender = defineApi<ExtenderOperations>({
 *   document: 'extender',
 *   dialect,
 *   handlers: { ...fields, ...schemes },
 * });
 */
export function defineApi<Operations, Behaviour = unknown, Replaced extends keyof Operations = never>({
  handlers,
  versionChanges = [],
  ...rest
}: ApiDefinition<Operations, Behaviour, Replaced>): Api {
  const all: AnyHandlers = versionChanges.length > 0 ? withVersionChanges(handlers, versionChanges) : handlers;
  const remembered = Object.entries<AnyHandler>(handlers as AnyHandlers).filter(([, handler]) => isFromRoot(handler));
  return { ...rest, handlers: all, remembered: new Set(remembered.map(([id]) => id)) };
}
