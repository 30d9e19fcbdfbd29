import type { Caller } from '@fake-jira/target';
import { editorBase } from './editor.js';
import { nobody, type ContextState, type FieldState, type Grantees } from './field-state.js';

/** Writes grants, on whichever deployment: Customfield Editor has them. */
export class GrantWriter {
  constructor(readonly caller: Caller) {}

  async setFieldGrants(field: FieldState, grants: Grantees): Promise<void> {
    await this.caller.ask('PUT', adminAddress(field), { body: listsOf(grants) });
  }

  async setContextGrants(field: FieldState, contexts: readonly ContextState[]): Promise<void> {
    const body = contexts.map(({ id, grants }) => ({ contextId: Number(id), ...listsOf(grants ?? nobody) }));
    await this.caller.ask('PUT', `${adminAddress(field)}/contexts/permissions`, { body });
  }
}

export function adminAddress({ id }: FieldState): string {
  return `${editorBase}/admin/customfields/${id.replace('customfield_', '')}`;
}

function listsOf({ users, groups }: Grantees): object {
  return { userlist: users, grouplist: groups };
}
