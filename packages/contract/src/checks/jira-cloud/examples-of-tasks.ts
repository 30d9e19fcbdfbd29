import { expect } from 'expect';
import type { Stage } from '../../stage/stage.js';
import { isLike } from '../example-shape.js';
import { replay, type Replays } from '../example-replay.js';
import { at, issueWith, newOption, ofApp } from './app-option-steps.js';
import { finished, taskOf } from './task-steps.js';

interface Task {
  readonly description: string;
  readonly result: { readonly errors: { readonly errorMessages: readonly [string] } };
}

/** A task that has just begun: a scratch field is being deleted. */
async function begun(stage: Stage) {
  const { key } = await stage.field('select');
  return taskOf(await stage.admin.ask('deleteCustomField', 303, { path: { fieldId: key } }));
}

/** A sentence of an example with ids of the target in place of those that it has. */
const withIds = (sentence: string, ids: Readonly<Record<string, string | number>>) =>
  sentence.replaceAll(/(?<![A-Z])[A-Z]+-\d+|\d+|\*/g, (id) => String(ids[id]));

/** Examples about tasks, the server and single options. */
export const taskReplays: Replays = {
  'getTask 200 any': replay<Task>(async (stage, example) => {
    const task = await finished(stage, await begun(stage));
    // The result may be any JSON, and none.
    const { result: _, ...always } = example;
    isLike(always, task, { additional: ['result', 'message'], absent: ['description'], same: ['status', 'progress'] });
  }),
  'getTask 200 optionReplaced': replay<Task>(
    async (stage, example) => {
      const { otherProject } = stage.sandbox;
      const [old, other] = [
        await newOption(stage),
        await newOption(stage, { config: { scope: { projects: [otherProject.id] } } }),
      ];
      const issue = await issueWith(stage, old);
      // All issues in the example; here the one, so that no other is touched.
      const jql = `key = ${issue.key}`;
      const asked = { path: at(stage, old), query: { replaceWith: other.id, jql } };
      const task = await finished(stage, taskOf(await stage.admin.ask('replaceIssueFieldOption', 303, asked)));
      isLike(example, task, { additional: ['message', 'httpStatusCode'], same: ['status', 'progress'] });
      const [message] = example.result.errors.errorMessages;
      expect(task).toMatchObject({
        description: withIds(example.description, { '*': jql, 1: old.id, 3: other.id }),
        result: {
          errors: { errorMessages: [withIds(message, { 'MKY-5': issue.key, 2: other.id })] },
          modifiedIssues: [],
          unmodifiedIssues: [Number(issue.id)],
        },
      });
    },
    { ...ofApp, projects: 2 },
  ),
  // The published document says of it that there is JSON.
  'cancelTask 202': replay<object>(
    async (stage, example) => {
      const { body } = await stage.admin.ask('cancelTask', 202, { path: { taskId: await begun(stage) } });
      expect(body).toEqual(example);
    },
    { evidence: 'assumed' },
  ),
  'getCustomFieldOption 200': replay<{ readonly value: string }>(async (stage, example) => {
    const field = await stage.field('select', { options: [example.value] });
    const path = { id: field.option(example.value) };
    const { body } = await stage.admin.ask('getCustomFieldOption', 200, { path });
    isLike(example, body, { additional: ['disabled'], same: ['value'] });
    expect(body.self).toMatch(new RegExp(`/customFieldOption/${path.id}$`));
  }),
  'getServerInfo 200': replay<object>(
    async (stage, example) => {
      const { body } = await stage.admin.ask('getServerInfo', 200);
      // All of it is optional, and Data Center says less of itself.
      isLike(example, body, { additional: 'any', absent: ['buildDate', 'scmInfo', 'defaultLocale', 'serverTimeZone'] });
    },
    { readOnly: true },
  ),
};
