/** An id as a caller gives it: a number, or its digits. Anything else names nothing. */
export type Id = number | string;

/** No record has this id. Not NaN: that is neither below nor above any key of a table, and so would be found. */
const nothing = -1;

/** The number behind an id; for anything that is none, a number that no record has. */
export function idNumber(id: Id): number {
  if (typeof id === 'number') return Number.isSafeInteger(id) ? id : nothing;
  return /^\d{1,15}$/.test(id) ? Number(id) : nothing;
}

/** `customfield_10000` for 10000. */
export function customFieldId(id: number): string {
  return `customfield_${id}`;
}

/** The entries that stand more than once, each once. */
export function repeated<Item>(items: readonly Item[]): Item[] {
  const seen = new Set<Item>();
  const twice = new Set<Item>();
  for (const item of items) (seen.has(item) ? twice : seen).add(item);
  return [...twice];
}
