import { sourceDocument, type ApiName, type Evidence, type OperationId } from '@fake-jira/openapi';
import { appVersions, sourceText, type QuestionId, type VersionedApp } from '@fake-jira/profile';
import type { Needs } from '../check.js';

type Node = Readonly<Record<string, unknown>>;

/** An example of a document. */
export interface Example<Operation extends OperationId = OperationId> {
  readonly operation: Operation;
  /** Whose body it is: of the request, or of the answer with a status. */
  readonly part: number | 'request';
  readonly name: string;
  readonly value: unknown;
  readonly evidence: Evidence;
  /** Document and line of the operation; document and section where there are no lines. */
  readonly place: string;
  /** Versions and answers under which it holds. */
  readonly needs: Pick<Needs, 'since' | 'until' | 'answers'>;
}

const entriesOf = (node: unknown) => Object.entries((node ?? {}) as Readonly<Record<string, Node>>);

function followed(document: Node, node: Node): Node {
  const reference = node['$ref'];
  if (typeof reference !== 'string') return node;
  const target = reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, part) => (at as Node)[part], document);
  return { ...followed(document, target as Node), ...node };
}

/** What nodes, from the outside in, say of versions of an app and of answers. */
function conditionsOf(app: VersionedApp | undefined, nodes: readonly Node[]): Example['needs'] {
  const answers = Object.assign({}, ...nodes.map((node) => node['x-when'])) as { [Id in QuestionId]?: string };
  if (app === undefined) return { answers };
  const order: readonly string[] = appVersions[app];
  const named = (key: 'x-since' | 'x-until') =>
    nodes
      .flatMap((node) => (node[key] as { readonly [One in VersionedApp]?: string } | undefined)?.[app] ?? [])
      .sort((one, other) => order.indexOf(one) - order.indexOf(other));
  const since = named('x-since').at(-1);
  const until = named('x-until')[0];
  return {
    ...(since === undefined ? {} : { since: { [app]: since } }),
    ...(until === undefined ? {} : { until: { [app]: until } }),
    answers,
  };
}

/** What a document calls an example that it has no name for. */
export const unnamed = 'the document';

/** The examples of a body: named ones, or one without a name. */
function written(content: Node): [name: string, example: Node][] {
  const alone: [string, Node][] = Object.hasOwn(content, 'example') ? [[unnamed, { value: content['example'] }]] : [];
  return [...alone, ...entriesOf(content['examples'])];
}

/** What a body is as JSON; a text that is always the same is no example. */
const jsonOf = (body: Node): Node[] =>
  entriesOf(body['content']).flatMap(([type, content]) => (type.includes('json') ? [content] : []));

const methods = ['get', 'put', 'post', 'patch', 'delete'];

/**
 * The examples of requests and answers of a document, in its order.
 *
 * @param app - whose versions the document speaks of
 * @param evidence - of examples, by their names, that do not stand in the mirrored document
 */
export function examplesIn<Operation extends OperationId>(
  api: ApiName,
  app?: VersionedApp,
  evidence: Readonly<Record<string, Evidence>> = {},
): Example<Operation>[] {
  const document = sourceDocument(api) as unknown as Node;
  return entriesOf(document['paths']).flatMap(([, item]) =>
    entriesOf(item).flatMap(([method, operation]) => {
      if (!methods.includes(method)) return [];
      const source = sourceText(operation['x-source'] as Node);
      const bodies = [['request', operation['requestBody']] as const, ...entriesOf(operation['responses'])];
      return bodies.flatMap(([part, body]) => {
        const node = followed(document, (body ?? {}) as Node);
        return jsonOf(node).flatMap((content) =>
          written(content).map(([name, given]): Example<Operation> => {
            const example = followed(document, given);
            return {
              operation: operation['operationId'] as Operation,
              part: part === 'request' ? part : Number(part),
              name,
              value: example['value'],
              evidence: evidence[name] ?? 'documented',
              place: /\((\d{3}:\d+)\)/.exec(source)?.[1] ?? source,
              needs: conditionsOf(app, [operation, node, content, example]),
            };
          }),
        );
      });
    }),
  );
}
