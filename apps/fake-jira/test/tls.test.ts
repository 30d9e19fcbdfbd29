import { X509Certificate } from 'node:crypto';
import { request } from 'node:https';
import { startFakeJira } from '../src/index.js';
import { isFor, ownCertificate } from '../src/tls/own-certificate.js';

/** What a client sees that trusts one certificate and no other. */
function ask(url: string, ca: string, path = '/rest/api/2/serverInfo'): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { ca }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject).end();
  });
}

describe('a fake with tls', () => {
  it('listens with https, with a certificate of its own that clients can trust, and says https in its answers', async () => {
    const jira = await startFakeJira({ tls: true, allowedHosts: ['jira.test'] });
    expect(jira.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    const ca = jira.certificate ?? '';
    expect(new X509Certificate(ca).subjectAltName).toBe(
      'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1, DNS:jira.test',
    );
    const { status, body } = await ask(jira.url, ca);
    expect(status).toBe(200);
    expect((JSON.parse(body) as { baseUrl: string }).baseUrl).toBe(jira.url);
    const { port } = new URL(jira.url);
    expect((await ask(`https://localhost:${port}/w/mine`, ca)).status).toBe(200);
    await expect(fetch(jira.url)).rejects.toThrow();
    await jira.close();
  });

  it('listens with the certificate that it is given', async () => {
    const tls = await ownCertificate(['jira.test'], Date.now());
    const jira = await startFakeJira({ tls });
    expect(jira.certificate).toBe(tls.cert);
    expect((await ask(jira.url, tls.cert)).status).toBe(200);
    await jira.close();
    const without = await startFakeJira({ tls: false });
    expect([without.url.startsWith('http:'), without.certificate]).toEqual([true, undefined]);
    await without.close();
  });

  it('says what is wrong with a certificate before anything listens', async () => {
    const [one, other] = [await ownCertificate([], Date.now()), await ownCertificate([], Date.now())];
    await expect(startFakeJira({ tls: { cert: one.cert, key: other.key } })).rejects.toThrow(
      /^The certificate and its key cannot be used: .*the key is that of the certificate\.$/,
    );
    await expect(startFakeJira({ tls: { cert: 'x', key: 'y' } })).rejects.toThrow('Both are PEM');
    await expect(startFakeJira({ tls: 'yes' as never })).rejects.toThrow(
      'The option "tls" of startFakeJira cannot be "yes": it is true for a certificate of its own, or { cert, key } with their PEM.',
    );
  });
});

describe('a certificate of its own', () => {
  const now = Date.now();
  const day = 24 * 60 * 60 * 1000;

  it('is for loopback and the names that it was made for, for a year', async () => {
    const made = await ownCertificate(['jira.test', '10.1.2.3'], now);
    expect(isFor(made, [], now)).toBe(true);
    expect(isFor(made, ['jira.test', '10.1.2.3', '::1'], now)).toBe(true);
    expect(isFor(made, ['other.test'], now)).toBe(false);
    expect(isFor(made, ['10.1.2.4'], now)).toBe(false);
    expect(isFor(made, [], now + 363 * day)).toBe(true);
    expect(isFor(made, [], now + 365 * day)).toBe(false);
  });
});
