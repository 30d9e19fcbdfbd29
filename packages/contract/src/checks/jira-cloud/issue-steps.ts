import type { Stage } from '../../stage/stage.js';

/** What a new issue in the sandbox needs, as a request has it. */
export const issueBody = (stage: Stage) => ({
  fields: {
    project: { id: String(stage.sandbox.project.id) },
    issuetype: { id: String(stage.sandbox.issueType.id) },
    summary: stage.name('issue'),
  },
});

/** The fields of an issue in the form of version 2. */
export async function fieldsOf({ admin }: Stage, key: string): Promise<Record<string, unknown>> {
  const { status, body } = await admin.raw('GET', `/rest/api/2/issue/${key}`);
  if (status !== 200) throw new Error(`The issue ${key} cannot be read: the target answered ${status}.`);
  return body.fields as Record<string, unknown>;
}

/** A paragraph in the format of version 3. */
export const documentOf = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
