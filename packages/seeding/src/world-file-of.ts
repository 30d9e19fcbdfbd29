import type {
  AppOptionEntry,
  AttributeEntry,
  ContextEntry,
  FieldEntry,
  OptionEntry,
  PermissionsEntry,
  ProjectEntry,
  ScreenEntry,
  ValueEntry,
  WorldFile,
} from '@fake-jira/fixtures';
import { builtInModule, findFieldType, findSystemField } from '@fake-jira/world';
import type { ContextState, DefaultState, FieldState, Grantees, OptionState } from './field-state.js';
import type { Places } from './places.js';
import { partEntries } from './project-parts.js';
import type { Cast } from './pseudonyms.js';
import type { ProjectState } from './read-projects.js';
import type { ScreenState } from './read-screens.js';
import { isAboutUsers, type LeftOut } from './wanted.js';

/** An option of an app, as Jira's Field API shows it. */
export interface AppOptionJson {
  readonly id: number;
  readonly value: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly config?: {
    readonly attributes?: readonly AttributeEntry[];
    readonly scope?: {
      readonly global?: { readonly attributes?: readonly AttributeEntry[] };
      readonly projects2?: readonly { readonly id: number | string; readonly attributes?: readonly AttributeEntry[] }[];
    };
  };
}

/** All that was read of a target. */
export interface Reading {
  readonly places: Places;
  readonly groups: readonly string[];
  readonly projects: readonly ProjectState[];
  readonly screens: readonly ScreenState[];
  readonly fields: readonly FieldState[];
  readonly appOptions: ReadonlyMap<string, readonly AppOptionJson[]>;
  readonly cast: Cast;
}

/** Writes what was read as a world file, shortest form first: what is as by default is left out. */
export function worldFileOf(
  reading: Reading,
  { ids }: { readonly ids: boolean },
): { readonly file: WorldFile; readonly leftOut: readonly LeftOut[] } {
  const writing = new Writing(reading, ids);
  const file = writing.file();
  return { file, leftOut: [...writing.leftOut, ...writing.hidden()] };
}

class Writing {
  readonly leftOut: LeftOut[] = [];

  constructor(
    readonly reading: Reading,
    readonly ids: boolean,
  ) {}

  file(): WorldFile {
    const { cast, groups, places, projects, screens, fields } = this.reading;
    return {
      complete: true,
      groups,
      users: cast.users,
      projects: projects.map((project) => this.#project(project)),
      issueTypes: places.issueTypes.map(({ id, name, description, subtask }) => ({
        name,
        ...this.#id(Number(id)),
        ...(description === '' ? {} : { description }),
        ...(subtask ? { subtask } : {}),
      })),
      ...(screens.length === 0 ? {} : { screens: this.#screens() }),
      fields: fields.map((field) => this.#field(field)),
    };
  }

  /** How many default values of select lists the target does not show. */
  #hiddenDefaults = 0;

  hidden(): LeftOut[] {
    const count = this.#hiddenDefaults;
    if (count === 0) return [];
    const why = 'the target shows it only to who has a grant in Customfield Editor';
    return [{ what: `the default value, if any, of ${count} context${count === 1 ? '' : 's'} with options`, why }];
  }

  #id(id: number, always = false): { id?: number } {
    return this.ids || always ? { id } : {};
  }

  #project({ id, key, name, description, type, lead, issueTypes, versions, components }: ProjectState): ProjectEntry {
    const { cast, places } = this.reading;
    const leadName = cast.names.get(lead ?? '');
    const all = issueTypes.length === places.issueTypes.length;
    return {
      key,
      ...this.#id(id),
      name,
      ...(description === '' ? {} : { description }),
      ...(leadName === undefined ? {} : { lead: leadName }),
      ...(type === 'software' ? {} : { type: type as NonNullable<ProjectEntry['type']> }),
      ...(all ? {} : { issueTypes: issueTypes.filter((name) => places.issueTypeIds.has(name)) }),
      ...partEntries(
        { versions, components },
        { id: (number) => this.#id(number), person: (identity) => cast.names.get(identity) },
      ),
    };
  }

  #screens(): ScreenEntry[] {
    const known = new Map(this.reading.fields.filter(({ trashed }) => !trashed).map((field) => [field.id, field]));
    const names = new Set<string>();
    return this.reading.screens.flatMap(({ id, name, description, tabs }): ScreenEntry[] => {
      if (names.has(name)) {
        this.leftOut.push({ what: `screen "${name}" (${id})`, why: 'another screen has that name' });
        return [];
      }
      names.add(name);
      return [
        {
          name,
          ...this.#id(id),
          ...(description === '' ? {} : { description }),
          tabs: tabs.map((tab) => ({
            name: tab.name,
            ...this.#id(tab.id),
            fields: tab.fields.flatMap((fieldId) => {
              const field = known.get(fieldId);
              if (field) return this.#nameOf(field);
              return findSystemField(fieldId)?.orderable ? fieldId : [];
            }),
          })),
        },
      ];
    });
  }

  /** How the file names a field: by its name, where that means one field and nothing else. */
  #nameOf({ id, name }: FieldState): string {
    const clear = !this.#isAmbiguous(name) && !findSystemField(name) && !/^customfield_\d+$/.test(name);
    return clear ? name : id;
  }

  #names: ReadonlyMap<string, number> | undefined;

  #isAmbiguous(name: string): boolean {
    this.#names ??= counts(this.reading.fields.map((field) => field.name));
    return (this.#names.get(name) ?? 0) > 1;
  }

  #field(field: FieldState): FieldEntry {
    const { id, name, type, description, searcher, locked, trashed, appKey, grants, contexts } = field;
    const known = findFieldType(type);
    const number = Number(id.replace('customfield_', ''));
    const usual = known?.searcherKeys[0] ?? null;
    const names = counts(contexts.map((context) => context.name));
    return {
      name,
      type: known?.shortKey ?? type,
      // On a screen an unclear name is replaced by the id.
      ...this.#id(number, this.#isAmbiguous(name) || this.#nameOf(field) !== name),
      ...(description === '' ? {} : { description }),
      ...(searcher === undefined || searcher === usual ? {} : { searcher: searcher && shortKeyOf(searcher) }),
      ...(locked ? { locked } : {}),
      ...(trashed ? { trashed } : {}),
      ...(appKey === undefined ? {} : { appKey }),
      ...this.#appOptions(id),
      ...this.#permissions(grants),
      ...(trashed
        ? {}
        : { contexts: contexts.map((context) => this.#context(field, context, (names.get(context.name) ?? 0) > 1)) }),
    };
  }

  #appOptions(fieldId: string): { appOptions?: AppOptionEntry[] } {
    const options = this.reading.appOptions.get(fieldId) ?? [];
    if (options.length === 0) return {};
    return { appOptions: options.map((option) => this.#appOption(option)) };
  }

  #appOption({ id, value, properties = {}, config = {} }: AppOptionJson): AppOptionEntry {
    const { attributes = [], scope } = config;
    const projects = (scope?.projects2 ?? []).flatMap(
      (one): (string | { key: string; attributes: readonly AttributeEntry[] })[] => {
        const key = this.reading.places.projectKeys.get(String(one.id));
        if (key === undefined) return [];
        return one.attributes?.length ? [{ key, attributes: one.attributes }] : [key];
      },
    );
    const global = scope?.global && (scope.global.attributes?.length ? { attributes: scope.global.attributes } : true);
    return {
      value,
      id,
      ...(Object.keys(properties).length === 0 ? {} : { properties }),
      ...(attributes.length === 0 ? {} : { attributes }),
      ...(projects.length === 0 && global === true
        ? {}
        : { scope: { ...(global === undefined ? {} : { global }), ...(projects.length === 0 ? {} : { projects }) } }),
    };
  }

  #permissions(grants: Grantees | null): { permissions?: PermissionsEntry } {
    if (!grants) return {};
    const { cast, groups } = this.reading;
    // A grant can be left over from somebody who is gone.
    const users = grants.users.flatMap((name) => cast.byName.get(name.toLowerCase()) ?? []);
    const known = grants.groups.filter((group) => groups.includes(group));
    if (users.length + known.length === 0) return {};
    return {
      permissions: {
        ...(users.length === 0 ? {} : { users: users.sort() }),
        ...(known.length === 0 ? {} : { groups: [...known].sort() }),
      },
    };
  }

  #context(field: FieldState, context: ContextState, idNeeded: boolean): ContextEntry {
    const { id, name, description, global, projects, issueTypes, options, grants } = context;
    const value = this.#default(field, context);
    return {
      name,
      ...this.#id(Number(id), idNeeded),
      ...(description === '' ? {} : { description }),
      ...(projects.length === 0 ? {} : { projects }),
      ...(issueTypes.length === 0 ? {} : { issueTypes }),
      ...(!global && projects.length === 0 ? { unattached: true } : {}),
      ...this.#permissions(grants),
      ...(options.length === 0 ? {} : { options: options.map((option) => this.#option(option)) }),
      ...(value === undefined ? {} : { default: value }),
    };
  }

  #option({ id, value, disabled, children }: OptionState): string | OptionEntry {
    if (!this.ids && !disabled && children.length === 0) return value;
    return {
      value,
      ...this.#id(Number(id)),
      ...(disabled ? { disabled } : {}),
      ...(children.length === 0 ? {} : { children: children.map((child) => this.#option(child)) }),
    };
  }

  #default(field: FieldState, context: ContextState): ValueEntry | undefined {
    const { default: state } = context;
    if (state === null) return undefined;
    const what = `default value of "${context.name}" of "${field.name}"`;
    const leaveOut = (why: string) => void this.leftOut.push({ what, why });
    if (state === undefined) {
      if (findFieldType(field.type)?.optionLevels) this.#hiddenDefaults++;
      return undefined;
    }
    const names = this.#namesIn(state, context);
    if (names === undefined) return leaveOut('it names what the file cannot name, or somebody who is gone');
    return names;
  }

  #namesIn(state: DefaultState, context: ContextState): ValueEntry | undefined {
    const { cast, projects } = this.reading;
    const each = (find: (text: string) => string | undefined) => {
      if (!Array.isArray(state.value)) return find(state.value as string);
      const found = (state.value as string[]).map(find);
      return found.every((one) => one !== undefined) ? found : undefined;
    };
    if (isAboutUsers(state)) return each((identity) => cast.names.get(identity));
    if (!state.type.startsWith('version.')) return state.value as ValueEntry;
    return each((version) => {
      const [key = '', name = ''] = version.split(/\/(.*)/s);
      if (!context.global) return context.projects.includes(key) && !twice(name, context.projects) ? name : undefined;
      return twice(
        name,
        projects.map((project) => project.key),
      )
        ? undefined
        : name;
    });
    // Of several projects with a version of that name the file could not say which is meant.
    function twice(name: string, keys: readonly string[]): boolean {
      const having = projects.filter(
        ({ key, versions }) => keys.includes(key) && versions.some((version) => version.name === name),
      );
      return having.length > 1;
    }
  }
}

function counts(names: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  return found;
}

function shortKeyOf(searcher: string): string {
  return searcher.startsWith(`${builtInModule}:`) ? searcher.slice(builtInModule.length + 1) : searcher;
}
