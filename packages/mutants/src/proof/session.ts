import { Agent, request, type RequestOptions } from 'node:http';
import type { ContractTarget } from '@fake-jira/contract';

type Session = ReturnType<ContractTarget['session']>;

/** Connections are kept: a proof asks some ten thousand times. */
const agent = new Agent({ keepAlive: true });

/**
 * Somebody's line to a fake in this process, quicker than `fetch`.
 *
 * @param base - address of the fake or of a workspace, without a slash at the end
 * @param signIn - name and password; absent: nobody signs in
 */
export function loopbackSession(base: string, signIn: readonly [name: string, password: string] | undefined): Session {
  const authorization = signIn && `Basic ${Buffer.from(signIn.join(':')).toString('base64')}`;
  return {
    send({ method, path, body, text, headers }) {
      const content = text ?? (body === undefined ? undefined : JSON.stringify(body));
      const options = {
        method,
        agent,
        headers: {
          ...(authorization && { authorization }),
          // Without a length, Node leaves the body of a DELETE out.
          ...(content !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(content),
          }),
          ...headers,
        },
      };
      return exchange(base + path, options, content);
    },
  };
}

function exchange(address: string, options: RequestOptions, content: string | undefined): ReturnType<Session['send']> {
  return new Promise((resolve, reject) => {
    const sent = request(address, options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.once('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)])),
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      // The fake has closed a connection that was kept too long, just as it was used again.
      if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(exchange(address, options, content));
      else reject(error);
    });
    sent.end(content);
  });
}
