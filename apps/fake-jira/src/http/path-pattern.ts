/**
 * A pattern for paths as a test: `*` stands for anything within a segment, `**` for anything at all. What follows a `?`
 * in a path is not looked at.
 *
 * @example pathPattern('/rest/api/3/field/*')('/rest/api/3/field/customfield_10000?expand=x'); // true
 */
export function pathPattern(pattern: string): (path: string) => boolean {
  const source = pattern.replace(/\*\*|\*|[\\^$.+?()[\]{}|]/g, (found) =>
    found === '**' ? '.*' : found === '*' ? '[^/]*' : `\\${found}`,
  );
  const expression = new RegExp(`^${source}$`);
  return (path) => expression.test(path.split('?', 1)[0] as string);
}
