import { randomBytes } from 'node:crypto';
import { isMirrored, isSecretName } from '@fake-jira/openapi';
import type { Request, RequestHandler } from 'express';
import { cameThrough, forward, locationBack } from '../outgoing/forward.js';
import { outgoing, type Outgoing, type ProxyEnvironment } from '../outgoing/outgoing.js';
import { whyUnreachable } from '../outgoing/unreachable.js';
import { answeredRequest, contextOf } from '../http/request-context.js';
import { send, type ApiResponse } from '../http/response.js';
import { checkOptions, flag, listOf, text, wholeNumber } from '../given/options.js';
import type { AnsweredRequest, Entered } from '../http/request-context.js';

/** Another server, which answers what the fake has not. */
export interface Fallback {
  /** Its base address, with a context path if it has one. */
  readonly url: string;
  /** Methods that are handed on; `GET` alone by default, with which `HEAD` goes. */
  readonly methods?: readonly string[];
  /** Whether it is told what the client signs in with, and its cookies; no by default. */
  readonly credentials?: boolean;
  /** Milliseconds until its answer has to begin, and between two pieces of it; half a minute by default. */
  readonly timeout?: number;
  /** Certificates that are trusted beside those that Node knows: a text in PEM. */
  readonly ca?: string | undefined;
}

export interface Elsewhere {
  /** Whether it is the other server that answers a request. */
  readonly takes: (request: Request) => boolean;
  readonly answer: RequestHandler;
}

/** Words for a refusal in the form of the API that would have been asked. */
export type Refuse = (context: Entered, status: number, message: string, request: AnsweredRequest) => ApiResponse;

const known = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

const forms = { url: text, methods: listOf(text), credentials: flag, timeout: wholeNumber(), ca: text };

/** A fallback as it is given, with what is left out. */
export function completeFallback(given: string | Fallback): Required<Omit<Fallback, 'ca'>> & Pick<Fallback, 'ca'> {
  const fallback = typeof given === 'string' ? { url: given } : given;
  checkOptions('fallback', fallback, forms);
  const { methods = ['GET'], credentials = false, timeout = 30_000, ca } = fallback;
  const url = URL.canParse(fallback.url) ? new URL(fallback.url) : undefined;
  const isAddress = url && /^https?:$/.test(url.protocol) && url.username + url.password + url.search + url.hash === '';
  if (!isAddress)
    throw new RangeError(
      'The fallback has no address such as https://jira.example.com: without a user, a query or anything else.',
    );
  const upper = methods.map((method) => method.toUpperCase());
  const unknown = upper.find((method) => !known.includes(method));
  if (unknown !== undefined)
    throw new RangeError(`The methods of the fallback cannot have "${unknown}". There are: ${known.join(', ')}.`);
  return { url: url.href.replace(/(?<!\/)\/+$/, ''), methods: upper, credentials, timeout, ca };
}

/**
 * Asks another server what nothing here has the address of. What this Jira alone has not, and another one has, stays what
 * this Jira says.
 *
 * @param given - the other server
 * @param options.refuse - words what keeps it from answering
 * @throws RangeError where it is none
 */
export function elsewhere(
  given: string | Fallback,
  { refuse, environment }: { readonly refuse: Refuse; readonly environment: ProxyEnvironment },
): Elsewhere {
  const { url, methods, credentials, timeout, ca } = completeFallback(given);
  const taken = new Set(methods.includes('GET') ? [...methods, 'HEAD'] : methods);
  const via = `fake-jira-${randomBytes(4).toString('hex')}`;
  let open: Outgoing | undefined;
  const takes = (request: Request) =>
    contextOf(request).location.kind === 'nowhere' &&
    taken.has(request.method) &&
    !isMirrored(request.path) &&
    // It could lead out of the context path of the other server.
    !/(?:^|\/)(?:\.|%2e){1,2}(?:\/|;|$)/i.test(request.path);
  return {
    takes,
    answer(request, response, next) {
      if (!takes(request)) return next();
      const context = contextOf(request);
      const { links, fault } = context;
      context.mirrored = false;
      context.fallback = true;
      const refused = (status: number, message: string) => {
        response.setHeader('X-Fake-Jira', 'fallback-failed');
        send(response, refuse(context, status, message, answeredRequest(request)));
      };
      if (cameThrough(request, via))
        return refused(
          508,
          `The fallback ${url} asks this fake again what it is asked: the fallback is this fake itself.`,
        );
      open ??= outgoing({ ca, environment });
      forward(request, response, {
        outgoing: open,
        base: url,
        path: credentials ? request.url : withoutSecrets(request.url),
        timeout,
        via,
        sends: (name) => !notSent.test(name) && (credentials || !isCredential(name)),
        returns: (name) => !notReturned.test(name) && (credentials || name !== 'set-cookie'),
        onHead: ({ headers }) => ({ ...headers, ...locationBack(headers, url, links.base), 'x-fake-jira': 'fallback' }),
        // What a fault does to an answer it does when that ends.
        whole: fault !== undefined,
      }).catch((error: unknown) => {
        if (response.destroyed) return;
        if (response.headersSent) return void response.destroy();
        const { reason, isTimeout } = whyUnreachable(error, 'the CA of the fallback');
        refused(isTimeout ? 504 : 502, `The fallback ${url} gave no answer: ${reason}.`);
      });
    },
  };
}

/** Names of the fake, and of the page that has asked it, which say nothing to another server. */
const notSent = /^(?:origin|referer|x-fake-workspace|x-forwarded-.*|forwarded|sec-.*|access-control-.*)$/;
/** What would be said of the fake's own address. */
const notReturned = /^(?:access-control-.*|strict-transport-security|alt-svc|clear-site-data|x-fake-jira|server)$/;

function isCredential(name: string): boolean {
  return isSecretName(name) || /^x-(?:seraph|ausername|forwarded-user)/.test(name);
}

/** An address without the parameters of its query that hold secrets, or say who somebody is. */
function withoutSecrets(address: string): string {
  const [path = '', query] = address.split(/\?(.*)/s);
  if (query === undefined) return address;
  const kept = query
    .split(/[&;]/)
    .filter((parameter) => !parameterIsSecret(new URLSearchParams(parameter).keys().next().value ?? ''));
  return kept.length > 0 ? `${path}?${kept.join('&')}` : path;
}

function parameterIsSecret(name: string): boolean {
  return isSecretName(name) || /^(?:jwt|os_username)$/i.test(name);
}
