import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { drawn } from './report/curves.js';
import { page } from './report/markdown.js';
import type { Finding, Scenario } from './scenario.js';
import { coldStart } from './scenarios/cold-start.js';
import { contractRuns } from './scenarios/contract-runs.js';
import { issues } from './scenarios/issues.js';
import { listFields } from './scenarios/list-fields.js';
import { manyWorkspaces } from './scenarios/many-workspaces.js';
import { state } from './scenarios/state.js';
import { options } from './scenarios/options.js';
import { search } from './scenarios/search.js';
import { worldsAndWorkspaces } from './scenarios/worlds-and-workspaces.js';
import { installPeers, peerVersions } from './subjects/peers.js';

const scenarios: readonly Scenario[] = [
  coldStart,
  listFields,
  options,
  issues,
  search,
  worldsAndWorkspaces,
  manyWorkspaces,
  state,
  contractRuns,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '2' },
    out: { type: 'string', default: fileURLToPath(new URL('../', import.meta.url)) },
  },
});
const unknown = positionals.filter((name) => !scenarios.some((scenario) => scenario.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no scenario ${unknown.join(', ')}. There are: ${scenarios.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}
const rounds = Number(values.rounds);
const chosen = scenarios.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
installPeers();
const scratch = mkdtempSync(join(tmpdir(), 'fake-jira-bench-'));
const circumstances = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
  node: process.versions.node,
  versions: peerVersions(),
  rounds,
};
const findings: Finding[] = [];
const drawings = new Map<string, string>();
mkdirSync(join(values.out, 'results'), { recursive: true });

/** Writes what there is so far: a run that is ended early has not been for nothing. */
function write(): string {
  const missing = scenarios.slice(findings.length).map(({ name }) => name);
  const markdown = page(findings, circumstances, drawings, chosen.length === scenarios.length ? missing : []);
  // A part of the scenarios is for looking at; the page of results is of all of them.
  if (chosen.length === scenarios.length) writeFileSync(join(values.out, 'RESULTS.md'), markdown);
  writeFileSync(
    join(values.out, 'results', 'results.json'),
    `${JSON.stringify({ ...circumstances, findings }, null, 2)}\n`,
  );
  return markdown;
}

const began = performance.now();
try {
  for (const scenario of chosen) {
    console.error(`${Math.round((performance.now() - began) / 1000)} s: ${scenario.name} …`);
    const finding = await scenario.run({ rounds, seconds: Number(values.seconds), scratch });
    findings.push(finding);
    if (finding.curves) {
      const file = `results/${finding.title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.svg`;
      writeFileSync(join(values.out, file), drawn(finding.curves));
      drawings.set(finding.title, file);
    }
    write();
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.error(`${Math.round((performance.now() - began) / 1000)} s: done.`);
console.log(write());
