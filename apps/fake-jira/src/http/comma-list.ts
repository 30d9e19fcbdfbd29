/** The entries of a parameter that holds several with commas between them, and may be given several times. */
export function commaList(given: string | readonly string[] | undefined): string[] {
  return [given ?? []]
    .flat()
    .flatMap((text) => text.split(','))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** What an `orderBy` such as `-name` asks for. A plus reaches a server as a space where it was not encoded. */
export function orderOf(orderBy: string): { readonly by: string; readonly direction: 1 | -1 } {
  return { by: orderBy.replace(/^[-+ ]/, ''), direction: orderBy.startsWith('-') ? -1 : 1 };
}
