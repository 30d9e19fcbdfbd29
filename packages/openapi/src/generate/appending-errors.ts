/**
 * Code that Ajv has generated, in which errors are appended to those there are: it copies all of them for each value
 * that has errors of its own, so that many wrong entries of a list take a time that grows with their square.
 */
export function appendingErrors(code: string): string {
  return code.replaceAll(
    /vErrors\.concat\(([\w.]+)\.errors\)/g,
    '($1.errors.forEach((error) => vErrors.push(error)), vErrors)',
  );
}
