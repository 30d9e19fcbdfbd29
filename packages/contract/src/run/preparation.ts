import type { Person } from '../stage/person.js';
import {
  readIdentity,
  readSandbox,
  sandboxWithoutJira,
  type FoundSandbox,
  type SandboxNames,
} from '../stage/sandbox.js';
import type { Identity } from '../stage/person.js';

/** What a run asks its target once, before its first check; plain data, so that processes can share it. */
export interface Preparation {
  readonly sandbox: FoundSandbox;
  /** Full keys of the types that a field can have; none where the target has nothing that lists them. */
  readonly fieldTypes?: readonly string[];
  /** Jira itself does not answer there: nothing can be made. */
  readonly noJira?: true;
  readonly identities: { readonly admin: Identity; readonly user: Identity | undefined };
}

/**
 * Looks at a target: who asks, and where the run may work.
 *
 * @throws TargetError that says what is not there
 */
export async function prepare(
  { admin, user }: { readonly admin: Person; readonly user: Person | undefined },
  names: SandboxNames,
): Promise<Preparation> {
  const identity = await readIdentity(admin);
  if (identity === undefined) {
    const nobody = { displayName: '' };
    return { identities: { admin: nobody, user: user && nobody }, sandbox: sandboxWithoutJira(names), noJira: true };
  }
  return {
    identities: { admin: identity, user: user && (await readIdentity(user)) },
    sandbox: await readSandbox(admin, names),
    fieldTypes: await readFieldTypes(admin),
  };
}

/** Extender lists all types; nothing else does. */
async function readFieldTypes(admin: Person): Promise<string[]> {
  const answer = await admin.raw('GET', '/rest/extender/1.0/customField/customFieldTypes');
  if (answer.status !== 200) return [];
  const types = answer.body as { readonly customFieldTypes?: readonly { readonly key: string }[] };
  return (types.customFieldTypes ?? []).map(({ key }) => key);
}
