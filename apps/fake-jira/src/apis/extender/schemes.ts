import type { ExtenderOperations } from '@fake-jira/openapi';
import { answer } from '@fake-jira/profile';
import {
  addOptionValues,
  contextsOfField,
  deleteContext,
  liveFields,
  removeUnattachedContexts,
  requireContextById,
  zipContextLists,
  type Context,
  type CustomField,
  type Transaction,
} from '@fake-jira/world';
import { created, ok } from '../../http/answer.js';
import type { Call, Handlers } from '../../http/call.js';
import { addScheme, type SchemeBody } from './add-scheme.js';
import { fieldOf } from './field-reference.js';
import { pageOf } from './paging.js';
import { renderId } from './render-id.js';
import { renderScheme } from './render-scheme.js';
import { takesOptionNames, valueRules } from './rules.js';

type Operations = Pick<
  ExtenderOperations,
  | 'extenderGetConfigSchemes'
  | 'extenderRemoveConfigScheme'
  | 'extenderClearConfigSchemes'
  | 'extenderAddConfigScheme'
  | 'extenderAddConfigSchemes'
>;

export const schemes: Handlers<Operations> = {
  extenderGetConfigSchemes(call) {
    const field = fieldOf(call, call.path.customFieldId);
    const found = [...contextsOfField(call.root, field.id)];
    const { entries, envelope } = pageOf(call, found, (context) => renderScheme(context, call));
    return ok({ customFieldSchemes: entries, ...envelope });
  },

  extenderRemoveConfigScheme({ root, world, path }) {
    const [field, context] = requireContextById(root, path.configSchemeId);
    world.write((tx) => deleteContext(tx, field.id, context.id));
    return ok({ message: `config scheme '${context.id}' deleted` });
  },

  extenderClearConfigSchemes(call) {
    const { root, world, path } = call;
    const cleared = path.customFieldId === 'all' ? [...liveFields(root)] : [fieldOf(call, path.customFieldId)];
    world.write((tx) => {
      for (const field of cleared) removeUnattachedContexts(tx, field.id);
    });
    return ok({ message: 'custom field schemes cleared' });
  },

  extenderAddConfigScheme(call) {
    const { world, path, body } = call;
    const field = fieldOf(call, path.customFieldId);
    const wanted = takesOptionNames('scheme', call) ? body : { ...body, optionNames: [] };
    const scheme = world.write((tx) => addSchemeWithValues(tx, field, wanted, call));
    return added(call, {
      message: `config scheme id '${scheme.id}' created for field '${field.name}'`,
      configSchemeId: renderId(scheme.id, call),
    });
  },

  extenderAddConfigSchemes(call) {
    const { world, path, body, profile } = call;
    const field = fieldOf(call, path.customFieldId);
    const { schemeName, schemeDescription, issueTypes, projects, optionNames } = body;
    const common = {
      ...(schemeName !== undefined && { schemeName }),
      ...(schemeDescription !== undefined && { schemeDescription }),
    };
    const all = zipContextLists({ issueTypes, projects, options: optionNames }).map(
      ({ options, ...lists }): SchemeWithValues => ({ ...common, ...lists, optionNames: options }),
    );
    // In one write all are added or none; in one each, those before the first that cannot be.
    const writes = answer(profile, 'extender.bulk-atomic') === 'yes' ? [all] : all.map((one) => [one]);
    for (const several of writes) {
      world.write((tx) => several.map((one) => addSchemeWithValues(tx, field, one, call)));
    }
    return added(call, { message: `config schemes created for field '${field.name}'` });
  },
};

type SchemeWithValues = SchemeBody & { readonly optionNames?: readonly string[] };

function addSchemeWithValues(
  tx: Transaction,
  field: CustomField,
  { optionNames = [], ...body }: SchemeWithValues,
  { profile }: Pick<Call, 'profile'>,
): Context {
  const context = addScheme(tx, field, body, profile);
  if (optionNames.length > 0) addOptionValues(tx, field, context, { values: optionNames }, valueRules(profile));
  return context;
}

function added<Body>({ profile }: Pick<Call, 'profile'>, body: Body) {
  return answer(profile, 'extender.create-status') === '201' ? created(body) : ok(body);
}
