import { dereference, pointer, walk } from '../document/reading.js';
import { openForm } from '../document/open-form.js';
import type { JsonObject, OpenApiDocument } from '../document/types.js';
import { isObject } from '../document/types.js';
import { responseSchemas } from '../judge/response-schemas.js';
import type { Finding } from './finding.js';

/** Whether every example, of a media type, a parameter, a header or a schema, satisfies its schema. */
export function checkExamples(source: OpenApiDocument): Finding[] {
  // Examples show the newest form; parts that only some profiles have are allowed in them and not asked for.
  // And x-values are for requests and answers: examples of the mirrored document have others.
  const document = withoutValues(openForm(source));
  const checks = { request: responseSchemas(document, 'request'), response: responseSchemas(document, 'response') };
  const findings: Finding[] = [];

  walk(document, (node, path) => {
    const schema = isObject(node.schema) ? node.schema : isSchema(node, path) ? node : undefined;
    if (schema === undefined) return;
    const direction = path.includes('requestBody') || path.includes('parameters') ? 'request' : 'response';
    for (const [at, value] of examplesOf(document, node)) {
      const where = pointer(...path) + at;
      try {
        for (const problem of checks[direction].problems(pointer(...path), schema, value)) {
          findings.push({
            check: 'example',
            pointer: where + problem.pointer,
            message: problem.message.replace('the body', 'the example'),
          });
        }
      } catch (error) {
        findings.push({ check: 'example', pointer: where, message: `cannot be checked: ${(error as Error).message}` });
      }
    }
  });
  return findings;
}

function examplesOf(document: OpenApiDocument, node: JsonObject): [string, unknown][] {
  const single: [string, unknown][] = Object.hasOwn(node, 'example') ? [['/example', node.example]] : [];
  const many = isObject(node.examples) ? Object.entries(node.examples) : [];
  return [
    ...single,
    ...many.flatMap(([name, example]): [string, unknown][] => {
      const found = isObject(example) ? safely(document, example) : {};
      return Object.hasOwn(found, 'value') ? [[`/examples${pointer(name)}/value`, found.value]] : [];
    }),
  ];
}

function withoutValues(document: OpenApiDocument): OpenApiDocument {
  walk(document, (node) => {
    delete node['x-values'];
    delete node['x-pattern'];
  });
  return document;
}

function safely(document: OpenApiDocument, node: JsonObject): JsonObject {
  try {
    return dereference(document, node);
  } catch {
    return {}; // checkReferences reports it
  }
}

/** A schema with an example of its own; a named example (`examples: { one: … }`) is none. */
function isSchema(node: JsonObject, path: readonly (string | number)[]): boolean {
  return Object.hasOwn(node, 'example') && path.at(-2) !== 'examples' && node.in === undefined;
}
