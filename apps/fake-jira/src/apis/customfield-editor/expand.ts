/** What is to be shown beside the usual; names that an operation does not know are passed over. */
export function expandOf({ expand = '' }: { readonly expand?: string }): readonly string[] {
  return expand.split(',').map((name) => name.trim());
}
