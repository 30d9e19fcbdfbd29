import type { Root } from '@fake-jira/world';

/** How much there is in a world, for people. */
export function worldSize(root: Root): string {
  const count = (size: number, one: string) => `${size} ${one}${size === 1 ? '' : 's'}`;
  return [
    count(root.projects.size, 'project'),
    count(root.fields.size, 'custom field'),
    count(root.options.size, 'option'),
    count(root.issues.size, 'issue'),
  ].join(', ');
}
