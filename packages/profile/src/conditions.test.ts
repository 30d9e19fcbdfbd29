import { conditionText, holdsIn, meets } from './conditions.js';
import { namedProfile } from './named.js';
import { isQuestionId, question, questions, type QuestionId } from './questions.js';
import type { Condition } from './questions/question.js';
import type { Versioned } from './apps.js';
import { versionLists } from './versions.js';

const cloud = namedProfile('cloud');
const dataCenter = { ...namedProfile('data-center'), extender: '1.7.2', customfieldEditor: null };

describe('a condition', () => {
  it.each<[string, Condition, boolean]>([
    ['a deployment', { deployment: 'data-center' }, true],
    ['another deployment', { deployment: 'cloud' }, false],
    ['a version that has been reached', { since: { extender: '1.7.2' } }, true],
    ['a version that has not', { since: { extender: '1.7.3' } }, false],
    ['a version of an app that is not installed', { since: { customfieldEditor: '1.1' } }, false],
    ['the end of what was there before a version', { until: { extender: '1.7.3' } }, true],
    ['an end that has been reached', { until: { extender: '1.65' } }, false],
    ['the lack of an app', { until: { customfieldEditor: '1.1' } }, true],
    ['the default answer to a question', { answers: { 'jira.bare-field-id': '400' } }, true],
    ['one of several answers', { answers: { 'jira.bare-field-id': ['404', '400'] } }, true],
    ['another answer', { answers: { 'jira.bare-field-id': '404' } }, false],
    ['several things, one of which is not so', { deployment: 'data-center', since: { extender: '2.20' } }, false],
  ])('can be %s', (_, condition, expected) => {
    expect(meets(condition, dataCenter)).toBe(expected);
  });

  it('is said in words', () => {
    const condition = { deployment: 'cloud', since: { jira: '8.16' }, until: { extender: '2.20' } } as const;
    expect(conditionText(condition)).toBe('on Cloud and since Jira 8.16 and without Extender 2.20 or later');
    expect(conditionText({ since: { extender: '1.6' }, until: { extender: '4.2' } })).toBe(
      'since Extender 1.6, before 4.2',
    );
    expect(conditionText({ answers: { 'jira.bare-field-id': ['400', '404'] } })).toBe(
      'where jira.bare-field-id is 400 or 404',
    );
  });
});

describe('an open question', () => {
  it('makes a difference where its app is, in the versions that have what it asks about', () => {
    expect(holdsIn('extender.page-size', cloud)).toBe(false);
    expect(holdsIn('extender.page-size', dataCenter)).toBe(false);
    expect(holdsIn('extender.page-size', { ...dataCenter, extender: '4.17' })).toBe(true);
    expect(holdsIn('jira.latest-version', cloud)).toBe(true);
    expect(holdsIn('protected.clear-value', { ...dataCenter, protectedFields: false })).toBe(false);
  });

  it('can depend on another one', () => {
    const newest = namedProfile('data-center');
    const first = { ...newest, answers: { 'editor.default-context': 'lowest-id' } } as const;
    expect(holdsIn('editor.default-without-global', newest)).toBe(true);
    expect(holdsIn('editor.default-without-global', first)).toBe(false);
  });

  it.each(questions.map(({ id, holds }) => [id, holds ?? []] as const))(
    '%s names versions and answers that there are',
    (_, holds) => {
      for (const { since = {}, until = {}, answers = {} } of holds) {
        for (const [app, version] of [...Object.entries(since), ...Object.entries(until)]) {
          expect(versionLists[app as Versioned]).toContain(version);
        }
        for (const [id, wanted] of Object.entries(answers)) {
          expect(isQuestionId(id)).toBe(true);
          for (const one of [wanted].flat()) expect(question(id as QuestionId).answers).toContain(one);
        }
      }
    },
  );
});
