/** Prints which checks catch which defects: `npm run table -w @fake-jira/mutants [part of an API, id or operation]`. */
import { allDefects } from '../src/defects/index.js';
import { escaped, proveAll } from '../src/proof/prove-all.js';
import { proofTable } from '../src/proof/table.js';

const [part = ''] = process.argv.slice(2);
const began = performance.now();
const defects = allDefects.filter(({ api, id, operations }) => [api, id, ...operations].join(' ').includes(part));
const { failures, proofs } = await proveAll(defects, { onTheWay: true, onProof: () => process.stderr.write('.') });
console.log(`\n${proofTable(proofs)}`);
for (const line of escaped(proofs)) console.log(`escaped: ${line}`);
for (const { id, message } of failures) console.log(`failed without any defect: ${id}\n  ${message}`);
console.error(`${Math.round(performance.now() - began)} ms`);
process.exitCode = failures.length === 0 && escaped(proofs).length === 0 ? 0 : 1;
