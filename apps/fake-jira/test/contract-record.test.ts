import { readFileSync, readdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTarget, record, writeRecording, type Recording } from '@fake-jira/contract';
import type { WorldFile } from '@fake-jira/fixtures';
import { Target } from '@fake-jira/target';
import { credentialsOfTheFake } from '../src/cli/contract-target.js';
import { startFakeJira } from '../src/index.js';

const whole = process.env['FAKE_JIRA_TESTS'] === 'all';
/** In the short form, resources whose answers have lists of everything, tasks, events and protected values. */
const sample = String.raw`/^(jira-cloud/(trash|create-meta)|customfield-editor/event-log|protected-fields/values)/`;

const others: WorldFile = {
  fields: [
    { name: 'Alpha', type: 'select' },
    { name: 'Zulu', type: 'textfield' },
    { name: 'Ärger', type: 'multiselect' },
  ],
  // Their keys are gone for the issues of a run.
  issues: [{ key: 'TEST-40', type: 'Task', summary: 'Theirs' }],
};

async function recordingOf(profile: string, runId: string, addition?: WorldFile): Promise<Map<string, string>> {
  const jira = await startFakeJira({ profile });
  try {
    if (addition) {
      jira.merge(addition);
      jira.clock.advance(9 * 24 * 60 * 60 * 1000);
    }
    const reached = new Target({ url: jira.url, credentials: credentialsOfTheFake });
    const target = await openTarget({ target: reached, asReal: true });
    return written(await record({ target, runId, ...(whole ? {} : { grep: sample }) }), jira.url);
  } finally {
    await jira.close();
  }
}

/** The files of a recording, by name. */
function written(recording: Recording, url: string): Map<string, string> {
  const directory = mkdtempSync(join(tmpdir(), 'recording-'));
  writeRecording(directory, recording, { url, at: new Date().toISOString() });
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  return new Map(files.sort().map((name) => [name, readFileSync(join(directory, name), 'utf8')]));
}

describe.each(['cloud', 'data-center'])('two recordings of one instance, %s', (profile) => {
  let one: Map<string, string>;
  let other: Map<string, string>;
  beforeAll(async () => {
    one = await recordingOf(profile, 'ab12cd');
    other = await recordingOf(profile, '00ff77', others);
  }, 600_000);

  it('are equal byte for byte on other ports, at other times and beside other fields', () => {
    expect([...other.keys()]).toEqual([...one.keys()]);
    const differing = [...one].filter(([name, text]) => name !== 'taken.json' && other.get(name) !== text);
    expect(differing.map(([name]) => name)).toEqual([]);
  });

  it('have a check that ran in each of many files', () => {
    const ran = [...one].filter(([, text]) => text.includes('"verdict": "passed"'));
    expect(ran.length).toBeGreaterThanOrEqual(profile === 'cloud' ? 1 : 2);
  });

  it('hold neither secrets nor people', () => {
    const secret = /demo-token|"authorization"|\bBasic [\w+/]{6,}|\b(admin|bob|steve|tina)@|127\.0\.0\.1|ab12cd/gi;
    const found = [...one].flatMap(([name, text]) =>
      name === 'taken.json' ? [] : [...(text.match(secret) ?? [])].map((secrets) => `${name}: ${secrets}`),
    );
    expect([...new Set(found)]).toEqual([]);
  });
});
