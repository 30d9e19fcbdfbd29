import { readFileSync } from 'node:fs';
import { namedProfile, question, questions, type Profile } from '@fake-jira/profile';
import { allChecks } from '../src/checks/index.js';
import {
  indistinguishable,
  isSameToAClient,
  unobservable,
  whyUnobservable,
} from '../src/calibrate/indistinguishable.js';

const guide = readFileSync(new URL('../../../docs/calibration.md', import.meta.url), 'utf8');
const newest = namedProfile('data-center');

describe('what calibration cannot find out', () => {
  it('is every question that has no probe, and no question has two', () => {
    const asked = allChecks.flatMap(({ kind, question: id }) => (kind === 'probe' ? [id] : []));
    expect(new Set(asked).size).toBe(asked.length);
    const always = unobservable.filter(({ when }) => when === undefined).flatMap((one) => one.questions);
    expect(questions.map(({ id }) => id).filter((id) => !asked.includes(id) && !always.includes(id))).toEqual([]);
  });

  it.each(unobservable.flatMap(({ questions }) => questions))('%s is named in the guide', (id) => {
    expect(guide).toContain(`\`${id}\``);
  });

  it.each(indistinguishable)(
    'the answers to $question that are alike are named in the guide',
    ({ question: id, answers }) => {
      for (const one of answers) expect(question(id).answers).toContain(one);
      expect(guide).toMatch(new RegExp(`\`${id}\` +\\| ${answers.join(', ')} `));
    },
  );

  it('is little where everything is new: what no operation can change', () => {
    expect(unobservable.flatMap(({ questions }) => questions).filter((id) => whyUnobservable(id, newest))).toEqual([
      'editor.admin-before-1.3',
      'editor.delete-setting-subcode',
      'editor.unlicensed-default',
      'editor.unlicensed-default-delete',
    ]);
  });

  it('is more where new fields have no context and nothing makes one, and says so', () => {
    const old: Profile = {
      ...newest,
      customfieldEditor: '2.8',
      extender: '1.5',
      answers: { 'jira.new-field-context': 'none' },
    };
    expect(whyUnobservable('extender.duplicate-value', old)).toContain('without Extender 1.6 or later');
    expect(whyUnobservable('extender.duplicate-value', { ...old, extender: '1.6' })).toBeUndefined();
    expect(whyUnobservable('extender.duplicate-value', { ...old, customfieldEditor: '2.10' })).toBeUndefined();
    expect(whyUnobservable('extender.duplicate-value', { ...old, answers: {} })).toBeUndefined();
  });

  it('are answers that are alike only where nothing makes a second context', () => {
    const same = (profile: Profile) => isSameToAClient('editor.option-uniqueness-scope', 'context', 'field', profile);
    expect(same(newest)).toBe(false);
    expect(same({ ...newest, customfieldEditor: '2.8', extender: null })).toBe(true);
    expect(isSameToAClient('editor.option-uniqueness-scope', 'context', 'context-and-parent', newest)).toBe(false);
  });
});
