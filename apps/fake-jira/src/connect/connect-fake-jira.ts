import type { FakeJira } from '../fake-jira.js';
import { callback, checkOptions, text } from '../given/options.js';
import { UsageError } from '../given/usage-error.js';
import { worldNamed } from '../given/world-named.js';
import { defaultWorkspace, workspaceName, workspaceNameForm } from '../http/workspaces.js';
import { ControlClient, type Way } from './control-client.js';
import { workspaceElsewhere } from './workspace-elsewhere.js';
import { refusal } from './refusal.js';

/** How to reach a fake that runs elsewhere. */
export interface ConnectOptions {
  /** Its control token, where it was started with one. */
  readonly token?: string;
  /** Asks in place of Node's `fetch`: one with a proxy, or that trusts a certificate. */
  readonly fetch?: typeof fetch;
}

/**
 * Connects to a fake that runs in another process, or on another machine. It has what `startFakeJira()` gives; what is
 * asked of it has to be awaited.
 *
 * @param address - what `fake-jira start` prints, or that of a workspace, which is then the one to begin with
 * @throws UsageError where no fake answers there, and where the token is missing or wrong
 * @example
 * await using jira = await connectFakeJira(process.env.FAKE_JIRA_URL);
 * const mine = jira.workspace('mine');
 * await mine.merge({ fields: [{ name: 'Team', type: 'select' }] });
 * console.log(await mine.journal({ method: 'POST' }));
 */
export async function connectFakeJira(
  address: string | URL | undefined,
  options: ConnectOptions = {},
): Promise<FakeJira<'elsewhere'>> {
  checkOptions('connectFakeJira', options, { token: text, fetch: callback });
  const url = addressGiven(address);
  const way = { url, token: options.token, fetch: options.fetch ?? fetch };
  const client = new ControlClient(way);
  await client.ask('controlGetInfo').catch((error: unknown) => {
    throw refusal('connectFakeJira', error);
  });
  const root = url.replace(/\/w\/[^/]*$/, '');
  const all = new ControlClient({ ...way, url: root });
  return Object.assign(workspaceElsewhere(url, client), partsForAll(root, way, all));
}

function partsForAll(
  root: string,
  way: Way,
  all: ControlClient,
): Omit<FakeJira<'elsewhere'>, keyof ReturnType<typeof workspaceElsewhere>> {
  return {
    certificate: undefined,
    workspace(name) {
      if (!workspaceName.test(name)) throw new RangeError(`"${name}" is no name of a workspace: ${workspaceNameForm}.`);
      const url = `${root}/w/${name}`;
      return workspaceElsewhere(url, new ControlClient({ ...way, url }));
    },
    async deleteWorkspace(name) {
      if (name === defaultWorkspace) throw new RangeError('The default workspace is always there: reset it instead.');
      try {
        await all.ask('controlDeleteWorkspace', { path: { name } });
        return true;
      } catch (error) {
        if ((error as { readonly status?: number }).status === 404) return false;
        throw refusal('deleteWorkspace', error);
      }
    },
    async beginWith(world) {
      const body = worldNamed('beginWith', world);
      await all.ask('controlBeginWithWorld', { body }).catch((error: unknown) => {
        throw refusal('beginWith', error);
      });
    },
    // Connections of `fetch` let the process end as it is, and no other one is held.
    unref: () => undefined,
    close: () => Promise.resolve(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

function addressGiven(address: string | URL | undefined): string {
  const given = String(address ?? '');
  if (!/^https?:\/\//.test(given) || !URL.canParse(given)) {
    const shown = given === '' ? 'nothing' : `"${given}"`;
    throw new UsageError(
      `connectFakeJira takes the address of a fake, such as http://127.0.0.1:2990, not ${shown}. fake-jira start prints it, and fake-jira exec gives it as FAKE_JIRA_URL.`,
    );
  }
  const { origin, pathname } = new URL(given);
  const below = pathname.split('/').filter((segment) => segment !== '');
  return [origin, ...below].join('/');
}
