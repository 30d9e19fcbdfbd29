import type { OperationId } from '@fake-jira/openapi';
import { expect } from 'expect';
import type { Stage } from '../../stage/stage.js';
import { isLike } from '../example-shape.js';
import { replay, type Replay, type Replays } from '../example-replay.js';
import { at, listed, newOption, ofApp, type AppOption } from './app-option-steps.js';

interface Page {
  readonly maxResults: number;
  readonly values: readonly AppOption[];
}
type OptionList = Extract<
  OperationId,
  'getAllIssueFieldOptions' | 'getSelectableIssueFieldOptions' | 'getVisibleIssueFieldOptions'
>;

/** The option of an example for the projects of the sandbox. Its name is one of the run, so that it is removed. */
function own({ sandbox }: Stage, { properties, config }: AppOption) {
  const [project] = (config?.scope?.['projects2'] ?? []) as { readonly attributes: readonly string[] }[];
  const projects2 = sandbox.projects.slice(0, 2).map(({ id }) => ({ ...project, id }));
  return { properties, ...(config && { config: { ...config, scope: { ...config.scope, projects2 } } }) };
}

/** What the example shows and the client chose. */
const same = ['attributes', 'description', 'members', 'founded', 'name', 'email'];

/** Replays the list of options, a page of one of them. */
const list = (id: OptionList): Replay =>
  replay<Page>(async (stage, example) => {
    const [one] = example.values as [AppOption];
    const options: AppOption[] = [];
    for (let count = 0; count < 2; count += 1) options.push(await newOption(stage, own(stage, one)));
    const { fieldKey } = at(stage, options[0] as AppOption);
    const query = { maxResults: example.maxResults };
    const { body } = await stage.admin.ask(id, 200, { path: { fieldKey }, query });
    // The first option of the field may be one of others, which have less.
    const { values, ...page } = body as Page;
    isLike(
      { ...example, values: undefined },
      { ...page, values: undefined },
      {
        additional: ['self', 'nextPage'],
        same: ['maxResults', 'startAt', 'isLast'],
      },
    );
    expect(values).toHaveLength(example.maxResults);
    const found = (await listed(stage, stage.admin, id)).filter(({ id: of }) => options.some((made) => made.id === of));
    expect(found).toHaveLength(options.length);
    for (const option of found) isLike(one, option, { additional: ['config'], same });
  }, ofApp);

/** Puts the option of an example in the place of one that has less. */
async function updated(stage: Stage, example: AppOption) {
  const { id } = await newOption(stage);
  const sent = { id, value: stage.name('renamed'), ...own(stage, example) };
  const { body } = await stage.admin.ask('updateIssueFieldOption', 200, { path: at(stage, { id }), body: sent });
  return { sent, body: body as AppOption };
}

/** Examples about options of the fields of apps. */
export const appOptionReplays: Replays = {
  'getAllIssueFieldOptions 200': list('getAllIssueFieldOptions'),
  'createIssueFieldOption request': replay<AppOption>(async (stage, example) => {
    const sent = own(stage, example);
    const option = await newOption(stage, sent);
    const { body } = await stage.admin.ask('getIssueFieldOption', 200, { path: at(stage, option) });
    expect(body).toMatchObject(sent);
  }, ofApp),
  'createIssueFieldOption 200': replay<AppOption>(async (stage, example) => {
    const sent = own(stage, example);
    const option = await newOption(stage, sent);
    isLike(example, option, { same });
    expect(option).toMatchObject(sent);
  }, ofApp),
  'getSelectableIssueFieldOptions 200': list('getSelectableIssueFieldOptions'),
  'getVisibleIssueFieldOptions 200': list('getVisibleIssueFieldOptions'),
  'getIssueFieldOption 200': replay<AppOption>(async (stage, example) => {
    const sent = own(stage, example);
    const option = await newOption(stage, sent);
    const { body } = await stage.admin.ask('getIssueFieldOption', 200, { path: at(stage, option) });
    isLike(example, body, { same });
    expect(body).toEqual(option);
  }, ofApp),
  'updateIssueFieldOption request': replay<AppOption>(async (stage, example) => {
    const { sent } = await updated(stage, example);
    const { body } = await stage.admin.ask('getIssueFieldOption', 200, { path: at(stage, sent) });
    expect(body).toMatchObject(sent);
  }, ofApp),
  'updateIssueFieldOption 200': replay<AppOption>(async (stage, example) => {
    const { sent, body } = await updated(stage, example);
    isLike(example, body, { same });
    expect(body).toMatchObject(sent);
  }, ofApp),
};
