import type { RecordedInstance } from '@fake-jira/contract';
import type { FieldEntry, UserEntry, WorldFile } from '@fake-jira/fixtures';
import { capture, requireSeedable } from '@fake-jira/seeding';
import { detect, TargetError, type Caller, type Target, type TargetFacts } from '@fake-jira/target';

interface Myself {
  readonly accountId?: string;
  readonly name?: string;
  readonly groups?: { readonly items?: readonly { readonly name: string }[] };
}

/** Who signs in as the app, and with which token, in the world of a recording: the real ones are not in it. */
const appUser = 'recorded-app';
const token = 'recorded-token';

/**
 * What an instance is like before a run: its world, and who asks. With that, a fake answers a run as the instance does.
 *
 * @returns undefined where it cannot be read, which is said
 */
export async function recordedInstance(reached: Target): Promise<RecordedInstance | undefined> {
  try {
    // Fields of others are not in a recording, and what the suite asks about it makes itself.
    return (await instanceOf(reached, { withoutFields: true })).instance;
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    console.error(`What the instance is like cannot be read, and is left out of the recording: ${error.message}`);
    return undefined;
  }
}

export interface ReadInstance {
  readonly instance: RecordedInstance & { readonly world: WorldFile };
  /** What a world file cannot hold, a line each. */
  readonly leftOut: readonly string[];
}

/**
 * Reads an instance: its world, people under other names, and who of them asks.
 *
 * @throws what the requests throw
 */
export async function instanceOf(
  reached: Target,
  more: Pick<Parameters<typeof capture>[0], 'withoutFields' | 'onProgress'>,
): Promise<ReadInstance> {
  const { credentials, administrator } = reached;
  const facts = await detect(administrator);
  const { file, names, leftOut } = await capture({
    caller: administrator,
    facts,
    keepPersonalData: false,
    ids: true,
    ...more,
  });
  const roles: Record<string, string> = {};
  const groups = new Map<string, readonly string[]>();
  for (const role of Object.keys(credentials.roles).filter((name) => name !== 'app')) {
    const me = await myself(reached.as(role));
    const name = names.get((facts.deployment === 'cloud' ? me.accountId : me.name) ?? '');
    if (name === undefined) continue;
    roles[role] = name;
    groups.set(
      name,
      (me.groups?.items ?? []).map((group) => group.name),
    );
  }
  const { appField, protectedFields, sandbox } = credentials;
  if (credentials.roles['app'] !== undefined) roles['app'] = appUser;
  const others = {
    appField: appField === undefined ? undefined : await fieldOfApp(administrator, appField),
    hasToken: protectedFields !== undefined,
  };
  const instance = {
    world: withOthers(file, groups, others),
    sandbox,
    roles,
    ...(appField !== undefined && { appField }),
    hasToken: protectedFields !== undefined,
  };
  const lines = leftOut.map(({ what, why }) => `${what}, because ${why}`);
  return { instance, leftOut: [...(more.withoutFields ? [] : notShown(facts)), ...lines] };
}

/** What fields are for is shown by newer versions of the apps alone. */
function notShown(facts: TargetFacts): string[] {
  try {
    requireSeedable(facts);
    return [];
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    return [`much of what contexts and options there are. ${error.message}`];
  }
}

async function myself(caller: Caller): Promise<Myself> {
  return (await caller.get('/rest/api/2/myself', { expand: 'groups' })) as Myself;
}

/** The field of an app as the world has it; undefined where it is not there. */
async function fieldOfApp(caller: Caller, key: string): Promise<FieldEntry | undefined> {
  const fields = (await caller.get('/rest/api/2/field')) as readonly {
    readonly key?: string;
    readonly name: string;
    readonly schema?: { readonly custom?: string };
  }[];
  const found = fields.find((field) => field.key === key);
  return found && { name: found.name, type: found.schema?.custom ?? '', appKey: key };
}

interface Others {
  readonly appField: FieldEntry | undefined;
  readonly hasToken: boolean;
}

/** The world with what no list of people shows: whose groups come in which order, the app, and a token. */
function withOthers(
  file: WorldFile,
  groups: ReadonlyMap<string, readonly string[]>,
  { appField, hasToken }: Others,
): WorldFile {
  const app: UserEntry[] = appField ? [{ name: appUser, app: appField.appKey?.split('__')[0] ?? '' }] : [];
  const inOrder = (user: UserEntry): UserEntry => {
    const order = groups.get(user.name) ?? [];
    return order.length === (user.groups?.length ?? 0) && order.length > 0 ? { ...user, groups: order } : user;
  };
  const { fields = [] } = file;
  const isThere = fields.some((field) => field.appKey === appField?.appKey);
  return {
    ...file,
    users: [...(file.users ?? []).map(inOrder), ...app],
    ...(appField && !isThere && { fields: [...fields, appField] }),
    ...(hasToken && { protectedFieldTokens: [{ token }] }),
  };
}

/** Who signs in to a fake of the world of a recording. */
export function credentialsIn({ roles, sandbox, appField, hasToken }: RecordedInstance) {
  const signIns = Object.fromEntries(
    Object.entries(roles).map(([role, name]) => [role, { user: name, password: name }]),
  );
  return {
    roles: { ...signIns, administrator: { user: 'admin', password: 'admin' } },
    sandbox,
    ...(appField !== undefined && { appField }),
    ...(hasToken && { protectedFields: { token } }),
  };
}
