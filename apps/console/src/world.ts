import { signal } from '@preact/signals';
import { control, person, type Person } from './fake.js';

/** What the console reads of a world file. `world.schema.json` has all of it. */
export interface Option {
  readonly value: string;
  readonly id: number;
  readonly disabled?: boolean;
  readonly children?: readonly Option[];
}

export interface Grants {
  readonly users?: readonly string[];
  readonly groups?: readonly string[];
}

export interface Context {
  readonly name: string;
  readonly id: number;
  readonly description?: string;
  readonly projects?: readonly string[];
  readonly issueTypes?: readonly string[];
  readonly options?: readonly Option[];
  readonly default?: unknown;
  readonly permissions?: Grants;
}

export interface Field {
  readonly name: string;
  readonly id: number;
  readonly type: string;
  readonly description?: string;
  readonly trashed?: unknown;
  readonly permissions?: Grants;
  readonly contexts?: readonly Context[];
}

export interface Named {
  readonly name: string;
  readonly id: number;
}

export interface World {
  readonly fields?: readonly Field[];
  readonly projects?: readonly (Named & { readonly key: string; readonly issueTypes?: readonly string[] })[];
  readonly issueTypes?: readonly Named[];
  readonly screens?: readonly (Named & {
    readonly tabs?: readonly (Named & { readonly fields?: readonly string[] })[];
  })[];
  readonly issues?: readonly Issue[];
}

export interface Issue {
  readonly key: string;
  readonly type: string;
  readonly summary: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

export interface Info {
  readonly version: string;
  readonly workspace: string;
  readonly url: string;
  readonly profile: { readonly name: string; readonly jira: { readonly deployment: string } };
  readonly counts: Readonly<Record<string, number>>;
  readonly credentials: readonly Person[];
}

export const info = signal<Info | undefined>(undefined);
export const world = signal<World | undefined>(undefined);

export async function readInfo(): Promise<void> {
  info.value = await control<Info>('info');
  const { credentials } = info.value;
  person.value = credentials.find(({ name }) => name === person.value?.name) ?? credentials[0];
}

export async function readWorld(): Promise<void> {
  world.value = await control<World>('world');
}

export const keyOf = ({ id }: Field) => `customfield_${id}`;

/** How many options a context has, those below others included. */
export function optionCount(options: readonly Option[] = []): number {
  return options.reduce((sum, { children }) => sum + 1 + optionCount(children), 0);
}
