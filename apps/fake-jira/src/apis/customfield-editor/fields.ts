import type { CustomfieldEditorOperations } from '@fake-jira/openapi';
import {
  accessOf,
  contextsOfField,
  grantedContexts,
  grantedFields,
  grantsOn,
  isEditable,
  liveFields,
  wholeField,
  type CustomField,
} from '@fake-jira/world';
import { ok } from '../../http/response.js';
import type { RequestContext, Handlers } from '../../http/request-context.js';
import type { EditorBehaviour } from './behaviour.js';
import { askingOf } from './callers-field.js';
import { renderGrants } from './grants.js';
import { orderOf, pageOf, type ListQuery, type Page } from './paging.js';
import { renderContextInList, renderField, typeName } from './render.js';

type Operations = Pick<CustomfieldEditorOperations, 'editorListCustomFields' | 'editorListMyCustomFields'>;

export const fields: Handlers<Operations, EditorBehaviour> = {
  // All of them, also those of types that the app cannot edit (001:30).
  editorListCustomFields(call) {
    const { root } = call;
    return ok(
      listFields(
        call,
        () => [...liveFields(root)],
        (field) => ({
          ...renderField(field, call),
          globalPermission: renderGrants(grantsOn(root, field.id, wholeField)),
          contextPermissions: [...contextsOfField(root, field.id)].map((context) => ({
            context: renderContextInList(context, call),
            ...renderGrants(grantsOn(root, field.id, context.id)),
          })),
        }),
      ),
    );
  },

  editorListMyCustomFields(call) {
    const { root, behaviour } = call;
    const asking = askingOf(call);
    const mine = () => grantedFields(root, asking).filter((field) => isEditable(field, behaviour.editing));
    return ok(
      listFields(call, mine, (field) => ({
        ...renderField(field, call),
        fieldGlobalPermission: accessOf(root, asking.user, asking.administrator, field).global,
        contexts: grantedContexts(root, asking, field, behaviour.contextAccess).map((context) =>
          renderContextInList(context, call),
        ),
      })),
    );
  },
};

type ListCall = Pick<RequestContext<unknown, EditorBehaviour>, 'world' | 'behaviour'> & { readonly query: ListQuery };

/** The text of the document orders by `name`, its parameters by `fieldName`: both are one. */
const orderKeys = ['fieldName', 'name', 'fieldId', 'fieldType', 'fieldDescription'] as const;
type OrderKey = (typeof orderKeys)[number];

/** A page of a list of fields, which `fields` makes as a whole. */
function listFields<Rendered>(
  call: ListCall,
  fields: () => readonly CustomField[],
  render: (field: CustomField) => Rendered,
): Page<Rendered> {
  return pageOf(() => sorted(fields(), call), call.query, call, render);
}

function sorted(fields: readonly CustomField[], call: ListCall): CustomField[] {
  const { filter = '' } = call.query;
  const { key, descending } = orderOf(call.query, orderKeys, call) ?? { key: 'fieldName', descending: false };
  const part = filter.toLowerCase();
  const keyed = fields
    .filter(({ name, description }) => `${name}\n${description}`.toLowerCase().includes(part))
    .map((field) => ({ field, value: orderValue(field, key, call.behaviour) }));
  const direction = descending ? -1 : 1;
  keyed.sort((a, b) => (a.value < b.value ? -direction : a.value > b.value ? direction : a.field.id - b.field.id));
  return keyed.map(({ field }) => field);
}

function orderValue({ id, name, type, description }: CustomField, key: OrderKey, behaviour: EditorBehaviour) {
  switch (key) {
    case 'fieldId':
      return id;
    case 'fieldType':
      return typeName(type, behaviour);
    case 'fieldDescription':
      return description.toLowerCase();
    default:
      return name.toLowerCase();
  }
}
