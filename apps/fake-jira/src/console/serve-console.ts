import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';

/** Beside the bundle, or where the console is built. All of it is compressed. */
const folders = ['./console/', '../../../console/dist/'].map((path) => new URL(path, import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

const page = 'index.html';

/** What is said with each file: nothing of another origin comes in, and the page stands in no frame. */
const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  Vary: 'Accept, Accept-Encoding',
};

/** The console as files, by name; none where it was not built. Read when somebody looks at it first. */
export function consoleFiles(): RequestHandler {
  const folder = folders.find((one) => existsSync(new URL(`${page}.gz`, one)));
  const names = new Set(folder ? readdirSync(fileURLToPath(folder)) : []);
  return (request, response, next) => {
    const name = request.path === '/' ? page : request.path.slice(request.path.lastIndexOf('/') + 1);
    if (!folder || !names.has(`${name}.gz`)) return next();
    if (name === page && !isBelowItsAddress(request)) return goBelow(request, response);
    response.set(headers);
    response.set('Content-Type', types[extname(name)] ?? 'application/octet-stream');
    // Names of all but the page have a hash of what is in the file.
    response.set('Cache-Control', name === page ? 'no-cache' : 'max-age=31536000, immutable');
    const compressed = readFileSync(new URL(`${name}.gz`, folder));
    if (request.acceptsEncodings('gzip') === false) return void response.end(gunzipSync(compressed));
    response.set('Content-Encoding', 'gzip');
    response.end(compressed);
  };
}

const addressOf = ({ originalUrl }: Request) => originalUrl.split('?')[0] ?? '/';

/** The page names everything from where it is: `/w/mine` would lead elsewhere. */
function isBelowItsAddress(request: Request): boolean {
  return addressOf(request).endsWith('/');
}

function goBelow(request: Request, response: Response): void {
  response.redirect(302, `./${addressOf(request).split('/').at(-1)}/`);
}
