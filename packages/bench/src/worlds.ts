import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A world file as these benchmarks need it: what else it could have, its schema says. */
interface World {
  readonly users: readonly object[];
  readonly projects: readonly object[];
  readonly screens?: readonly object[];
  readonly fields: readonly object[];
  readonly issueTypes?: readonly object[];
  readonly issues?: readonly object[];
}

const administrator = {
  name: 'admin',
  email: 'admin@example.com',
  groups: ['jira-system-administrators', 'jira-administrators'],
};

const values = (count: number) => Array.from({ length: count }, (_, i) => `Option ${i + 1}`);

/** Fields of which every second one has "alpha" in its name; select lists with three options each. */
export function fieldsWorld(count: number): World {
  return {
    users: [administrator],
    projects: [{ key: 'TEST' }],
    fields: Array.from({ length: count }, (_, i) => ({
      name: `Field ${i % 2 === 0 ? 'alpha' : 'beta'} ${String((i * 7919) % count).padStart(6, '0')}`,
      type: 'select',
      description: `The field number ${i}`,
      contexts: [{ options: values(3) }],
    })),
  };
}

/** One select list, with so many options in its one context. */
export function optionsWorld(count: number): World {
  return {
    users: [administrator],
    projects: [{ key: 'TEST' }],
    fields: [{ name: 'List', type: 'select', contexts: [{ options: values(count) }] }],
  };
}

/** Select lists on the screen of one project, with so many options in all. */
export function screenWorld(fields: number, options: number): World {
  const names = Array.from({ length: fields }, (_, i) => `List ${i + 1}`);
  return {
    users: [administrator],
    projects: [{ key: 'TEST' }],
    screens: [{ name: 'Default Screen', tabs: [{ name: 'Fields', fields: ['summary', ...names] }] }],
    fields: names.map((name) => ({
      name,
      type: 'select',
      contexts: [{ options: values(Math.round(options / fields)) }],
    })),
  };
}

/** So many select lists with so many options in all. */
export function bigWorld(fields: number, options: number): World {
  const { screens: _, ...world } = screenWorld(fields, options);
  return world;
}

/** So many issues, of which so many have the first option of a list and all others the second one. */
export function issuesWorld(count: number, first: number): World {
  return {
    users: [administrator],
    issueTypes: [{ name: 'Task' }],
    projects: [{ key: 'TEST' }],
    fields: [{ name: 'List', type: 'select', contexts: [{ options: values(2) }] }],
    issues: Array.from({ length: count }, (_, i) => ({
      project: 'TEST',
      type: 'Task',
      summary: `Issue ${i + 1}`,
      fields: { List: i < first ? 'Option 1' : 'Option 2' },
    })),
  };
}

/** Writes a world file. @returns its path */
export function written(world: World, name: string, scratch: string): string {
  const path = join(scratch, `${name}.json`);
  writeFileSync(path, JSON.stringify(world));
  return path;
}
