import { sourceDocument, type Evidence } from '@fake-jira/openapi';
import { appVersions, type QuestionId } from '@fake-jira/profile';
import type { Needs } from '../../check.js';
import type { EditorOperationId } from './requests.js';

type Node = Readonly<Record<string, unknown>>;

/** An example of the document of the app. */
export interface Example {
  readonly operation: EditorOperationId;
  /** Whose body it is: of the request, or of the answer with a status. */
  readonly part: number | 'request';
  readonly name: string;
  readonly value: unknown;
  readonly evidence: Evidence;
  /** Document and line of the operation. */
  readonly place: string;
  /** Versions and answers under which it holds. */
  readonly needs: Pick<Needs, 'since' | 'until' | 'answers'>;
}

const document = sourceDocument('customfield-editor');
const order: readonly string[] = appVersions.customfieldEditor;

const entriesOf = (node: unknown) => Object.entries((node ?? {}) as Readonly<Record<string, Node>>);

function followed(node: Node): Node {
  const reference = node['$ref'];
  if (typeof reference !== 'string') return node;
  const target = reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, part) => (at as Node)[part], document);
  return { ...followed(target as Node), ...node };
}

/** What nodes, from the outside in, say of versions and answers. */
function conditionsOf(nodes: readonly Node[]): Example['needs'] {
  const named = (key: 'x-since' | 'x-until') =>
    nodes
      .flatMap((node) => (node[key] as { readonly customfieldEditor?: string } | undefined)?.customfieldEditor ?? [])
      .sort((one, other) => order.indexOf(one) - order.indexOf(other));
  const since = named('x-since').at(-1);
  const until = named('x-until')[0];
  const answers = Object.assign({}, ...nodes.map((node) => node['x-when'])) as { [Id in QuestionId]?: string };
  return {
    ...(since === undefined ? {} : { since: { customfieldEditor: since } }),
    ...(until === undefined ? {} : { until: { customfieldEditor: until } }),
    answers,
  };
}

/** What public clients send, and forms that another answer to an open question brings, are in no document. */
const fromElsewhere: Readonly<Record<string, Evidence>> = {
  byClients: 'corroborated',
  byVendor: 'corroborated',
  sampleOfApp: 'assumed',
};

const methods = ['get', 'put', 'post', 'patch', 'delete'];

/** The examples of requests and answers, in the order of the document; those of the newest 50 operations only. */
export function examplesOf(operations: readonly EditorOperationId[]): Example[] {
  return entriesOf(document.paths).flatMap(([, item]) =>
    entriesOf(item).flatMap(([method, operation]) => {
      const id = operation['operationId'] as EditorOperationId;
      if (!methods.includes(method) || !operations.includes(id)) return [];
      const { section } = operation['x-source'] as { readonly section: string };
      const bodies = [['request', operation['requestBody']] as const, ...entriesOf(operation['responses'])];
      return bodies.flatMap(([part, body]) => {
        const node = followed((body ?? {}) as Node);
        return entriesOf(node['content']).flatMap(([, content]) =>
          entriesOf(content['examples']).map(([name, written]): Example => {
            const example = followed(written);
            return {
              operation: id,
              part: part === 'request' ? part : Number(part),
              name,
              value: example['value'],
              evidence: fromElsewhere[name] ?? 'documented',
              place: /\((001:\d+)\)/.exec(section)?.[1] ?? '001',
              needs: conditionsOf([operation, node, content, example]),
            };
          }),
        );
      });
    }),
  );
}

/** The example of a list's entry, which its schema has. */
export function entryExample(schema: 'Job' | 'EventLogEntry'): unknown {
  const schemas = document.components?.['schemas'];
  return schemas?.[schema]?.['example'];
}
