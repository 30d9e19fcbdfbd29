/** Prints which checks catch which defects: `npm run table -w @fake-jira/mutants [part of an API, an id or an operation]`. */
import { allDefects } from '../src/defects/index.js';
import { prove, runClean, type Proof } from '../src/proof/prove.js';
import { proofTable } from '../src/proof/table.js';

const [part = ''] = process.argv.slice(2);
const began = performance.now();
const defects = allDefects.filter(({ api, id, operations }) => [api, id, ...operations].join(' ').includes(part));
const clean = await runClean([...new Set(defects.map(({ api }) => api))]);
for (const { id, message } of clean.failures) console.error(`failed without any defect: ${id}\n  ${message}`);
console.error(`${clean.checks.size} checks pass without defects, ${Math.round(performance.now() - began)} ms`);
const proofs: Proof[] = [];
for (const defect of defects) proofs.push(await prove(defect, clean));
console.log(proofTable(proofs));
console.error(`${Math.round(performance.now() - began)} ms`);
process.exitCode = proofs.every(({ caughtBy }) => caughtBy.length > 0) && clean.failures.length === 0 ? 0 : 1;
