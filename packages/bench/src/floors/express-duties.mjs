// What a fake cannot do without, on Express: it looks at the host, signs the caller in, finds which operation an address
// is, and has a line in its journal for each request. The answer is prepared bytes; with `/anew` before its address it is
// made anew of the records each time, as after a write.
import express from 'express';
import { addRoute, createRouter, findRoute } from 'rou3';

let prepared = { status: 200, contentType: 'application/json', bytes: Buffer.from('{}'), records: {} };
const users = new Map([['admin', 'admin']]);
const router = createRouter();
for (const path of ['/rest/api/3/field', '/rest/api/3/field/search', '/rest/api/3/field/:id/context'])
  for (const base of ['', '/anew']) addRoute(router, 'GET', base + path, path);
const journal = [];
const contexts = new WeakMap();

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.put('/__prepared', express.json({ limit: '64mb' }), (request, response) => {
  const { status, contentType, body } = request.body;
  prepared = { status, contentType, bytes: Buffer.from(body), records: JSON.parse(body) };
  response.sendStatus(204);
});
app.use((request, response, next) => {
  if (!/^127\.0\.0\.1(:\d+)?$/.test(request.get('host') ?? '')) return response.sendStatus(403);
  const [name, password] = Buffer.from(request.get('authorization')?.slice('Basic '.length) ?? '', 'base64')
    .toString()
    .split(':');
  const user = users.get(name) === password ? name : null;
  const location = findRoute(router, request.method, request.path);
  contexts.set(request, { user, location });
  response.once('close', () => {
    journal.push({ method: request.method, path: request.url, user, status: response.statusCode, at: Date.now() });
    if (journal.length > 10_000) journal.splice(0, 5_000);
  });
  next();
});
app.get('/{*path}', (request, response) => {
  const { user } = contexts.get(request);
  if (request.path !== '/' && user === null) return void response.sendStatus(401);
  const { status, contentType, bytes, records } = prepared;
  const body = request.path.startsWith('/anew/') ? Buffer.from(JSON.stringify(records)) : bytes;
  response.statusCode = status;
  response.setHeader('Content-Type', contentType);
  response.setHeader('Content-Length', body.length);
  response.end(body);
});
app.all('/{*path}', express.json(), (_request, response) => void response.sendStatus(204));
app.listen(Number(process.argv[2]), '127.0.0.1');
