/** A moment as Jira writes it: `2022-10-06T07:32:47.000+0000`, in UTC. */
export function timestamp(at: number): string {
  return new Date(at).toISOString().replace('Z', '+0000');
}
