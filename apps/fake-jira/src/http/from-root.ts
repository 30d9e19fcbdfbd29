import type { AnyHandler, Handler, RequestContext, ResponseTo } from './request-context.js';

/** What a request is, where its response follows from the world alone: no journal, nothing of its headers. */
export type RootCall<Operation = unknown, Behaviour = unknown> = Pick<
  RequestContext<Operation, Behaviour>,
  | 'root'
  | 'profile'
  | 'versions'
  | 'behaviour'
  | 'caller'
  | 'location'
  | 'restVersion'
  | 'links'
  | 'now'
  | 'path'
  | 'query'
  | 'sent'
>;

const fromRoots = new WeakSet<AnyHandler>();

/**
 * Declares that a handler's response depends on nothing but the world, the address, the deployment and the caller. As a
 * committed root never changes, what was answered from it is answered again without being made anew; unless it was
 * worked out from the time.
 *
 * @param handler - sees no more than that
 * @example getFields: fromRoot((call) => ok(visibleFields(call.root, call.caller)))
 */
export function fromRoot<Operation, Behaviour>(
  handler: (call: RootCall<Operation, Behaviour>) => ResponseTo<Operation>,
): Handler<Operation, Behaviour> {
  fromRoots.add(handler);
  return handler;
}

/** Whether the response of a handler is declared to follow {@link fromRoot}. */
export function isFromRoot(handler: AnyHandler): boolean {
  return fromRoots.has(handler);
}
