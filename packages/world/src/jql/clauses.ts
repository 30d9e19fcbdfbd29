import type { Issue } from '../core/root.js';
import { liveFields } from '../fields/fields.js';
import type { ClauseField, SearchContext } from './clause.js';
import { customClause, fieldsNamed, isFreeText } from './custom-clauses.js';
import { systemClause } from './system-clauses.js';

/** Every field that a name means in a query: one of the system, or the custom fields of the name. */
export function clausesNamed(name: string, context: SearchContext): ClauseField[] {
  if (name.toLowerCase() === 'text') return [everyText(context, name)];
  const ofSystem = systemClause(name, context);
  if (ofSystem) return [ofSystem];
  return fieldsNamed(name, context).map((field) => customClause(field, name, context));
}

/** All texts of an issue: those of the system's fields, and of the custom fields that hold free text. */
function everyText(context: SearchContext, name: string): ClauseField {
  const ofSystem = ['summary', 'description', 'environment'].map((id) => systemClause(id, context) as ClauseField);
  const custom = [...liveFields(context.root)]
    .filter(isFreeText)
    .map((field) => customClause(field, field.name, context));
  const texts = (issue: Issue) => [...ofSystem, ...custom].flatMap((field) => field.texts?.(issue) ?? []);
  return {
    id: 'text',
    name,
    kind: 'text',
    operators: ['~'],
    orderable: false,
    values: texts,
    find: (text) => [text],
    texts,
  };
}
