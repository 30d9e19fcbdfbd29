/**
 * Writes what is generated from specs/*.openapi.yaml: to src/generated, and what is read at run time to dist/generated
 * as well. Run by `npm run build` before the bundle.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { OpenApiDocument } from '../src/document/types.js';
import { filesOf, registryModule } from '../src/generate/api.js';
import { clientFiles } from '../src/generate/client.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const specs = join(root, '../../specs');
const ending = '.openapi.yaml';
const source = join(root, 'src/generated');
const dist = join(root, 'dist/generated');

const apis = readdirSync(specs)
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length))
  .sort();
const files = new Map<string, string>([['registry.ts', registryModule(apis)]]);
const documents = new Map<string, OpenApiDocument>();
const takenBy = new Map<string, string>();
for (const api of apis) {
  // Anchors are used freely in the documents; the limit is there for files of strangers.
  const document = parse(readFileSync(join(specs, api + ending), 'utf8'), { maxAliasCount: -1 }) as OpenApiDocument;
  documents.set(api, document);
  for (const [name, content] of await filesOf(api, document)) files.set(name, content);
  for (const item of Object.values(document.paths)) {
    for (const value of Object.values(item)) {
      const id = (value as { operationId?: string } | null)?.operationId;
      if (id === undefined) continue;
      if (takenBy.has(id))
        throw new Error(`operationId ${id} stands in ${takenBy.get(id)} and in ${api}: operation(id) needs it once`);
      takenBy.set(id, api);
    }
  }
}

for (const [name, content] of await clientFiles(documents)) files.set(name, content);

// Cleared only now: when a document has a mistake, what was generated before stays usable.
rmSync(source, { recursive: true, force: true });
rmSync(dist, { recursive: true, force: true });
for (const [name, content] of files) {
  write(join(source, name), content);
  if (name.endsWith('.cjs') || name.endsWith('.json')) write(join(dist, name), content);
}

function write(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
