import { bases } from '@fake-jira/openapi';
import { versions, type Profile } from '@fake-jira/profile';
import { UnexpectedStatus } from '../failure.js';
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
  const { extender: has } = versions(profile);
  const editor = bases('customfield-editor', profile).length > 0 ? editorOptions(ask, profile) : undefined;
  const isThere = async (key: string) =>
    ((await ask('GET', '/rest/api/2/field')) as unknown as readonly { id: string }[]).some(({ id }) => id === key);
  const options = has.installed ? extenderOptions(ask, profile) : required(editor, 'contexts and options');
  // Extender adds schemes since 1.6.
  const contexts = () => (has.atLeast('1.6') ? options : required(editor, 'contexts'));
  const firstLevel = new Set<number>();
  const makerOf = (parentId: number | undefined, wanted: readonly { readonly disabled: boolean }[]): Makers => {
    // Extender disables options since 2.20.
    if (!has.atLeast('2.20') && wanted.some(({ disabled }) => disabled)) return required(editor, 'disabled options');
    // It lists no more than two levels, so that deeper options could not be found again.
    const isDeep = parentId !== undefined && !firstLevel.has(parentId);
    return isDeep && editor ? editor : options;
  };
  return {
    removes: true,

    async createField({ name, description, type, searcherKey }) {
      const made = await ask('POST', '/rest/api/2/field', {
        body: { name, description, type, ...(searcherKey == null ? {} : { searcherKey }) },
      });
      requireName('POST /rest/api/2/field', made.name, name);
      const id = Number(String(made.id).replace('customfield_', ''));
      return { id, contextId: await options.firstContext(id) };
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
  readonly firstContext: (fieldId: number) => Promise<number>;
};

/** @throws Error that says what the target lacks */
function required(maker: Makers | undefined, what: string): Makers {
  if (maker) return maker;
  throw new Error(`Nothing on this target makes ${what}: it has no Customfield Editor, and no Extender that does.`);
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
      if (first) return Number(first.id);
      return Number((await ask('PUT', `${extender}/addConfigScheme/${fieldId}`, { body: {} })).configSchemeId);
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
      const [first] = (await ask('GET', `${grants(fieldId)}/contexts`)) as { contextId: number }[];
      if (!first) throw new Error(`The field ${fieldId} has no context.`);
      return first.contextId;
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
      const level = `${base}/user/customfields/${fieldId}/contexts/${contextId}/options`;
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
