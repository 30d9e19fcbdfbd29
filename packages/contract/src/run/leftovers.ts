import type { Provisioner } from '@fake-jira/target';
import type { Person } from '../stage/person.js';
import { lookAtJira, readSandbox, type SandboxNames } from '../stage/sandbox.js';
import type { Ledger, LedgerEntry } from './ledger.js';

/** What of a ledger could not be removed, and why. */
export interface Leftover extends LedgerEntry {
  readonly reason: string;
}

/** Who removes, with what, and where to look for what has no id. */
export interface Remover {
  readonly admin: Person;
  readonly provisioner: Provisioner;
  readonly sandbox: SandboxNames;
  readonly appField?: string | undefined;
}

/** What every name of a run begins with. */
export const runPrefix = 'fjf-';

/**
 * Removes what a ledger lists from a target. What is gone already counts as removed; what was never made, because the
 * run ended before, is looked for by its name.
 *
 * @param except - numbers of entries that are left alone; those that could not be removed are added
 */
export async function removeLeftovers(
  ledger: Ledger,
  remover: Remover,
  except: Set<number> = new Set(),
): Promise<Leftover[]> {
  const left: Leftover[] = [];
  for (const { number, ...entry } of ledger.left()) {
    if (except.has(number)) continue;
    try {
      await remove(entry, remover);
      ledger.removed({ number });
    } catch (error) {
      except.add(number);
      left.push({ ...entry, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return left;
}

/** Removes the last of what a ledger lists, and waits until that is gone; what is still there stays in the ledger. */
export async function removeAll(ledger: Ledger, remover: Remover): Promise<Leftover[]> {
  const left = await removeLeftovers(ledger, remover);
  for (const { fieldId, reason } of await remover.provisioner.settled()) {
    const name = `customfield_${fieldId}`;
    ledger.opens('field', name).made(String(fieldId));
    left.push({ kind: 'field', name, id: String(fieldId), reason });
  }
  return left;
}

async function remove({ kind, name, id }: LedgerEntry, remover: Remover): Promise<void> {
  if (id !== undefined) return removeById(kind, id, remover);
  // Without an id only what bears the name of a run can be told from what is somebody's.
  if (!name.startsWith(runPrefix)) return;
  for (const found of await finders[kind](name, remover)) await removeById(kind, found, remover);
}

/** By its id a field is found in the trash too, where no list has it. */
async function removeById(kind: LedgerEntry['kind'], id: string, { admin, provisioner }: Remover): Promise<void> {
  if (kind === 'field') return provisioner.removeField(Number(id));
  const address = addresses[kind](id);
  const { status } = await admin.raw('DELETE', address);
  if (status !== 204 && status !== 404) throw new Error(`DELETE ${address} was answered with ${status}.`);
}

const addresses: Readonly<Record<Exclude<LedgerEntry['kind'], 'field'>, (id: string) => string>> = {
  issue: (id) => `/rest/api/2/issue/${id}?deleteSubtasks=true`,
  'app-option': (id) => `/rest/api/3/field/${id.replace('/', '/option/')}`,
  screen: (id) => `/rest/api/3/screens/${id}`,
  tab: (id) => `/rest/api/2/screens/${id.replace('/', '/tabs/')}`,
};

/** How the ids of what a run has made without hearing of it are found. */
const finders: Readonly<Record<LedgerEntry['kind'], (name: string, remover: Remover) => Promise<readonly string[]>>> = {
  field: async (name, { admin }) => {
    const listed = await lookAtJira(admin, '/field');
    if (listed.status !== 200) throw new Error(`The fields cannot be listed: the target answered ${listed.status}.`);
    const fields = listed.body as readonly { id: string; name: string }[];
    return fields.filter((field) => field.name === name).map(({ id }) => id.replace('customfield_', ''));
  },

  'app-option': async (value, { admin, appField }) => {
    if (appField === undefined) throw new Error('The credentials name no field of an app any more.');
    const listed = await admin.raw('GET', `/rest/api/3/field/${appField}/option?maxResults=1000`);
    const { values: options = [] } = (listed.body ?? {}) as { values?: { id: number; value: string }[] };
    return options.filter((option) => option.value === value).map(({ id }) => `${appField}/${id}`);
  },

  screen: async (name, { admin }) => (await screens(admin)).filter((one) => one.name === name).map(({ id }) => `${id}`),

  tab: async (name, { admin }) => {
    const found: string[] = [];
    for (const screen of await screens(admin)) {
      const listed = await admin.raw('GET', `/rest/api/2/screens/${screen.id}/tabs`);
      found.push(...named(listed.body).flatMap((tab) => (tab.name === name ? [`${screen.id}/${tab.id}`] : [])));
    }
    return found;
  },

  /** Issues are numbered one by one: a new one tells the newest number, and that of what was made last is near it. */
  issue: async (summary, { admin, sandbox: names }) => {
    const sandbox = await readSandbox(admin, names);
    const found: string[] = [];
    for (const { id, key: project } of sandbox.projects) {
      const newest = await newestIssue(admin, { projectId: id, typeId: sandbox.issueType.id });
      for (let number = newest; number > Math.max(0, newest - issuesLookedAt); number -= 1) {
        const answer = await admin.raw('GET', `/rest/api/2/issue/${project}-${number}`);
        const issue = answer.body as { key: string; fields?: { summary?: string } };
        if (answer.status === 200 && issue.fields?.summary === summary) found.push(issue.key);
      }
    }
    return found;
  },
};

interface Named {
  readonly id: number;
  readonly name: string;
}

const named = (body: unknown) => (Array.isArray(body) ? (body as readonly Named[]) : []);

async function screens(admin: Person): Promise<readonly Named[]> {
  const listed = await admin.raw('GET', '/rest/api/2/screens?maxResults=100');
  return named((listed.body as { values?: unknown } | undefined)?.values);
}

const issuesLookedAt = 30;

/** The number of an issue that is made for it, and removed. */
async function newestIssue(
  admin: Person,
  { projectId, typeId }: { readonly projectId: number; readonly typeId: number },
): Promise<number> {
  const summary = `${runPrefix}to find the newest issue`;
  const fields = { project: { id: String(projectId) }, issuetype: { id: String(typeId) }, summary };
  const answer = await admin.raw('POST', '/rest/api/2/issue', { body: { fields } });
  const { key } = (answer.body ?? {}) as { key?: string };
  if (answer.status !== 201 || key === undefined) {
    throw new Error(`No issue could be made to look for it: ${answer.status}.`);
  }
  await admin.raw('DELETE', `/rest/api/2/issue/${key}`);
  return Number(key.slice(key.lastIndexOf('-') + 1));
}
