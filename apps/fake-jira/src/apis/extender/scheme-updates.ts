import type { ExtenderOperations } from '@fake-jira/openapi';
import { answer } from '@fake-jira/profile';
import {
  changeContext,
  contextsOfField,
  issueTypeIdsOf,
  projectIdsOf,
  requireContextById,
  type ContextChange,
  type CustomField,
  type Id,
  type ListChange,
} from '@fake-jira/world';
import { ok } from '../../http/answer.js';
import type { Call, Handlers } from '../../http/call.js';
import { defaultSchemeDescription, defaultSchemeName, type SchemeBody } from './add-scheme.js';
import { fieldOf } from './field-reference.js';
import { referenceRules, schemeRules } from './rules.js';

type Operations = Pick<ExtenderOperations, 'extenderUpdateConfigScheme' | 'extenderUpdateAllConfigSchemes'>;

export const schemeUpdates: Handlers<Operations> = {
  extenderUpdateConfigScheme(call) {
    const { root, world, path, profile } = call;
    const [field, context] = requireContextById(root, path.configSchemeId);
    const change = changeOf(call, field);
    world.write((tx) => changeContext(tx, field.id, context.id, change, schemeRules(profile)));
    return ok({ message: `config scheme id '${context.id}' was changed` });
  },

  extenderUpdateAllConfigSchemes(call) {
    const { root, world, path, profile } = call;
    const field = fieldOf(call, path.customFieldId);
    const contexts = [...contextsOfField(root, field.id)];
    const change = changeOf(call, field);
    world.write((tx) => {
      for (const context of contexts) changeContext(tx, field.id, context.id, change, schemeRules(profile));
    });
    return ok({ message: `config schemes with id ${contexts.map(({ id }) => id).join(', ')} have been changed` });
  },
};

type UpdateCall = Pick<Call, 'root' | 'profile' | 'versions'> & {
  readonly query: { readonly keepExistingConfigurations?: string };
  readonly body: SchemeBody;
};

function changeOf(call: UpdateCall, field: CustomField): ContextChange {
  const { root, profile, body } = call;
  const { schemeName, schemeDescription, projects, issueTypes } = body;
  const resets = answer(profile, 'extender.update-absent-name') === 'reset-to-default';
  const rules = referenceRules(profile);
  return {
    name: schemeName ?? (resets ? defaultSchemeName(field) : undefined),
    description: schemeDescription ?? (resets ? defaultSchemeDescription : undefined),
    projects: listChangeOf(call, projects, (given) => projectIdsOf(root, given, rules)),
    issueTypes: listChangeOf(call, issueTypes, (given) => issueTypeIdsOf(root, given, rules)),
  };
}

/** What a list of an update means: absent nothing, empty all, and with entries those, alone or beside what there is. */
function listChangeOf(
  call: UpdateCall,
  given: readonly Id[] | undefined,
  idsOf: (given: readonly Id[]) => number[],
): ListChange | undefined {
  if (given === undefined) return undefined;
  const keeps = keepsExisting(call);
  if (given.length > 0) return { mode: keeps ? 'add' : 'replace', ids: idsOf(given) };
  return keeps && !clearsWhenKeeping(call) ? undefined : { mode: 'replace', ids: [] };
}

function keepsExisting({ query, profile, versions }: UpdateCall): boolean {
  if (!versions.extender.atLeast('4.2')) return answer(profile, 'extender.update-before-4.2') === 'add';
  const { keepExistingConfigurations: keep } = query;
  return keep === '' ? answer(profile, 'extender.keep-empty-value') === 'true' : keep === 'true';
}

function clearsWhenKeeping({ profile, versions }: UpdateCall): boolean {
  return versions.extender.atLeast('4.2') && answer(profile, 'extender.keep-with-empty-list') === 'clears';
}
