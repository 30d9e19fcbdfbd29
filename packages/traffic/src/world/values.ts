/** Without what is undefined. */
export function defined<T extends object>(given: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}

/** A number, where it is one or a text of one. */
export function number(value: unknown): number | undefined {
  const found = Number(value);
  return value === undefined || value === null || value === '' || Number.isNaN(found) ? undefined : found;
}
