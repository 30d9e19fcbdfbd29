/** Headers by their names in small letters; those that are given more than once in one. */
export function headersOf(pairs: Iterable<readonly [name: string, value: unknown]>): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of pairs) {
    const key = name.toLowerCase();
    const text = [value].flat().map(String).join(', ');
    headers[key] = headers[key] === undefined ? text : `${headers[key]}, ${text}`;
  }
  return headers;
}

/** Headers of a list of `{ name, value }`, as HAR, Polly and Postman write them. */
export function headersOfList(list: unknown, nameKey = 'name'): Record<string, string> {
  if (!Array.isArray(list)) return {};
  return headersOf(
    list.flatMap((entry: unknown): [string, unknown][] => {
      const { [nameKey]: name, value } = (entry ?? {}) as Record<string, unknown>;
      return typeof name === 'string' ? [[name, value]] : [];
    }),
  );
}
