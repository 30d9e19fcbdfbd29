import type { Stage } from '../../stage/stage.js';

/** What an administrator asks for all of a context. */
export interface ContextBody {
  readonly contextName: string;
  readonly contextDescription: string;
  readonly isGlobal: boolean;
  readonly projectIds: readonly number[];
  readonly issueTypeIds: readonly string[];
}

/** A context for one project and issue type, as the first example of the document. */
export function ofProject(stage: Stage, given: Partial<ContextBody> = {}): ContextBody {
  return {
    contextName: stage.name('foobar'),
    contextDescription: 'foobar 123',
    isGlobal: false,
    projectIds: [stage.sandbox.project.id],
    issueTypeIds: [String(stage.sandbox.issueType.id)],
    ...given,
  };
}

/** The contexts of a field, with what they are of. */
export async function listed(stage: Stage, customFieldId: number): Promise<readonly Record<string, unknown>[]> {
  const asked = { path: { customFieldId }, query: { expand: 'projects,issueTypes' } };
  return (await stage.admin.ask('editorListContexts', 200, asked)).body as readonly Record<string, unknown>[];
}
