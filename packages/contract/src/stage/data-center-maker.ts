import { bases } from '@fake-jira/openapi';
import { versions, type Profile } from '@fake-jira/profile';
import type { Answer, Asked, Person } from './person.js';
import type { ScratchMaker } from './scratch.js';

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
    if (status >= 300) throw new Error(`${method} ${path} was answered with ${status}: ${text.slice(0, 300)}`);
    return body;
  };
  const installed = versions(profile);
  const options = installed.extender.atLeast('1.6') ? extenderOptions(ask, profile) : editorOptions(ask, profile);
  const deeper = bases('customfield-editor', profile).length > 0 ? editorOptions(ask, profile) : undefined;
  const firstLevel = new Set<number>();
  return {
    removes: true,

    async createField({ name, description, type, searcherKey }) {
      const made = await ask('POST', '/rest/api/2/field', {
        body: { name, description, type, ...(searcherKey == null ? {} : { searcherKey }) },
      });
      const id = Number(String(made.id).replace('customfield_', ''));
      return { id, contextId: await options.firstContext(id) };
    },

    createContext: options.createContext,
    narrow: options.narrow,
    async createOptions(place, wanted) {
      // Extender lists no more than two levels, so that deeper options could not be found again.
      const isDeep = place.parentId !== undefined && !firstLevel.has(place.parentId);
      const maker = isDeep && deeper ? deeper : options;
      const ids = await maker.createOptions(place, wanted);
      if (place.parentId === undefined) for (const id of ids) firstLevel.add(id);
      return ids;
    },

    async removeField(fieldId) {
      await ask('DELETE', `/rest/api/2/customFields?ids=customfield_${fieldId}`);
    },

    settled: () => Promise.resolve(),
  };
}

type Ask = (method: string, path: string, asked?: Pick<Asked, 'body'>) => Promise<Answer['body']>;
type Makers = Pick<ScratchMaker, 'createContext' | 'createOptions' | 'narrow'> & {
  readonly firstContext: (fieldId: number) => Promise<number>;
};

function extenderOptions(ask: Ask, profile: Profile): Makers {
  // Before 2.20 it had one of two names, and the document does not say which (extender.parent-property-before-2.20).
  const below = (parentId: number) =>
    versions(profile).extender.atLeast('2.20')
      ? { parentId }
      : { parentOptionId: String(parentId), parent_id: String(parentId) };
  const listOf = async (contextId: number) => {
    const { schemeOptions } = (await ask('GET', `${extender}/configScheme/getValue/${contextId}?maxResults=1000`)) as {
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
          ...(parentId === undefined ? {} : below(parentId)),
          optionName: wanted.map(({ value }) => value),
        },
      });
      const listed = await listOf(contextId);
      const level =
        parentId === undefined ? listed : (listed.find(({ id }) => Number(id) === parentId)?.childOptions ?? []);
      const ids = level.slice(-wanted.length).map(({ id }) => Number(id));
      for (const [at, { disabled }] of wanted.entries()) {
        if (!disabled) continue;
        const body = { ...(parentId === undefined ? {} : below(parentId)), disabled: true };
        await ask('POST', `${extender}/configScheme/editValue/${contextId}/option/${ids[at]}`, { body });
      }
      return ids;
    },
  };
}

/** With a grant for the time in which options are made, for even administrators need one there. */
function editorOptions(ask: Ask, profile: Profile): Makers {
  const base = () => {
    const found = bases('customfield-editor', profile)[0]?.base;
    if (found !== undefined) return found;
    throw new Error('Nothing on this target makes options: it has neither Extender since 1.6 nor Customfield Editor.');
  };
  const grants = (fieldId: number) => `${base()}/admin/customfields/${fieldId}`;
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
      const level = `${base()}/user/customfields/${fieldId}/contexts/${contextId}/options`;
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
