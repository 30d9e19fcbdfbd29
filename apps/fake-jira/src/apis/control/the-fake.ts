import type { ControlOperations } from '@fake-jira/openapi';
import { isAdministrator, usersByName, type Root } from '@fake-jira/world';
import { ok } from '../../http/response.js';
import type { Handlers } from '../../http/request-context.js';
import { defaultWorkspace } from '../../http/workspaces.js';
import { packageVersion } from '../../package-version.js';
import { countsOf } from './counts.js';

type Operations = Pick<ControlOperations, 'controlGetHealth' | 'controlGetInfo'>;

export const theFake: Handlers<Operations> = {
  controlGetHealth: () => ok({ status: 'UP' }),

  controlGetInfo({ root, workspace: { name, profile }, links: { base } }) {
    const chosenByHeader = name !== defaultWorkspace && !base.includes(`/w/${name}`);
    return ok({
      version: packageVersion,
      workspace: name,
      url: chosenByHeader ? `${base}/w/${name}` : base,
      profile: { ...profile },
      counts: countsOf(root),
      credentials: credentials(root),
    });
  },
};

const most = 10;

/** People who can sign in, `admin` and `bob` first. */
function credentials(root: Root) {
  const people = [...usersByName(root)].filter(({ app, active }) => app === undefined && active);
  const rank = (name: string) => ['admin', 'bob', name].indexOf(name);
  return people
    .sort((a, b) => rank(a.name) - rank(b.name))
    .slice(0, most)
    .map((user) => ({ name: user.name, password: user.password, administrator: isAdministrator(user) }));
}
