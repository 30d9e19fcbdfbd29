import { exportWorldFile, type ContextEntry, type FieldEntry, type WorldFile } from '@fake-jira/fixtures';
import { buildWorld } from '@fake-jira/fixtures/build-world';
import { apply, capture, planOf, type Applied, type Captured, type Plan } from '@fake-jira/seeding';
import { detect, Target, type Credentials, type TargetExchange } from '@fake-jira/target';
import { fieldTypes, type Root } from '@fake-jira/world';
import { startFakeJira, type FakeJira, type FakeJiraOptions } from '../../src/index.js';

export const asAdministrator: Credentials = {
  roles: { administrator: { user: 'admin', password: 'admin' } },
  sandbox: { projects: [], issueTypes: [] },
};

/** The moment at which all of these worlds are. */
export const now = Date.UTC(2026, 0, 15);

const running = new Set<FakeJira>();
afterEach(async () => {
  await Promise.all([...running].map((jira) => jira.close().catch(() => undefined)));
  running.clear();
});

/** A fake on a socket of its own; it is closed when the test ends. */
export async function fake(options: FakeJiraOptions): Promise<FakeJira> {
  const jira = await startFakeJira({ clock: { now: () => now }, ...options });
  running.add(jira);
  return jira;
}

export function targetAt(url: string, onExchange?: (exchange: TargetExchange) => void): Target {
  return new Target({ url, credentials: asAdministrator, ...(onExchange ? { onExchange } : {}) });
}

/** Captures with ids and with pseudonyms, unless the options say otherwise. */
export async function captureFrom(
  url: string,
  options: { readonly ids?: boolean; readonly keepPersonalData?: boolean } = {},
): Promise<Captured> {
  const caller = targetAt(url).administrator;
  return capture({ caller, facts: await detect(caller), ids: true, keepPersonalData: false, ...options });
}

export async function planFor(url: string, file: WorldFile): Promise<Plan> {
  const caller = targetAt(url).administrator;
  return planOf(buildWorld(file, { now }), caller, await detect(caller));
}

export async function applyTo(url: string, file: WorldFile): Promise<Applied & { readonly plan: Plan }> {
  const target = targetAt(url);
  const caller = target.administrator;
  const facts = await detect(caller);
  const plan = await planOf(buildWorld(file, { now }), caller, facts);
  return { plan, ...(await apply(plan, { caller, facts, delay: target.delay })) };
}

/** The people, projects, issue types and screens of a file, and none of its custom fields. */
export function withoutFields(file: WorldFile): WorldFile {
  const { fields: _, issues: __, screens, ...rest } = exportWorldFile(buildWorld(file, { now }));
  return {
    ...rest,
    screens: (screens ?? []).map((screen) => ({
      ...screen,
      tabs: (screen.tabs ?? []).map((tab) => ({ ...tab, fields: (tab.fields ?? []).filter((id) => id === 'summary') })),
    })),
  };
}

/** The custom fields of a world by names only, in one order: what two worlds with other ids have in common. */
export function configurationOf(root: Root): readonly object[] {
  return byName((exportWorldFile(root).fields ?? []).map(fieldByNames));
}

/** The custom fields of a file, as {@link configurationOf} gives those of a world. */
export function configurationIn(file: WorldFile): readonly object[] {
  return byName((file.fields ?? []).map(fieldByNames));
}

// The members in one order, so that two of them can be compared as texts.
function fieldByNames(field: FieldEntry): FieldEntry {
  const { name, type, description, searcher, locked, appKey, appOptions, permissions, trashed, contexts } = field;
  return {
    name,
    type,
    ...(description === undefined ? {} : { description }),
    ...(searcher === undefined ? {} : { searcher }),
    ...(locked ? { locked } : {}),
    ...(appKey === undefined ? {} : { appKey }),
    ...(appOptions ? { appOptions } : {}),
    ...(permissions ? { permissions } : {}),
    ...(trashed ? { trashed: true } : {}),
    ...(contexts ? { contexts: byName(contexts.map(contextByNames)) } : {}),
  };
}

function contextByNames({ id: _, ...context }: ContextEntry): ContextEntry {
  const { name, description, unattached, permissions, default: value, options, issueTypes, projects } = context;
  return {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(unattached ? { unattached } : {}),
    ...(permissions ? { permissions } : {}),
    ...(value === undefined ? {} : { default: value }),
    ...(projects ? { projects: [...projects].sort() } : {}),
    ...(issueTypes ? { issueTypes: [...issueTypes].sort() } : {}),
    ...(options ? { options: options.map(optionByNames) } : {}),
  };
}

type Option = NonNullable<ContextEntry['options']>[number];

function optionByNames(option: Option): Option {
  if (typeof option === 'string') return { value: option };
  const { value, disabled, children } = option;
  return {
    value,
    ...(disabled ? { disabled } : {}),
    ...(children?.length ? { children: children.map(optionByNames) } : {}),
  };
}

/** An option with so many levels, itself among them. */
function ofLevels(option: Option, levels: number): Option {
  if (typeof option === 'string' || !option.children) return option;
  const { children, ...rest } = option;
  return levels === 1 ? rest : { ...rest, children: children.map((child) => ofLevels(child, levels - 1)) };
}

function byName<Named extends { readonly name?: string; readonly type?: string }>(list: readonly Named[]): Named[] {
  const key = (one: Named) => JSON.stringify([one.name, one.type, one]);
  return [...list].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

const ofTwoLevels = new Set(['select', 'multiselect', 'radiobuttons', 'multicheckboxes', 'cascadingselect']);

const withOptions = new Set(fieldTypes().flatMap(({ optionLevels, shortKey }) => (optionLevels > 0 ? [shortKey] : [])));

/**
 * What is left of a file's fields where nothing else can be made (docs/seeding.md): no locked fields, none of an
 * app's, no context for no project; on Cloud no searcher of an app; on Data Center no trash, no third level of
 * options, and grants and default values of fields with options only.
 */
export function makeable(file: WorldFile, profile: string): WorldFile {
  const cloud = profile !== 'data-center';
  const fields = exportWorldFile(buildWorld(file, { now })).fields ?? [];
  return {
    ...withoutFields(file),
    fields: fields
      .filter(({ locked, appKey, trashed }) => !locked && appKey === undefined && (cloud || !trashed))
      // Protected Fields is an app of Cloud, and nothing configures its collections.
      .filter(({ type }) => cloud || !type.startsWith('protected-'))
      .map(({ contexts = [], permissions, collection: _collection, ...field }) => ({
        ...field,
        ...(permissions && !cloud && withOptions.has(field.type) ? { permissions } : {}),
        ...(cloud && field.type === 'multi-level-cascading-select' ? { searcher: null } : {}),
        contexts: contexts
          .filter(({ unattached }) => !unattached)
          .map(({ default: value, permissions: onContext, options, ...context }) => ({
            ...context,
            ...(options ? { options: cloud ? options : options.map((option) => ofLevels(option, 2)) } : {}),
            ...(onContext && !cloud && withOptions.has(field.type) ? { permissions: onContext } : {}),
            ...(value !== undefined && (cloud || ofTwoLevels.has(field.type)) ? { default: value } : {}),
          })),
      })),
  };
}

/** The fields in which two configurations differ, a few of them: a whole world is too long to be shown. */
export function differences(actual: readonly object[], wanted: readonly object[]): readonly object[] {
  const texts = (list: readonly object[]) => new Set(list.map((one) => JSON.stringify(one)));
  const [have, want] = [texts(actual), texts(wanted)];
  const excerpt = (text: string) => ({ text: text.slice(0, 500) });
  return [
    ...[...want]
      .filter((text) => !have.has(text))
      .slice(0, 2)
      .map((text) => ({ missing: excerpt(text) })),
    ...[...have]
      .filter((text) => !want.has(text))
      .slice(0, 2)
      .map((text) => ({ unexpected: excerpt(text) })),
    ...(actual.length === wanted.length ? [] : [{ fields: actual.length, wanted: wanted.length }]),
  ];
}
