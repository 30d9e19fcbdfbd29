import { expect } from 'expect';
import type { Stage } from '../../stage/stage.js';
import { isLike } from '../example-shape.js';
import { replay, type Replays } from '../example-replay.js';
import { pageLinks } from './pages.js';

interface DefaultValue {
  readonly type: string;
  readonly optionId: string | null;
}

/** A list whose three contexts have an option each: one for all projects, and two for a project. */
async function withThreeContexts(stage: Stage) {
  const { project, otherProject } = stage.sandbox;
  const field = await stage.field('select', { options: ['one'] });
  const second = await stage.context(field, { projectIds: [project.id], options: ['one'] });
  const third = await stage.context(field, { projectIds: [otherProject.id], options: ['one'] });
  const contexts = [
    { contextId: String(field.contextId), optionId: String(field.option('one')) },
    ...[second, third].map((context) => ({
      contextId: String(context.id),
      optionId: String(context.option('one')),
    })),
  ];
  return { path: { fieldId: field.key }, contexts };
}

const two = { projects: 2 } as const;

/** Examples about default values. */
export const defaultValueReplays: Replays = {
  'getDefaultValues 200': replay<{ readonly values: readonly DefaultValue[] }>(async (stage, example) => {
    const { path, contexts } = await withThreeContexts(stage);
    const defaultValues = contexts.map((context, at) => ({ ...context, type: example.values[at]?.type }));
    await stage.admin.ask('setDefaultValues', 204, { path, body: { defaultValues } });
    const { body } = await stage.admin.ask('getDefaultValues', 200, { path });
    // The published document leaves the type out.
    isLike(example, body, {
      additional: pageLinks,
      absent: ['type'],
      same: ['startAt', 'total', 'isLast', 'type'],
    });
    expect(body.values).toMatchObject(contexts);
  }, two),
  'setDefaultValues request': replay<{ readonly defaultValues: readonly DefaultValue[] }>(async (stage, example) => {
    const { path, contexts } = await withThreeContexts(stage);
    const all = contexts.map((context, at) => ({ ...context, type: example.defaultValues[at]?.type }));
    await stage.admin.ask('setDefaultValues', 204, { path, body: { defaultValues: all } });
    // Where the example has null, a default value is taken away.
    const defaultValues = all.map((value, at) =>
      example.defaultValues[at]?.optionId === null ? { ...value, optionId: null } : value,
    );
    await stage.admin.ask('setDefaultValues', 204, { path, body: { defaultValues } });
    const { body } = await stage.admin.ask('getDefaultValues', 200, { path });
    expect(body.values).toMatchObject(contexts.filter((_, at) => defaultValues[at]?.optionId !== null));
    expect(body.total).toBe(defaultValues.filter(({ optionId }) => optionId !== null).length);
  }, two),
};
