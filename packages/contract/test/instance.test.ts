import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namedProfile } from '@fake-jira/profile';
import { answersIn, readRecording, writeRecording, type Recording } from '../src/index.js';
import { kindOf } from '../src/record/kinds.js';
import { allChecks } from '../src/checks/index.js';

describe('a recording', () => {
  const probe = allChecks.find(({ kind }) => kind === 'probe')!;
  const recording: Recording = {
    profile: namedProfile('cloud'),
    checks: [
      { id: probe.id, verdict: 'passed', answer: 'seen', exchanges: [] },
      { id: allChecks.find(({ kind }) => kind !== 'probe')!.id, verdict: 'passed', exchanges: [] },
    ],
    instance: {
      world: { projects: [{ key: 'TEST' }] },
      sandbox: { projects: ['TEST'], issueTypes: [] },
      roles: { administrator: 'admin' },
      hasToken: false,
    },
  };

  it('keeps what its instance is like, and loses it where another one without it takes its place', () => {
    const directory = mkdtempSync(join(tmpdir(), 'recording-'));
    try {
      const taken = { url: 'http://jira.example.com', at: '2026-01-15T12:00:00.000Z' };
      writeRecording(directory, recording, taken);
      expect(readRecording(directory)).toEqual({ ...recording, taken });
      const { instance: _left, ...without } = recording;
      writeRecording(directory, without, taken);
      expect(readRecording(directory)).toEqual({ ...without, taken });
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });

  it('has the answers that its probes have seen', () => {
    expect(answersIn(recording)).toEqual({ [probe.question!]: 'seen' });
  });

  it('tells what a value of an issue is by its field', () => {
    expect(kindOf('searchForIssuesUsingJql', ['issues', 'fields', 'status', 'id'])).toBe('thing');
    expect(kindOf('getIssue', ['fields', 'customfield_10000', 'id'])).toBe('option');
    expect(kindOf('getIssue', ['fields', 'issuetype', 'id'])).toBe('issue type');
    expect(kindOf('getIssue', ['id'])).toBe('issue');
    expect(kindOf('matchIssues', ['matches', 'matchedIssues'])).toBe('issue');
  });
});
