import { versions } from '@fake-jira/profile';
import type { TargetFacts } from '@fake-jira/target';
import { profileFor } from './editor.js';
import {
  emptyContext,
  firstContextName,
  shapeOf,
  type ContextShape,
  type ContextState,
  type FieldState,
} from './field-state.js';
import { matchContexts } from './match-contexts.js';
import type { LeftOut } from './wanted.js';

/** Whether the context for all projects of a field stays as it is: on Cloud since April 2026 (CHANGE-3019). */
export function globalStays(facts: TargetFacts): boolean {
  return versions(profileFor(facts)).jira.cloudSince('2026-04');
}

/** What a context that is there can become of what is wanted: one for all projects that stays keeps its reach. */
export function possibleShape(before: ContextState, wanted: ContextShape, stays: boolean): ContextShape {
  if (!stays || !before.global) return shapeOf(wanted);
  const issueTypes = before.issueTypes.length === 0 ? [] : wanted.issueTypes;
  return { ...shapeOf(wanted), global: true, projects: [], issueTypes };
}

const why = 'a Cloud since April 2026 neither removes nor narrows the context for all projects';

/** What of a field cannot be made because its context for all projects stays. */
export function leftByGlobalContext(wanted: FieldState, found: FieldState | undefined): LeftOut[] {
  if (wanted.trashed && found?.trashed) return [];
  const there = found?.contexts ?? [madeWithTheField(wanted)];
  const of = (name: string) => `context "${name}" of "${wanted.name}"`;
  const matched = matchContexts(wanted, there, true).found;
  const narrowed = [...matched].flatMap(([context, before]): LeftOut[] => {
    const { global, issueTypes } = possibleShape(before, context, true);
    const isAsWanted = global === context.global && issueTypes.length === context.issueTypes.length;
    return isAsWanted ? [] : [{ what: `projects and issue types of ${of(context.name)}`, why }];
  });
  const kept = new Set(matched.values());
  const removed = there
    .filter((context) => context.global && context.name === firstContextName(wanted.name) && !kept.has(context))
    .map(({ name }): LeftOut => ({ what: `the end of ${of(name)}`, why }));
  return [...narrowed, ...removed];
}

/** The context that Jira makes with a field. */
function madeWithTheField({ name }: FieldState): ContextState {
  const shape = { name: firstContextName(name), description: '', global: true, projects: [], issueTypes: [] };
  return { ...emptyContext(shape), id: '' };
}
