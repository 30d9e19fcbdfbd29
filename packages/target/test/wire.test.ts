import { createServer, request as ask, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { wireOf } from '../src/index.js';

describe('the wire', () => {
  const servers: Server[] = [];
  const sockets: Socket[] = [];
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  async function listening(server: Server): Promise<string> {
    servers.push(server);
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** Where an address that nobody else knows is: on this machine. */
  const here = (url: string) => `http://127.0.0.1:${new URL(url).port}`;

  /** A proxy that notes which hosts it was asked for, by tunnel or by whole address. */
  async function proxy() {
    const asked: string[] = [];
    const server = createServer((incoming, response) => {
      asked.push(new URL(incoming.url as string).host);
      incoming.pipe(
        ask(here(incoming.url as string), { method: incoming.method, headers: incoming.headers }, (answer) =>
          answer.pipe(response.writeHead(answer.statusCode as number, answer.headers)),
        ),
      );
    });
    server.on('connect', ({ url = '' }, near: Socket) => {
      asked.push(url);
      const far = connect(Number(url.split(':')[1]), '127.0.0.1', () => {
        near.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        near.pipe(far).pipe(near);
      });
      sockets.push(near, far);
    });
    return { url: `http://${await listening(server)}`, asked };
  }

  const instance = () =>
    listening(
      createServer((incoming, response) => response.end(`${incoming.method} ${incoming.headers['user-agent']}`)),
    );

  it('goes straight to the instance where the environment names no proxy', async () => {
    const host = await instance();
    const response = await wireOf({ environment: {} })(`http://${host}/`, {
      method: 'PUT',
      headers: {},
      timeout: 5000,
    });
    expect(response).toMatchObject({ status: 200, text: 'PUT fake-jira' });
  });

  it('goes through the proxy of HTTP_PROXY', async () => {
    const host = await instance();
    const { url, asked } = await proxy();
    const wire = wireOf({ environment: { HTTP_PROXY: url } });
    const known = host.replace('127.0.0.1', 'jira.example.invalid');
    const sent = { method: 'GET', headers: {}, timeout: 5000 };
    expect((await wire(`http://${known}/x`, sent)).text).toBe('GET fake-jira');
    expect(asked).toEqual([known]);
    // What is on this machine, no proxy can reach.
    expect((await wire(`http://${host}/x`, sent)).status).toBe(200);
    expect(asked).toEqual([known]);
  });

  it('passes the proxy by for the hosts of NO_PROXY', async () => {
    const host = await instance();
    const { url, asked } = await proxy();
    const wire = wireOf({ environment: { HTTP_PROXY: url, NO_PROXY: '.example.invalid' } });
    const known = host.replace('127.0.0.1', 'jira.example.invalid');
    await expect(wire(`http://${known}/x`, { method: 'GET', headers: {}, timeout: 5000 })).rejects.toThrow('ENOTFOUND');
    expect(asked).toEqual([]);
  });

  it('puts the values of a header that came several times behind each other', async () => {
    const host = await listening(createServer((_, response) => response.writeHead(200, { 'X-One': ['a', 'b'] }).end()));
    const { headers } = await wireOf({ environment: {} })(`http://${host}/`, {
      method: 'GET',
      headers: {},
      timeout: 5000,
    });
    expect(headers['x-one']).toBe('a, b');
  });
});
