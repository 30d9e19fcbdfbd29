import type { Person } from './person.js';
import type { Sandbox } from './sandbox.js';

interface TabPlace {
  readonly screenId: number;
  readonly tabId: number;
}

type Place = Pick<Sandbox, 'project' | 'issueType'>;

/** Where a sandbox has been found to take its fields from, once for a run. */
const places = new WeakMap<Sandbox, TabPlace>();

/**
 * Puts a field on the screen that issues of the sandbox have. Which one that is no operation tells, so the screens are
 * tried until the field can be set: once for a run, and so by somebody whose requests are no part of a check.
 *
 * @param seeker - who looks for the screen
 * @throws Error where it is none of them
 */
export async function onScreen(admin: Person, sandbox: Sandbox, fieldId: string, seeker = admin): Promise<void> {
  const place = places.get(sandbox) ?? (await found(seeker, sandbox, fieldId));
  places.set(sandbox, place);
  await put(admin, place, fieldId);
}

async function found(seeker: Person, sandbox: Sandbox, fieldId: string): Promise<TabPlace> {
  for await (const place of firstTabs(seeker)) {
    if (!(await put(seeker, place, fieldId))) continue;
    const isPlace = await canBeSet(seeker, sandbox, fieldId);
    await seeker.raw('DELETE', `${fieldsOf(place)}/${fieldId}`);
    if (isPlace) return place;
  }
  throw new Error(`On no screen can ${fieldId} be set in ${sandbox.project.key}.`);
}

const fieldsOf = ({ screenId, tabId }: TabPlace) => `/rest/api/2/screens/${screenId}/tabs/${tabId}/fields`;

async function put(admin: Person, place: TabPlace, fieldId: string): Promise<boolean> {
  return (await admin.raw('POST', fieldsOf(place), { body: { fieldId } })).status === 200;
}

async function* firstTabs(admin: Person): AsyncIterable<TabPlace> {
  for (let startAt = 0, isLast = false; !isLast; startAt += 100) {
    const { status, body } = await admin.raw('GET', `/rest/api/2/screens?startAt=${startAt}&maxResults=100`);
    if (status !== 200) throw new Error(`The screens cannot be read: the target answered ${status}.`);
    for (const { id } of body.values as { id: number }[]) {
      const tabs = (await admin.raw('GET', `/rest/api/2/screens/${id}/tabs`)).body as { id: number }[];
      if (tabs[0]) yield { screenId: id, tabId: tabs[0].id };
    }
    isLast = body.isLast !== false || body.values.length === 0;
  }
}

async function canBeSet(admin: Person, { project, issueType }: Place, fieldId: string): Promise<boolean> {
  const address = `/rest/api/2/issue/createmeta/${project.key}/issuetypes/${issueType.id}`;
  for (let startAt = 0, total = 1; startAt < total; startAt += 200) {
    const { status, body } = await admin.raw('GET', `${address}?startAt=${startAt}&maxResults=200`);
    if (status === 404) return canBeSetBefore84(admin, { project, issueType }, fieldId);
    // `fields` on Cloud, `values` on Data Center.
    const fields = (body.fields ?? body.values ?? []) as { fieldId: string }[];
    if (fields.some((field) => field.fieldId === fieldId)) return true;
    total = body.total;
  }
  return false;
}

/** Data Center before 8.4 has create metadata in one piece. */
async function canBeSetBefore84(admin: Person, { project, issueType }: Place, fieldId: string): Promise<boolean> {
  const query = `projectKeys=${project.key}&issuetypeIds=${issueType.id}&expand=projects.issuetypes.fields`;
  const { body } = await admin.raw('GET', `/rest/api/2/issue/createmeta?${query}`);
  const projects = (body.projects ?? []) as { issuetypes: { fields?: object }[] }[];
  return projects.some(({ issuetypes }) => issuetypes.some(({ fields = {} }) => fieldId in fields));
}
