import { sourceDocument, type Evidence } from '@fake-jira/openapi';
import { examplesIn, type Example as AnyExample } from '../example-list.js';
import type { EditorOperationId } from './requests.js';

/** An example of the document of the app. */
export type Example = AnyExample<EditorOperationId>;

/** What public clients send, and forms that another answer to an open question brings, are in no document. */
const fromElsewhere: Readonly<Record<string, Evidence>> = {
  byClients: 'corroborated',
  byVendor: 'corroborated',
  sampleOfApp: 'assumed',
};

/** The examples of requests and answers, in the order of the document; those of the newest 50 operations only. */
export function examplesOf(operations: readonly EditorOperationId[]): Example[] {
  return examplesIn<EditorOperationId>('customfield-editor', 'customfieldEditor', fromElsewhere).filter(
    ({ operation }) => operations.includes(operation),
  );
}

/** The example of a list's entry, which its schema has. */
export function entryExample(schema: 'Job' | 'EventLogEntry'): unknown {
  const schemas = sourceDocument('customfield-editor').components?.['schemas'];
  return schemas?.[schema]?.['example'];
}
