import { expect } from 'expect';
import { checksOf } from '../../check.js';
import { at, issueWith, newOption, ofApp, optionOf } from './app-option-steps.js';
import { refuses, says } from './errors.js';
import { nothing, requestOf } from './requests.js';
import { finished, taskOf } from './task-steps.js';

const { outcome } = checksOf('jira-cloud', 'app-option-replacement');

const id = 'replaceIssueFieldOption';

export const appOptionReplacement = [
  outcome(
    id,
    303,
    'with the address of the task, at whose end issues have the other option',
    async (stage) => {
      const [old, other] = [await newOption(stage), await newOption(stage)];
      const issue = await issueWith(stage, old);
      const jql = `key = ${issue.key}`;
      const answer = await stage.admin.ask(id, 303, { path: at(stage, old), query: { replaceWith: other.id, jql } });
      expect(answer.text).toBe('');
      const task = await finished(stage, taskOf(answer));
      expect(task).toMatchObject({
        status: 'COMPLETE',
        progress: 100,
        description: `Remove option ${old.id} from issues matched by '${jql}', and replace with option ${other.id}`,
        result: { modifiedIssues: [Number(issue.id)], unmodifiedIssues: [] },
      });
      expect(await optionOf(stage, issue.key)).toBe(other.id);
    },
    ofApp,
  ),
  outcome(
    id,
    303,
    'and only issues that the query names lose the option',
    async (stage) => {
      const old = await newOption(stage);
      const [one, other] = [await issueWith(stage, old), await issueWith(stage, old)];
      const answer = await stage.admin.ask(id, 303, { path: at(stage, old), query: { jql: `key = ${one.key}` } });
      await finished(stage, taskOf(answer));
      expect(await optionOf(stage, one.key)).toBeNull();
      expect(await optionOf(stage, other.key)).toBe(old.id);
    },
    ofApp,
  ),
  outcome(
    id,
    303,
    'and an issue in whose project the other option is not to be had keeps its own',
    async (stage) => {
      const { project, otherProject } = stage.sandbox;
      const old = await newOption(stage);
      const elsewhere = await newOption(stage, { config: { scope: { projects: [otherProject.id] } } });
      expect(project.id).not.toBe(otherProject.id);
      const issue = await issueWith(stage, old);
      const query = { replaceWith: elsewhere.id, jql: `key = ${issue.key}` };
      const task = await finished(stage, taskOf(await stage.admin.ask(id, 303, { path: at(stage, old), query })));
      expect(task.result).toMatchObject({
        errors: {
          errorMessages: [
            `Option ${elsewhere.id} cannot be set on issue ${issue.key} as it is not in the correct scope`,
          ],
        },
        modifiedIssues: [],
        unmodifiedIssues: [Number(issue.id)],
      });
      expect(await optionOf(stage, issue.key)).toBe(old.id);
    },
    { ...ofApp, projects: 2 },
  ),
  outcome(
    id,
    400,
    'when the query is not understood',
    async (stage) => {
      const asked = { path: at(stage, await newOption(stage)), query: { jql: 'colour ~~ (' } };
      refuses((await stage.admin.ask(id, 400, asked)).body);
    },
    ofApp,
  ),
  outcome(
    id,
    400,
    'when replaceWith is no number',
    async (stage) => {
      const asked = { path: at(stage, await newOption(stage)), query: { replaceWith: 'corona' } };
      refuses((await stage.admin.ask(id, 400, asked)).body);
    },
    { ...ofApp, evidence: 'inferred', edge: false },
  ),
  outcome(
    id,
    403,
    'when an administrator who is no app wants to override the screens',
    async (stage) => {
      const asked = { path: at(stage, await newOption(stage)), query: { overrideScreenSecurity: true } };
      says(
        (await stage.admin.ask(id, 403, asked)).body,
        'Connect and Forge app users with Administer Jira global permission can override screen security.',
      );
    },
    ofApp,
  ),
  outcome(id, 404, 'when there is no such field', async (stage) => {
    refuses((await stage.admin.ask(id, 404, requestOf(id, nothing(stage)))).body);
  }),
  outcome(
    id,
    404,
    'when there is no such option',
    async (stage) => {
      refuses((await stage.admin.ask(id, 404, { path: at(stage, { id: stage.unknownId }) })).body);
    },
    ofApp,
  ),
  outcome(
    id,
    404,
    'when there is no such option to put in its place',
    async (stage) => {
      const asked = { path: at(stage, await newOption(stage)), query: { replaceWith: stage.unknownId } };
      refuses((await stage.admin.ask(id, 404, asked)).body);
    },
    ofApp,
  ),
];
