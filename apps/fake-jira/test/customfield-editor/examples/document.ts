import { sourceDocument } from '@fake-jira/openapi';
import { appVersions } from '@fake-jira/profile';

type Json = Readonly<Record<string, unknown>>;

/** An example of the document: the body of a request or an answer, or an entry of an answer's list. */
export interface Example {
  /** `editorListJobs 200 sample`, `editorMoveOption request after`: what the tables of this folder name it by. */
  readonly key: string;
  readonly operationId: string;
  readonly method: string;
  /** As the document has it, with its variables. */
  readonly path: string;
  /** Status of an answer. */
  readonly status: number | 'request';
  readonly name: string;
  readonly value: unknown;
  /** The newest version that the example belongs to. */
  readonly version: string;
  /** The answers to open questions under which it holds. */
  readonly answers: Readonly<Record<string, string>>;
}

const document = sourceDocument('customfield-editor');

function at(pointer: string): Json {
  return pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((node, part) => (node as Json)[part], document) as Json;
}

const followed = (node: Json): Json =>
  typeof node['$ref'] === 'string' ? { ...followed(at(node['$ref'])), ...node } : node;

const entries = (node: unknown) => Object.entries((node ?? {}) as Record<string, Json>);

/** What a list of nodes, from the outside in, says of the version and the answers under which the last one holds. */
function conditions(nodes: readonly Json[]): Pick<Example, 'version' | 'answers'> {
  const list: readonly string[] = appVersions.customfieldEditor;
  const until = nodes.flatMap((node) => (node['x-until'] as { customfieldEditor?: string })?.customfieldEditor ?? []);
  const newest = Math.min(list.length, ...until.map((version) => list.indexOf(version))) - 1;
  const when = nodes.flatMap((node) => entries(node['x-when'])) as unknown as [string, string | string[]][];
  const answers = when.map(([question, answer]) => [question, typeof answer === 'string' ? answer : answer[0]]);
  return { version: list[newest] as string, answers: Object.fromEntries(answers) as Record<string, string> };
}

/** Every example of a request or an answer that the document has, in its order. */
export function examples(): Example[] {
  const found: Example[] = [];
  for (const [path, item] of entries(document.paths)) {
    for (const [method, operation] of entries(item)) {
      if (typeof operation['operationId'] !== 'string') continue;
      const { operationId } = operation as { operationId: string };
      const request = (operation['requestBody'] ?? {}) as Json;
      const bodies = [['request', request] as const, ...entries(operation['responses'])];
      for (const [part, body] of bodies) {
        const node = followed(body);
        for (const [, content] of entries(node['content'])) {
          for (const [name, written] of entries(content['examples'])) {
            found.push({
              key: [operationId, part, name].join(' '),
              operationId,
              method,
              path,
              status: part === 'request' ? part : Number(part),
              name,
              value: followed(written)['value'],
              ...conditions([operation, node, content, written]),
            });
          }
        }
      }
    }
  }
  return [...found, ...entryExamples(found)];
}

/** The lists of which the document shows one entry: the schema of the entry has it. */
const listsOf: Readonly<Record<string, string>> = { Job: 'editorListJobs', EventLogEntry: 'editorListEventLogs' };

function entryExamples(known: readonly Example[]): Example[] {
  return entries(document.components?.['schemas']).flatMap(([schema, { example }]) => {
    if (example === undefined) return [];
    const list = known.find(({ operationId, status }) => operationId === listsOf[schema] && status === 200);
    if (!list) throw new Error(`The schema ${schema} has an example, and no list in listsOf shows it.`);
    const { operationId } = list;
    return [{ ...list, key: `${operationId} 200 entry`, name: 'entry', value: example, answers: {} }];
  });
}
