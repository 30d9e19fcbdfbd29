/**
 * `npm run check-specs [-- FILE …]`: every mistake in the documents of specs/ (or in the files named), with its line.
 * Exit code 1 when there is one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkSource } from '../src/check/check-document.js';
import { knownRuleCodes } from '../src/check/rule-codes.js';

const specs = fileURLToPath(new URL('../../../specs', import.meta.url));
const named = process.argv.slice(2);
const files =
  named.length > 0
    ? named
    : readdirSync(specs)
        .filter((file) => file.endsWith('.openapi.yaml'))
        .map((file) => join(specs, file));
const ruleCodes = knownRuleCodes();
let count = 0;
for (const file of files) {
  for (const { check, pointer, message, line } of await checkSource(readFileSync(file, 'utf8'), { ruleCodes })) {
    count += 1;
    console.log(`${relative(process.cwd(), file)}:${line ?? 1}  ${check}  ${pointer || '/'}\n    ${message}`);
  }
}
console.log(
  count === 0
    ? `${files.length} document${files.length === 1 ? '' : 's'}: no mistakes`
    : `${count} mistake${count === 1 ? '' : 's'}`,
);
process.exitCode = count === 0 ? 0 : 1;
