import { evidences, isRecording, nearest, recordings } from '@fake-jira/profile';
import { pointer, walk } from '../document/reading.js';
import type { JsonObject, OpenApiDocument } from '../document/types.js';
import { isObject } from '../document/types.js';
import type { Finding } from './finding.js';

/** Whether what is graded `recorded`, a node or a text, names the recording that shows it, and only that does. */
export function checkRecordings(document: OpenApiDocument): Finding[] {
  const findings: Finding[] = [];
  walk(document, (node, path) => {
    const report = (key: string, message: string): void =>
      void findings.push({ check: 'recording', pointer: pointer(...path, key), message });
    const source = node['x-source'];
    checkSource(node['x-evidence'], isObject(source) ? source['recording'] : undefined, (message) =>
      report('x-source', message),
    );
    if (path.at(-1) !== 'x-errors') return;
    for (const [code, listed] of Object.entries(node)) {
      for (const text of [listed].flat<unknown[]>()) {
        if (isObject(text)) checkText(text, (message) => report(code, message));
      }
    }
  });
  return findings;
}

function checkText({ evidence, source }: JsonObject, report: (message: string) => void): void {
  if (evidence !== undefined && !(evidences as readonly unknown[]).includes(evidence))
    report(`${JSON.stringify(evidence)} must be one of ${evidences.join(', ')}`);
  checkSource(evidence, source, report);
}

function checkSource(evidence: unknown, recording: unknown, report: (message: string) => void): void {
  if (evidence === 'recorded' && recording === undefined) report('what is recorded names its recording');
  if (recording === undefined) return;
  if (evidence !== 'recorded') report(`names a recording, so its evidence is recorded, not ${String(evidence)}`);
  if (isRecording(recording)) return;
  const near = typeof recording === 'string' ? nearest(recording, Object.keys(recordings)) : [];
  const hint = near.length > 0 ? `: did you mean ${near.join(', ')}?` : '';
  report(`${JSON.stringify(recording)} is no recording that packages/profile knows${hint}`);
}
