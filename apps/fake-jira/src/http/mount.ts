import type { RequestHandler, Router } from 'express';

/**
 * An API at its place: its routes are made when the first request comes to it, and no other request looks through them.
 *
 * @param prefix - what all of its addresses begin with
 */
export function mount(prefix: string, create: () => Router): RequestHandler {
  let router: Router | undefined;
  return (request, response, next) => {
    if (!request.path.startsWith(prefix)) return next();
    router ??= create();
    router(request, response, next);
  };
}

/** {@link mount} for an API whose code is loaded when the first request comes to it. */
export function mountLater(prefix: string, load: () => Promise<Router>): RequestHandler {
  let loading: Promise<Router> | undefined;
  return (request, response, next) => {
    if (!request.path.startsWith(prefix)) return next();
    loading ??= load();
    loading.then((router) => router(request, response, next), next);
  };
}
