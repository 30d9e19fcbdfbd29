import { bases } from '@fake-jira/openapi';
import { versions, type Profile } from '@fake-jira/profile';
import { TargetLacks, UnexpectedStatus } from '../failure.js';
import { below } from './extender-forms.js';
import type { Answer, Asked, Person } from './person.js';
import { requireName, type ScratchMaker } from './scratch.js';

const extender = '/rest/extender/1.0/customField';

interface ListedOption {
  readonly id: number | string;
  readonly childOptions?: readonly { readonly id: number | string }[];
}

/**
 * Makes scratch fields as Data Center lets them be made: fields through its own operations, contexts and options through
 * Extender where it is installed, else through Customfield Editor.
 */
export function dataCenterMaker(admin: Person, profile: Profile): ScratchMaker {
  const ask = async (method: string, path: string, asked: Pick<Asked, 'body'> = {}): Promise<Answer['body']> => {
    const { status, body, text } = await admin.raw(method, path, asked);
    if (status >= 300) throw new UnexpectedStatus(method, path, status, text);
    return body;
  };
  const { extender: has, customfieldEditor: ofEditor } = versions(profile);
  // The operations of 1.1 are others.
  const editor = ofEditor.atLeast('1.2') ? editorOptions(ask, profile) : undefined;
  const options = () => (has.installed ? extenderOptions(ask, profile) : required(editor, 'contexts and options'));
  // Extender adds schemes since 1.6, Customfield Editor contexts since 2.10.
  const contexts = () =>
    has.atLeast('1.6') ? options() : required(ofEditor.atLeast('2.10') ? editor : undefined, 'contexts');
  const makesContexts = has.atLeast('1.6') || ofEditor.atLeast('2.10');
  const isThere = async (key: string) =>
    ((await ask('GET', '/rest/api/2/field')) as unknown as readonly { id: string }[]).some(({ id }) => id === key);
  const firstLevel = new Set<number>();
  const makerOf = (parentId: number | undefined, wanted: readonly { readonly disabled: boolean }[]): Makers => {
    // Extender disables options since 2.20.
    if (!has.atLeast('2.20') && wanted.some(({ disabled }) => disabled)) return required(editor, 'disabled options');
    // It lists no more than two levels, so that deeper options could not be found again.
    const isDeep = parentId !== undefined && !firstLevel.has(parentId);
    return isDeep && editor ? editor : options();
  };
  return {
    removes: true,
    makesContexts,

    async createField({ name, description, type, searcherKey }) {
      const made = await ask('POST', '/rest/api/2/field', {
        body: { name, description, type, ...(searcherKey == null ? {} : { searcherKey }) },
      });
      requireName('POST /rest/api/2/field', made.name, name);
      const id = Number(String(made.id).replace('customfield_', ''));
      const first = has.installed || editor ? await options().firstContext(id) : undefined;
      if (first !== undefined || !makesContexts) return { id, contextId: first };
      // Whether a new field has a context is an open question: where it has none, it gets one.
      const everywhere = {
        name: `Default for ${name}`.slice(0, 255),
        description: '',
        projectIds: [],
        issueTypeIds: [],
      };
      const context = contexts().createContext(id, everywhere);
      // Customfield Editor makes contexts of the types that it edits, and of no others.
      return { id, contextId: has.atLeast('1.6') ? await context : await context.catch(() => undefined) };
    },

    createContext: async (...asked) => contexts().createContext(...asked),
    narrow: async (...asked) => contexts().narrow(...asked),
    async createOptions(place, wanted) {
      const ids = await makerOf(place.parentId, wanted).createOptions(place, wanted);
      if (place.parentId === undefined) for (const id of ids) firstLevel.add(id);
      return ids;
    },

    async removeField(fieldId) {
      const key = `customfield_${fieldId}`;
      const { status, body, text } = await admin.raw('DELETE', `/rest/api/2/customFields?ids=${key}`);
      // Where Jira has no such resource, Extender has one since 1.5.
      if (status === 404 && has.atLeast('1.5')) {
        await ask('DELETE', `${extender}/deleteCustomField`, { body: { customField: [String(fieldId)] } });
        return;
      }
      if (status !== 200) throw new UnexpectedStatus('DELETE', '/rest/api/2/customFields', status, text);
      const { notDeletedCustomFields = {} } = body as { notDeletedCustomFields?: Readonly<Record<string, string>> };
      const reason = notDeletedCustomFields[key];
      // One that is not there is not deleted either.
      if (reason !== undefined && (await isThere(key))) throw new Error(`${key} was not deleted: ${reason}`);
    },

    settled: () => Promise.resolve([]),
  };
}

type Ask = (method: string, path: string, asked?: Pick<Asked, 'body'>) => Promise<Answer['body']>;
type Makers = Pick<ScratchMaker, 'createContext' | 'createOptions' | 'narrow'> & {
  /** The context that a new field has; `undefined` where none is to be seen. */
  readonly firstContext: (fieldId: number) => Promise<number | undefined>;
};

/** @throws TargetLacks that says what */
function required(maker: Makers | undefined, what: string): Makers {
  if (maker) return maker;
  throw new TargetLacks(
    `Nothing on this target makes ${what}: it has no Customfield Editor, and no Extender that does.`,
  );
}

function extenderOptions(ask: Ask, profile: Profile): Makers {
  const all = versions(profile).extender.atLeast('4.17') ? '?maxResults=1000' : '';
  const listOf = async (contextId: number) => {
    const { schemeOptions } = (await ask('GET', `${extender}/configScheme/getValue/${contextId}${all}`)) as {
      schemeOptions: readonly ListedOption[];
    };
    return schemeOptions;
  };
  return {
    async firstContext(fieldId) {
      const { customFieldSchemes } = await ask('GET', `${extender}/configScheme/field/${fieldId}`);
      const [first] = customFieldSchemes as { id: number | string }[];
      return first && Number(first.id);
    },

    async createContext(fieldId, { name, description, projectIds, issueTypeIds }) {
      const made = await ask('PUT', `${extender}/addConfigScheme/${fieldId}`, {
        body: {
          schemeName: name,
          schemeDescription: description,
          projects: projectIds.map(String),
          issueTypes: issueTypeIds.map(String),
        },
      });
      return Number(made.configSchemeId);
    },

    async narrow(_fieldId, contextId, projectIds) {
      const body = { projects: projectIds.map(String) };
      await ask('PUT', `${extender}/updateConfigScheme/${contextId}`, { body });
    },

    async createOptions({ contextId, parentId }, wanted) {
      if (contextId === undefined)
        throw new TargetLacks('A new field has no context, and nothing on this target makes one.');
      await ask('POST', `${extender}/configScheme/addValue/${contextId}`, {
        body: {
          ...(parentId === undefined ? {} : below(profile, parentId)),
          optionName: wanted.map(({ value }) => value),
        },
      });
      const listed = await listOf(contextId);
      const level =
        parentId === undefined ? listed : (listed.find(({ id }) => Number(id) === parentId)?.childOptions ?? []);
      const ids = level.slice(-wanted.length).map(({ id }) => Number(id));
      for (const [at, { disabled }] of wanted.entries()) {
        if (!disabled) continue;
        const body = { ...(parentId === undefined ? {} : { parentId }), disabled: true };
        await ask('POST', `${extender}/configScheme/editValue/${contextId}/option/${ids[at]}`, { body });
      }
      return ids;
    },
  };
}

/** With a grant for the time in which options are made, for even administrators need one there. */
function editorOptions(ask: Ask, profile: Profile): Makers {
  const base = bases('customfield-editor', profile)[0]?.base as string;
  const grants = (fieldId: number) => `${base}/admin/customfields/${fieldId}`;
  return {
    async firstContext(fieldId) {
      // Of a type that the app does not edit it shows none.
      const listed = await ask('GET', `${grants(fieldId)}/contexts`).catch(() => []);
      return (listed as { contextId: number }[])[0]?.contextId;
    },

    async createContext(fieldId, { name, description, projectIds, issueTypeIds }) {
      const made = await ask('POST', `${grants(fieldId)}/contexts`, {
        body: {
          contextName: name,
          contextDescription: description,
          isGlobal: projectIds.length === 0,
          projectIds,
          issueTypeIds: issueTypeIds.map(String),
        },
      });
      return Number(made.id);
    },

    async narrow(fieldId, contextId, projectIds) {
      const body = { contextName: 'Narrowed', isGlobal: false, projectIds, issueTypeIds: [] };
      await ask('PUT', `${grants(fieldId)}/contexts/${contextId}`, { body });
    },

    async createOptions({ fieldId, contextId, parentId }, wanted) {
      const me = (await ask('GET', '/rest/api/2/myself')).name as string;
      const before = await ask('GET', grants(fieldId));
      await ask('PUT', grants(fieldId), { body: { userlist: [me], grouplist: [] } });
      const level = `${base}/user/customfields/${fieldId}/contexts/${contextId ?? 'default'}/options`;
      const address = parentId === undefined ? level : `${level}/${parentId}/childoptions`;
      const ids: number[] = [];
      for (const { value, disabled } of wanted) {
        ids.push(Number((await ask('POST', address, { body: { optionvalue: value, disabled } })).id));
      }
      await ask('PUT', grants(fieldId), { body: { userlist: before.userlist, grouplist: before.grouplist } });
      return ids;
    },
  };
}
