import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { pointerParts } from '../document/reading.js';
import type { OpenApiDocument } from '../document/types.js';
import { checkExamples } from './examples.js';
import type { Finding } from './finding.js';
import { checkErrors, checkKeys } from './keys.js';
import { checkOpenApi, checkOperations, checkPaths, checkReferences, checkUnused } from './structure.js';

/** What `checkDocument` can be told. */
export interface CheckOptions {
  /** The rule codes that `x-errors` may use; without them, any. */
  readonly ruleCodes?: readonly string[];
}

/**
 * Looks for every mistake in a document at once: OpenAPI, references, unused components, paths that are the same,
 * operationIds, our keys, examples, and what errors refer to.
 *
 * @returns all findings; none: the document is fine
 */
export async function checkDocument(document: OpenApiDocument, options: CheckOptions = {}): Promise<Finding[]> {
  return [
    ...(await checkOpenApi(document)),
    ...checkReferences(document),
    ...checkUnused(document),
    ...checkPaths(document),
    ...checkOperations(document),
    ...checkKeys(document),
    ...checkErrors(document, options.ruleCodes),
    ...checkExamples(document),
  ];
}

/** `checkDocument` of YAML text: findings have their line, and what is no YAML is a finding too. */
export async function checkSource(yaml: string, options: CheckOptions = {}): Promise<Finding[]> {
  const lines = new LineCounter();
  const source = parseDocument(yaml, { lineCounter: lines });
  if (source.errors.length > 0) {
    return source.errors.map((error) => ({
      check: 'yaml',
      pointer: '',
      message: error.message,
      line: lines.linePos(error.pos[0]).line,
    }));
  }
  const findings = await checkDocument(source.toJS({ maxAliasCount: -1 }) as OpenApiDocument, options);
  return findings.map((finding) => ({ ...finding, line: lineOf(source, lines, finding.pointer) }));
}

/** The line of a node, or of the nearest one above it that exists. */
function lineOf(source: Document, lines: LineCounter, at: string): number {
  const parts = pointerParts(at);
  for (let length = parts.length; length > 0; length -= 1) {
    const node = source.getIn(parts.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
