import type { ExtenderOperations } from '@fake-jira/openapi';
import {
  changeContext,
  contextsOfField,
  issueTypeIdsOf,
  projectIdsOf,
  requireContextById,
  requireFieldByReference,
  together,
  type ContextChange,
  type CustomField,
  type Id,
  type ListChange,
} from '@fake-jira/world';
import { ok } from '../../http/response.js';
import type { RequestContext, Handlers } from '../../http/request-context.js';
import type { ExtenderBehaviour } from './behaviour.js';
import { defaultSchemeDescription, defaultSchemeName, type SchemeBody } from './schemes.js';

type Operations = Pick<ExtenderOperations, 'extenderUpdateConfigScheme' | 'extenderUpdateAllConfigSchemes'>;

export const schemeUpdates: Handlers<Operations, ExtenderBehaviour> = {
  extenderUpdateConfigScheme(call) {
    const { root, world, path, behaviour } = call;
    const [field, context] = requireContextById(root, path.configSchemeId);
    const change = changeOf(call, field);
    world.write((tx) => changeContext(tx, field.id, context.id, change, behaviour.schemeRules));
    return ok({ message: `config scheme id '${context.id}' was changed` });
  },

  extenderUpdateAllConfigSchemes(call) {
    const { root, world, path, behaviour } = call;
    const field = requireFieldByReference(root, path.customFieldId, behaviour.fieldIdForm);
    const contexts = [...contextsOfField(root, field.id)];
    const change = changeOf(call, field);
    world.write((tx) => {
      for (const context of contexts) changeContext(tx, field.id, context.id, change, behaviour.schemeRules);
    });
    return ok({ message: `config schemes with id ${contexts.map(({ id }) => id).join(', ')} have been changed` });
  },
};

type UpdateCall = Pick<RequestContext<unknown, ExtenderBehaviour>, 'root' | 'behaviour'> & {
  readonly query: { readonly keepExistingConfigurations?: string };
  readonly body: SchemeBody;
};

function changeOf(call: UpdateCall, field: CustomField): ContextChange {
  const { root, behaviour, body } = call;
  const { schemeName, schemeDescription, projects, issueTypes } = body;
  const { absentNameIsDefault: resets, referenceRules: rules } = behaviour;
  const [ofProjects, ofIssueTypes] = together(
    () => listChangeOf(call, projects, (given) => projectIdsOf(root, given, rules)),
    () => listChangeOf(call, issueTypes, (given) => issueTypeIdsOf(root, given, rules)),
  );
  return {
    name: schemeName ?? (resets ? defaultSchemeName(field) : undefined),
    description: schemeDescription ?? (resets ? defaultSchemeDescription : undefined),
    projects: ofProjects,
    issueTypes: ofIssueTypes,
  };
}

/** What a list of an update means: absent nothing, empty all, and with entries those, alone or beside what there is. */
function listChangeOf(
  { query, behaviour }: UpdateCall,
  given: readonly Id[] | undefined,
  idsOf: (given: readonly Id[]) => number[],
): ListChange | undefined {
  if (given === undefined) return undefined;
  const { keepExistingConfigurations: keep } = query;
  const keeps = keep === 'true' || (keep === '' && behaviour.emptyKeepIsTrue);
  if (given.length > 0) return { mode: keeps ? 'add' : 'replace', ids: idsOf(given) };
  return keeps && !behaviour.emptyListClearsKept ? undefined : { mode: 'replace', ids: [] };
}
