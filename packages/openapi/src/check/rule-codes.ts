import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

// The rule codes of the HTTP layer (specs/README.md).
const ofHttp = [
  'not-authenticated',
  'not-administrator',
  'not-administrator-nor-app',
  'override-needs-app',
  'context-id-invalid',
  'request-invalid',
  'not-system-administrator',
  'order-key-unknown',
  'operation-address-too-new',
  'fault-not-found',
  'delivery-not-found',
  'spec-not-found',
  'report-not-found',
  'workspace-not-found',
  'workspace-not-deletable',
  'token-missing',
  'app-not-installed',
  'search-removed',
  'page-token-invalid',
  'max-results-out-of-range',
];

/**
 * The rule codes that `x-errors` may use: those of the world, read from the interface `RuleViolations` in its source
 * because types are gone from its build, and those of the HTTP layer.
 */
export function knownRuleCodes(): string[] {
  const file = fileURLToPath(new URL('../../../world/src/core/rule-error.ts', import.meta.url));
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const violations = source.statements.find(
    (node): node is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(node) && node.name.text === 'RuleViolations',
  );
  if (violations === undefined) throw new Error(`${file} has no interface RuleViolations`);
  const codes = violations.members.flatMap(({ name }) =>
    name !== undefined && ts.isStringLiteral(name) ? [name.text] : [],
  );
  return [...codes, ...ofHttp];
}
