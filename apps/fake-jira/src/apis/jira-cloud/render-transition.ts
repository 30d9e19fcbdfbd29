import { resolutions, type Issue, type WorkflowTransition } from '@fake-jira/world';
import type { View } from './call.js';
import { editMeta } from './create-meta.js';
import { inForm } from './forms.js';
import { renderResolution, renderStatus } from './issue-classes.js';

/** A way on for an issue; with `transitions.fields` also what can be set on it. */
export function renderTransition(transition: WorkflowTransition, issue: Issue, expand: readonly string[], view: View) {
  const { id, name, to, hasScreen } = transition;
  const parts = {
    id: String(id),
    name,
    to: renderStatus(to, view),
    hasScreen,
    isGlobal: true,
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    fields: expand.includes('transitions.fields') ? fieldsOf(transition, issue, view) : undefined,
    isLooped: false,
  };
  return inForm(parts, view.behaviour.forms.transition);
}

function fieldsOf({ hasScreen }: WorkflowTransition, issue: Issue, view: View) {
  if (!hasScreen) return {};
  const resolution = {
    required: false,
    schema: { type: 'resolution', system: 'resolution' },
    name: 'Resolution',
    key: 'resolution',
    fieldId: 'resolution',
    hasDefaultValue: false,
    operations: ['set'],
    allowedValues: resolutions.map((one) => renderResolution(one, view)),
  };
  return { ...editMeta(issue, { everyField: false }, view).fields, resolution: inForm(resolution, metaOf(view)) };
}

function metaOf({ behaviour }: View) {
  return behaviour.forms.editMetaEntry;
}
