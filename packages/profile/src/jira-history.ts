/**
 * Versions of Data Center with which something changes that the fake has, in their order: create metadata in pages
 * (8.4), what Extender counts in issues (8.16), the end of the old create metadata (9.0), the options of a field (10.3).
 * `docs/jira-version-history.md` has more on each.
 */
export const dataCenterVersions = ['8.4', '8.16', '9.0', '10.3'] as const;

/** A version of Data Center that changes something. */
export type DataCenterVersion = (typeof dataCenterVersions)[number];

/**
 * Months from which Cloud, which has no versions, is otherwise, in their order: the old create metadata is deprecated
 * (2024-06), the old search is gone (2025-10), the global context of a field stays as it is (2026-04).
 */
export const cloudMonths = ['2024-06', '2025-10', '2026-04'] as const;

/** A month that changes something on Cloud. */
export type CloudMonth = (typeof cloudMonths)[number];

/** Whether a text is a month of Cloud, or a day: `2026-05`, `2026-05-31`. */
export function isCloudDate(text: string): boolean {
  return /^\d{4}-\d{2}(-\d{2})?$/.test(text) && new Date(text).toJSON()?.startsWith(text) === true;
}
