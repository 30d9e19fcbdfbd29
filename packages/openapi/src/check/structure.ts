import { Validator } from '@seriousme/openapi-schema-validator';
import { usedComponents } from '../document/prune.js';
import { operationsOf, pointer, resolveReference, walk } from '../document/reading.js';
import type { OpenApiDocument } from '../document/types.js';
import { isObject } from '../document/types.js';
import type { Finding } from './finding.js';

// One for all documents: what takes its time is to compile the schema of OpenAPI.
const validator = new Validator();

/** Whether it is valid OpenAPI 3.0. */
export async function checkOpenApi(document: OpenApiDocument): Promise<Finding[]> {
  // Our older forms and conditions are extensions, which the validator lets through. It changes what it is given.
  const { valid, errors } = await validator.validate(structuredClone(document));
  if (valid) return [];
  if (!Array.isArray(errors)) return [{ check: 'openapi', pointer: '', message: String(errors) }];
  // A node that is wrong in one way is reported for every alternative of the schema above it: the deepest say it best.
  return errors
    .filter((error) => !errors.some((other) => other.instancePath.startsWith(`${error.instancePath}/`)))
    .map(({ instancePath, message, params }) => ({
      check: 'openapi',
      pointer: instancePath,
      message: `${message ?? 'is not valid'} ${JSON.stringify(params)}`,
    }));
}

/** Whether every reference leads somewhere. */
export function checkReferences(document: OpenApiDocument): Finding[] {
  const findings: Finding[] = [];
  const check = (reference: string, at: string): void => {
    if (resolveReference(document, reference) === undefined) {
      findings.push({ check: 'reference', pointer: at, message: `${reference} does not exist` });
    }
  };
  walk(document, (node, path) => {
    if (typeof node.$ref === 'string') check(node.$ref, pointer(...path, '$ref'));
    const mapping = isObject(node.discriminator) ? node.discriminator.mapping : undefined;
    for (const [value, target] of Object.entries(isObject(mapping) ? mapping : {})) {
      check(String(target), pointer(...path, 'discriminator', 'mapping', value));
    }
  });
  return findings;
}

/** Whether every component is used. */
export function checkUnused(document: OpenApiDocument): Finding[] {
  const used = usedComponents(document);
  return Object.entries(document.components ?? {}).flatMap(([kind, entries]) =>
    Object.keys(entries)
      .filter((name) => !used.has(`#/components/${kind}/${name}`))
      .map((name) => ({
        check: 'unused',
        pointer: pointer('components', kind, name),
        message: `nothing uses ${name}`,
      })),
  );
}

/** Whether no two path templates are the same but for the names of their parameters. */
export function checkPaths(document: OpenApiDocument): Finding[] {
  const byShape = new Map<string, string>();
  return Object.keys(document.paths ?? {}).flatMap((path) => {
    const shape = path.replaceAll(/\{[^{}]*\}/g, '{}');
    const first = byShape.get(shape);
    byShape.set(shape, first ?? path);
    return first === undefined
      ? []
      : [{ check: 'identical-paths', pointer: pointer('paths', path), message: `is the same template as ${first}` }];
  });
}

/** Whether every operation has an operationId of its own, and the keys that tell where it comes from and who may call it. */
export function checkOperations(document: OpenApiDocument): Finding[] {
  const seen = new Set<string>();
  return operationsOf(document).flatMap(({ path, method, operation }) => {
    const at = pointer('paths', path, method);
    const id = operation.operationId;
    const repeated = id !== undefined && seen.has(id);
    if (id !== undefined) seen.add(id);
    return [
      ...(repeated
        ? [
            {
              check: 'operation-id',
              pointer: `${at}/operationId`,
              message: `${id} is the operationId of another operation too`,
            },
          ]
        : []),
      ...['operationId', 'x-source', 'x-evidence', 'x-access']
        .filter((key) => operation[key] === undefined)
        .map((key) => ({
          check: key === 'operationId' ? 'operation-id' : 'operation-keys',
          pointer: at,
          message: `the operation has no ${key}`,
        })),
    ];
  });
}
