import { existsSync, mkdtempSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ledger } from '../src/run/ledger.js';

const newFile = () => join(mkdtempSync(join(tmpdir(), 'ledger-')), 'deeper', 'run.jsonl');

describe('the ledger of a run', () => {
  it('has what was made and not removed, the newest first', () => {
    const file = newFile();
    const ledger = new Ledger({ file, target: 'http://jira' });
    ledger.opens('field', 'one').made('10000');
    ledger.opens('issue', 'two').made('TEST-1');
    ledger.opens('field', 'three').made('10001');
    ledger.removed({ number: 1 });
    expect(ledger.left().map(({ name }) => name)).toEqual(['three', 'two']);
    expect(Ledger.read(file)).toEqual({
      target: 'http://jira',
      entries: [
        { number: 2, kind: 'issue', name: 'two', id: 'TEST-1' },
        { number: 3, kind: 'field', name: 'three', id: '10001' },
      ],
    });
  });

  it('tells two things of one name apart', () => {
    const ledger = new Ledger();
    ledger.opens('field', 'twins').made('10000');
    ledger.opens('field', 'twins').made('10001');
    expect(ledger.left().map(({ id }) => id)).toEqual(['10001', '10000']);
    ledger.removed({ number: 2 });
    expect(ledger.left().map(({ id }) => id)).toEqual(['10000']);
  });

  it('has what the target made though it was to refuse it, and once what was announced', () => {
    const ledger = new Ledger();
    const announced = ledger.opens('field', 'one');
    ledger.saw('field', 'one', '10000');
    announced.made('10000');
    ledger.saw('issue', 'a summary', 'TEST-1');
    expect(ledger.left()).toEqual([
      { number: 2, kind: 'issue', name: 'a summary', id: 'TEST-1' },
      { number: 1, kind: 'field', name: 'one', id: '10000' },
    ]);
  });

  it('has not what the target refused to make', () => {
    const ledger = new Ledger();
    ledger.opens('issue', 'one').refused();
    expect(ledger.left()).toEqual([]);
  });

  it('has the name of what was about to be made when the run ended', () => {
    const file = newFile();
    new Ledger({ file, target: 'http://jira' }).opens('field', 'one');
    expect(Ledger.read(file).entries).toEqual([{ number: 1, kind: 'field', name: 'one' }]);
  });

  it('can be read though its last line was cut off', () => {
    const file = newFile();
    new Ledger({ file, target: 'http://jira' }).opens('field', 'one').made('10000');
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"step":"rem`);
    expect(Ledger.read(file).entries).toEqual([{ number: 1, kind: 'field', name: 'one', id: '10000' }]);
  });

  it('goes on where an earlier run has ended', () => {
    const file = newFile();
    new Ledger({ file, target: 'http://jira' }).opens('field', 'one').made('10000');
    const again = Ledger.reopen(file);
    expect(again.left()).toEqual([{ number: 1, kind: 'field', name: 'one', id: '10000' }]);
    again.removed({ number: 1 });
    expect(Ledger.read(file)).toEqual({ target: 'http://jira', entries: [] });
  });

  it('leaves no file behind when nothing is left', () => {
    const file = newFile();
    const ledger = new Ledger({ file, target: 'http://jira' });
    ledger.opens('field', 'one').made('10000');
    ledger.close();
    expect(existsSync(file)).toBe(true);
    ledger.removed({ number: 1 });
    ledger.close();
    expect(existsSync(file)).toBe(false);
  });
});
