// The floor of the platform: node:http alone, which answers prepared bytes, and reads a JSON body first where there is one.
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

let prepared = { status: 200, contentType: 'application/json', bytes: Buffer.from('{}') };

createServer(async (request, response) => {
  const body = request.method === 'GET' ? undefined : await json(request);
  if (request.url === '/__prepared') prepared = { ...body, bytes: Buffer.from(body.body) };
  const { status, contentType, bytes } = prepared;
  response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': bytes.length });
  response.end(bytes);
}).listen(Number(process.argv[2]), '127.0.0.1');
