import type { Answer, Asked } from '../../stage/person.js';
import type { ScratchField } from '../../stage/scratch.js';
import type { ScratchIssue, Stage } from '../../stage/stage.js';

/** The seven kinds of fields, without what says whether they are encrypted. */
export type Kind = 'text' | 'number' | 'date' | 'user' | 'multi-user' | 'group' | 'collection';

/** A field of the app, encrypted unless said otherwise. */
export function protectedField(stage: Stage, kind: Kind, { encrypted = true } = {}): Promise<ScratchField> {
  return stage.field(`protected-fields:protected-${kind}${encrypted ? '' : '-unencrypted'}`);
}

/** An issue of the sandbox with a text and a number field of the app. */
export async function scene(stage: Stage): Promise<{ issue: ScratchIssue; secret: ScratchField; count: ScratchField }> {
  return {
    secret: await protectedField(stage, 'text'),
    count: await protectedField(stage, 'number', { encrypted: false }),
    issue: await stage.issue(),
  };
}

type Query = NonNullable<Asked['query']>;

/** The query of a request about an issue. */
export function about(stage: Stage, issue: Pick<ScratchIssue, 'key'>, more: Query = {}): { readonly query: Query } {
  return { query: { token: stage.protectedToken, issueKey: issue.key, ...more } };
}

/** Reads values, as a caller with the token of the run. */
export function read(
  stage: Stage,
  issue: ScratchIssue,
  ...fields: readonly { readonly key: string }[]
): Promise<Answer> {
  return stage.anonymous.send('protectedReadValues', about(stage, issue, { fieldId: fields.map(({ key }) => key) }));
}

/** Writes values, as a caller with the token of the run. */
export function write(stage: Stage, issue: ScratchIssue, body: unknown): Promise<Answer> {
  return stage.anonymous.send('protectedPutValues', { ...about(stage, issue), body });
}

export const entry = ({ key }: { readonly key: string }, value: unknown) => ({ fieldId: key, value });

/** The value of a field as a read answers it. */
export async function valueOf(stage: Stage, issue: ScratchIssue, field: { readonly key: string }): Promise<unknown> {
  const { body } = await read(stage, issue, field);
  return (body as { value: unknown }[])[0]?.value;
}

/** The fields of an issue in Jira's own resource. */
export async function fieldsInJira({ admin }: Stage, issue: ScratchIssue): Promise<Record<string, unknown>> {
  const { body } = await admin.raw('GET', `/rest/api/2/issue/${issue.key}`);
  return (body as { fields: Record<string, unknown> }).fields;
}
