import type { WorldFile } from '@fake-jira/fixtures';
import { checkWorld } from '@fake-jira/world';
import type { RequestHandler } from 'express';
import inject from 'light-my-request';
import { createApp } from '../../src/app.js';
import { makeWorkspaces } from '../../src/server.js';
import { TestClock } from '../support/jira.js';
import type { Model } from './model.js';
import { stepOf, type Addresses, type Draft, type Step } from './steps.js';

const world: WorldFile = {
  users: [
    { name: 'admin', groups: ['jira-administrators'] },
    { name: 'bob', groups: [] },
  ],
  groups: ['jira-administrators'],
  projects: [{ key: 'TEST' }],
  fields: [
    {
      name: 'Place',
      type: 'cascadingselect',
      contexts: [{ options: [{ value: 'alpha', children: ['beta'] }, { value: 'omega' }] }],
    },
  ],
};

/** Two workspaces, so that what is done in one is seen to leave the other alone. */
const names = ['one', 'two'];

export type Drafts = readonly (readonly [workspace: number, draft: Draft])[];

/** What has gone wrong, as a script that repeats it. */
export class Disagreement extends Error {
  override readonly name = 'Disagreement';
  /** The number of requests until then. */
  readonly steps: number;

  constructor(script: readonly string[], problems: readonly string[]) {
    super([...script, ...problems.map((problem) => `// ${problem}`)].join('\n'));
    this.steps = script.length;
  }
}

/** A fake in this process, without a socket, that is asked as often as anybody likes. */
export function playground(middleware: readonly RequestHandler[] = []) {
  const workspaces = makeWorkspaces({ world, profile: 'all', clock: new TestClock() });
  const defects: unknown[] = [];
  const app = createApp({ workspaces, middleware, onDefect: (error) => defects.push(error) });

  const ask = async (workspace: string, { as, method, path, body }: Pick<Step, 'as' | 'method' | 'path' | 'body'>) => {
    const headers = { authorization: `Basic ${btoa(`${as}:${as}`)}`, host: 'localhost' };
    const answer = await inject(app as never, {
      method,
      url: `/w/${workspace}${path}`,
      headers,
      ...(body !== undefined && { payload: body as object }),
    });
    const json = answer.headers['content-type']?.toString().includes('json') === true;
    return { status: answer.statusCode, body: json ? (JSON.parse(answer.payload) as unknown) : answer.payload };
  };
  const read = async <Body>(workspace: string, path: string, as: 'admin' | 'bob' = 'admin') =>
    (await ask(workspace, { as, method: 'GET', path })).body as Body;

  /** The worlds as the last sequence has left them. */
  const worlds = () => names.map((name) => workspaces.get(name).world.root);

  /**
   * Plays a sequence, and holds every window to the model after each step.
   *
   * @throws Disagreement
   */
  const play = async (drafts: Drafts): Promise<void> => {
    const script: string[] = [];
    const models = new Map<string, { model: Model; at: Addresses }>();
    for (const name of names) {
      const workspace = workspaces.get(name);
      workspace.reset();
      const { root } = workspace.world;
      const [field] = [...root.fields.values()];
      const [context] = [...root.contexts.values()];
      const number = field?.id as number;
      const options = [...root.options.values()];
      const below = (parent: number): Model['options'] =>
        options
          .filter(({ parentId }) => parentId === parent)
          .map(({ id, value, disabled }) => ({ id, value, disabled, children: below(id) }));
      models.set(name, {
        at: { field: `customfield_${number}`, number, context: context?.id as number },
        model: { options: below(0), defaultIds: null, bobMay: false },
      });
    }
    for (const [which, draft] of drafts) {
      const name = names[which % names.length] as string;
      const { model, at } = models.get(name) as { model: Model; at: Addresses };
      const step = stepOf(model, at, draft);
      if (!step) continue;
      script.push(line(name, step));
      const before = workspaces.get(name).world.root;
      const others = names.filter((other) => other !== name).map((other) => workspaces.get(other).world);
      const untouched = others.map(({ root }) => root);
      const answer = await ask(name, step);
      const problems = defects.splice(0).map(String);
      const refused = answer.status >= 400;
      if (refused !== step.refused)
        problems.push(
          `answered ${answer.status} ${JSON.stringify(answer.body)}, expected ${step.refused ? 'a refusal' : 'success'}`,
        );
      else if (refused && workspaces.get(name).world.root !== before)
        problems.push('refused, and yet the world has changed');
      else if (!refused) step.apply(idsIn(answer.body));
      problems.push(...checkWorld(workspaces.get(name).world.root));
      if (others.some(({ root }, i) => root !== untouched[i])) problems.push('another workspace has changed');
      // What every window shows is worked out of the root: the same one shows the same.
      const { root } = workspaces.get(name).world;
      if (problems.length === 0 && root !== before) problems.push(...(await disagreements(name, model, at, read)));
      if (problems.length > 0) throw new Disagreement(script, problems);
    }
  };
  return { play, worlds };
}

type Read = <Body>(workspace: string, path: string, as?: 'admin' | 'bob') => Promise<Body>;

interface JiraOption {
  readonly id: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly optionId?: string;
}

interface ExtenderOption {
  readonly id: number;
  readonly name: string;
  readonly childOptions?: readonly ExtenderOption[];
}

interface EditorOption {
  readonly id: number;
  readonly optionvalue: string;
  readonly disabled: boolean;
}

/** Where a window shows another thing than the model. An option of which the model has no id yet takes the first window's. */
async function disagreements(name: string, model: Model, at: Addresses, read: Read): Promise<string[]> {
  const { values: seen } = await read<{ values: JiraOption[] }>(
    name,
    `/rest/api/3/field/${at.field}/context/${at.context}/option?maxResults=1000`,
  );
  const below = (parent?: string) => seen.filter(({ optionId }) => optionId === parent);
  const inJira = below().map((one) => [one, below(one.id)] as const);
  inJira.forEach(([one, children], i) => {
    adopt(model.options[i], one);
    children.forEach((child, j) => adopt(model.options[i]?.children[j], child));
  });
  const text = (value: unknown) => JSON.stringify(value);
  const shape = ({ id, value, disabled }: JiraOption | { id: number; value: string; disabled: boolean }) => [
    Number(id),
    value,
    disabled,
  ];
  const wanted = text(model.options.map((one) => [...shape(one), one.children.map(shape)]));
  const found: string[] = [];
  const hold = (window: string, is: string, should: string) => {
    if (is !== should) found.push(`${name}: ${window} shows ${is}, and should show ${should}`);
  };
  hold("Jira's own API", text(inJira.map(([one, children]) => [...shape(one), children.map(shape)])), wanted);

  const { schemeOptions = [] } = await read<{ schemeOptions?: ExtenderOption[] }>(
    name,
    `/rest/extender/1.0/customField/configScheme/getValue/${at.context}`,
  );
  hold(
    'Extender',
    text(
      schemeOptions.map((one) => [one.id, one.name, (one.childOptions ?? []).map((child) => [child.id, child.name])]),
    ),
    text(model.options.map((one) => [one.id, one.value, one.children.map((child) => [child.id, child.value])])),
  );
  if (model.bobMay) {
    const list = `/rest/jiracustomfieldeditorplugin/1/user/customfields/${at.number}/contexts/${at.context}/options`;
    const options = await read<EditorOption[]>(name, list, 'bob');
    const is = options.map(({ id, optionvalue, disabled }) => [id, optionvalue, disabled]);
    hold('Customfield Editor', text(is), text(model.options.map(shape)));
  }
  const defaults = await read<{ values: { optionId?: string; cascadingOptionId?: string }[] }>(
    name,
    `/rest/api/3/field/${at.field}/context/defaultValue`,
  );
  const [set] = defaults.values;
  const ids = [set?.optionId, set?.cascadingOptionId].filter((id) => id !== undefined).map(Number);
  hold('the default value', text(ids), text(model.defaultIds ?? []));
  return found;
}

function adopt(option: { id: number; value: string } | undefined, seen: JiraOption): void {
  if (option && option.id === undefined && option.value === seen.value) Object.assign(option, { id: Number(seen.id) });
}

function idsIn(body: unknown): number[] {
  const { options, id } = (body ?? {}) as { options?: { id: string }[]; id?: number };
  return options ? options.map((option) => Number(option.id)) : id === undefined ? [] : [id];
}

/** A request as a line of a test. */
function line(workspace: string, { as, method, path, body }: Step): string {
  const more = body === undefined ? '' : `, ${JSON.stringify(body)}`;
  return `await jira.${as}.${method.toLowerCase()}('/w/${workspace}${path}'${more});`;
}
