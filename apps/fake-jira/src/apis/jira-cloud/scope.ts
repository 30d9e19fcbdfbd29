/** Where something of a team-managed project is valid; undefined for what is valid everywhere. */
export function scopeOf(projectId: number | undefined) {
  return projectId === undefined ? undefined : { type: 'PROJECT' as const, project: { id: String(projectId) } };
}

/** The identity of an issue type among those of all team-managed projects: a UUID, here made of its number. */
export function entityId(id: number): string {
  return `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`;
}
