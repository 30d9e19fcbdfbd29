import type { Id } from '../core/ids.js';
import { idNumber } from '../core/ids.js';
import type { Project, Root, Screen } from '../core/root.js';

/**
 * By which schemes projects have their screens. A project of the world has one screen for all issue types and all that is
 * done with an issue, so that a screen stands for the screen scheme that has it alone, and for the issue type screen
 * scheme that has that one alone: both have its id.
 */
export interface ScreenScheme {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly screenId: number;
}

/** The screen schemes, in the order of their ids. */
export function screenSchemes(root: Root): ScreenScheme[] {
  return schemes(root, 'Screen Scheme', 'Default Screen Scheme');
}

/** The issue type screen schemes, in the order of their ids. */
export function issueTypeScreenSchemes(root: Root): ScreenScheme[] {
  return schemes(root, 'Issue Type Screen Scheme', 'The default issue type screen scheme');
}

/** The projects of which the ids are given, by the issue type screen scheme that they have. */
export function projectsByScreenScheme(root: Root, ids: readonly Id[]): [ScreenScheme, Project[]][] {
  const wanted = new Set(ids.map(idNumber));
  const projects = [...wanted].flatMap((id) => root.projects.get(id) ?? []).filter(({ teamManaged }) => !teamManaged);
  return issueTypeScreenSchemes(root).flatMap((scheme) => {
    const its = projects.filter(({ screenId }) => screenId === scheme.screenId);
    return its.length === 0 ? [] : [[scheme, its] as [ScreenScheme, Project[]]];
  });
}

function schemes(root: Root, kind: string, ofDefault: string): ScreenScheme[] {
  const byDefault = root.screens.minKey();
  const used = new Set(
    [...root.projects.values()].filter(({ teamManaged }) => !teamManaged).map((one) => one.screenId),
  );
  return [...root.screens.values()]
    .filter(({ id }) => id === byDefault || used.has(id))
    .map(({ id, name }: Screen) => ({
      id,
      name: id === byDefault ? `Default ${kind}` : `${name.replace(/ Screen$/, '')} ${kind}`,
      description: id === byDefault ? ofDefault : '',
      screenId: id,
    }));
}
