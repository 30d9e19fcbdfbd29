import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

export interface Difference { readonly operation: string; readonly status: number; readonly kind: string; readonly pointer: string; readonly message: string; readonly schemaPath?: string }

const file = fileURLToPath(new URL('../../../../../shared/reference/jira-cloud-platform-subset.openapi.yml', import.meta.url));
let ref: any;
let ajv: Ajv;
const compiled = new Map<string, ValidateFunction>();
export function differencesFromReference(exchange: Exchange): Difference[] {
  if (!ref) {
    ref = parse(readFileSync(file, 'utf8'));
    ajv = new Ajv({ allErrors: true, strict: false, validateSchema: false, logger: false });
    formats.default(ajv);
    ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i);
    ajv.addSchema({ $id: 'reference', components: ref.components });
  }
  const path = exchange.path.replace(/^\/rest\/api\/(2|latest)\//, '/rest/api/3/').replace(/\/$/, '');
  let best: any;
  for (const [template, item] of Object.entries<any>(ref.paths).sort(([a],[b]) => a.split('{').length - b.split('{').length)) {
    const re = new RegExp('^' + template.replace(/\{\w+\}/g, '[^/]+') + '$');
    if (re.test(path)) { if (item[exchange.method.toLowerCase()]) { best = item[exchange.method.toLowerCase()]; break; } if (!template.includes('{')) break; }
  }
  if (!best) return [];
  const operation = best.operationId, { status } = exchange;
  const response = best.responses[String(status)];
  if (!response) return [{ operation, status, kind: 'status', pointer: '', message: 'not listed' }];
  const schema = response.content?.['application/json']?.schema;
  if (!schema) return [];
  if (exchange.body === undefined) return [{ operation, status, kind: 'no-body', pointer: '', message: 'no body' }];
  const key = `${operation} ${status}`;
  let v = compiled.get(key);
  if (!v) { v = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"reference#/'))); compiled.set(key, v); }
  v(exchange.body);
  return (v.errors ?? []).map((e: ErrorObject) => ({ operation, status, kind: 'body', pointer: e.instancePath, message: `${e.keyword} ${e.message} ${JSON.stringify(e.params)}`, schemaPath: e.schemaPath }));
}
import { appendFileSync } from 'node:fs';
export function compareWithReference(exchange: Exchange): void {
  for (const d of differencesFromReference(exchange)) appendFileSync('/tmp/diffs.jsonl', JSON.stringify(d) + '\n');
}
void existsSync;
