import type { Caller } from '@fake-jira/target';

/**
 * The ids of all groups by name; Data Center has none. Where the picker gives fewer than there are, it is asked again without those that it gave:
 * no documented list of Data Center has pages. Cloud leaves out by id. Where a name has a comma, an instance may take
 * it for two: such a group is given again, and counts once.
 *
 * @param base - of Jira's own API
 */
export async function readGroups(caller: Caller, base: string): Promise<ReadonlyMap<string, string | undefined>> {
  const found = new Map<string, string | undefined>();
  for (;;) {
    const ids = [...found.values()].filter((id) => id !== undefined);
    const without = ids.length === found.size ? { excludeId: ids } : { exclude: [...found.keys()] };
    const { groups } = (await caller.get(`${base}/groups/picker`, {
      maxResults: 1000,
      ...(found.size === 0 ? {} : without),
    })) as { groups: { name: string; groupId?: string }[] };
    const before = found.size;
    for (const { name, groupId } of groups) found.set(name, groupId);
    if (found.size === before) return found;
  }
}
