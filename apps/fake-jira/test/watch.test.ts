import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asAdmin, fakeJira, startedFake } from './support/command-line.js';

const directory = mkdtempSync(join(tmpdir(), 'fake-jira-watch-'));
afterAll(() => rmSync(directory, { recursive: true }));

async function names(url: string): Promise<string[]> {
  const answer = await fetch(`${url}/rest/api/3/field`, asAdmin);
  return ((await answer.json()) as { name: string; custom: boolean }[]).filter((f) => f.custom).map((f) => f.name);
}

describe('start --watch', () => {
  it('reads the world file again when it changes; a mistake is told and the old world stays', async () => {
    const file = join(directory, 'world.yaml');
    const write = (name: string) => writeFileSync(file, `fields: [{ name: ${name}, type: select }]\n`);
    write('First');
    const fake = await startedFake('--world', file, '--watch');
    const told = async (event: string) => {
      for (;;) {
        const line = await fake.line();
        if (line['event'] === event) return line;
      }
    };
    expect(await names(fake.url)).toEqual(['First']);
    expect(await names(`${fake.url}/w/early`)).toEqual(['First']);

    write('Second');
    expect(await told('reloaded')).toMatchObject({ file });
    expect(await names(fake.url)).toEqual(['Second']);

    writeFileSync(file, 'fields: [{ name: Third, type: selct }]\n');
    expect((await told('not-reloaded'))['message']).toContain('selct');
    expect(await names(fake.url)).toEqual(['Second']);

    // The baseline is the new world too, and that of workspaces made later; one in use stays as it is.
    await fetch(`${fake.url}/_fake/reset`, { method: 'POST' });
    expect(await names(fake.url)).toEqual(['Second']);
    expect(await names(`${fake.url}/w/late`)).toEqual(['Second']);
    expect(await names(`${fake.url}/w/early`)).toEqual(['First']);
    expect(await fake.stop()).toBe(0);
  }, 120_000);

  it('needs a file', async () => {
    const { code, err } = await fakeJira('start', '--watch');
    expect(code).toBe(2);
    expect(err).toBe('--watch needs a world file: --world demo is a preset, which does not change.\n');
  });
});
