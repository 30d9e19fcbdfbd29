import { firstContextName, hasSomebody, type ContextState, type FieldState } from './field-state.js';

/**
 * Which of the target's contexts is which of the wanted ones: by name; of two with one name the first is the first.
 * A global one that is left is the global one, because there cannot be two.
 *
 * @param globalStays - whether what Jira made with the field, and nobody has used, cannot give way
 * @returns which was found for which, and what gives way
 */
export function matchContexts(
  wanted: FieldState,
  there: readonly ContextState[],
  globalStays: boolean,
): { readonly found: ReadonlyMap<ContextState, ContextState>; readonly spare: readonly ContextState[] } {
  const left = [...there];
  const found = new Map<ContextState, ContextState>();
  const take = (context: ContextState, fits: (one: ContextState) => boolean) => {
    const at = left.findIndex(fits);
    if (at >= 0) found.set(context, left.splice(at, 1)[0] as ContextState);
  };
  for (const context of wanted.contexts) take(context, ({ name }) => name === context.name);
  const missing = () => wanted.contexts.filter((context) => !found.has(context));
  for (const context of missing()) if (context.global) take(context, ({ global }) => global);
  // Jira made it with the field, and nobody has used it since.
  const first = firstContextName(wanted.name);
  const isSpare = (context: ContextState) =>
    context.name === first &&
    context.global &&
    context.options.length === 0 &&
    !context.default &&
    !hasSomebody(context.grants);
  const [next] = missing();
  if (next && !globalStays) take(next, isSpare);
  return { found, spare: globalStays ? [] : left.filter(isSpare) };
}
