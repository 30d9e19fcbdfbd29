// The floor of the framework: a bare Express route that answers prepared bytes, and one that reads a JSON body first.
import express from 'express';

let prepared = { status: 200, contentType: 'application/json', bytes: Buffer.from('{}') };

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.put('/__prepared', express.json({ limit: '64mb' }), (request, response) => {
  const { status, contentType, body } = request.body;
  prepared = { status, contentType, bytes: Buffer.from(body) };
  response.sendStatus(204);
});
const answer = (_request, response) =>
  void response.status(prepared.status).set('Content-Type', prepared.contentType).send(prepared.bytes);
app.get('/{*path}', answer);
app.all('/{*path}', express.json({ limit: '64mb' }), answer);
app.listen(Number(process.argv[2]), '127.0.0.1');
