import { sessionGuard } from '../src/run/session-guard.js';
import type { Session } from '../src/stage/session.js';

const sent: string[] = [];
const session: Session = {
  send: ({ method, path }) => {
    sent.push(`${method} ${path}`);
    return Promise.resolve({ status: 200, headers: {}, text: '' });
  },
};

beforeEach(() => void (sent.length = 0));

describe('the lines of a check', () => {
  it('carry no write in a read-only run', async () => {
    const { send } = sessionGuard({ readOnly: true, mostRequests: Infinity })(session);
    await send({ method: 'GET', path: '/a' });
    await expect(send({ method: 'DELETE', path: '/a?token=secret' })).rejects.toThrow(
      'The run is read-only: DELETE /a?token=*** was not sent.',
    );
    expect(sent).toEqual(['GET /a']);
  });

  it('carry no more requests than a check can need, all together', async () => {
    const guard = sessionGuard({ readOnly: false, mostRequests: 2 });
    const [one, other] = [guard(session), guard(session)];
    await one.send({ method: 'GET', path: '/a' });
    await other.send({ method: 'POST', path: '/b' });
    await expect(one.send({ method: 'GET', path: '/c' })).rejects.toThrow('No end after 2 requests');
    expect(sent).toEqual(['GET /a', 'POST /b']);
  });
});
