/** Text of several lines: plain, or as a document in Atlassian Document Format, as it was written. */
export type RichText = { readonly text: string } | { readonly document: Readonly<Record<string, unknown>> };

/** The value of a custom field. */
export type PlainFieldValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'rich-text'; readonly content: RichText }
  | { readonly kind: 'number'; readonly number: number }
  /** `yyyy-MM-dd` */
  | { readonly kind: 'date'; readonly date: string }
  /** Milliseconds since 1970 (UTC). */
  | { readonly kind: 'datetime'; readonly at: number }
  | { readonly kind: 'labels'; readonly labels: readonly string[] }
  | { readonly kind: 'option'; readonly optionId: number }
  | { readonly kind: 'options'; readonly optionIds: readonly number[] }
  /** The chain from the first level down. */
  | { readonly kind: 'cascade'; readonly optionIds: readonly number[] }
  | { readonly kind: 'app-option'; readonly optionId: number }
  | { readonly kind: 'user'; readonly accountId: string }
  | { readonly kind: 'users'; readonly accountIds: readonly string[] }
  /** Names of groups. */
  | { readonly kind: 'group'; readonly name: string }
  | { readonly kind: 'groups'; readonly names: readonly string[] }
  | { readonly kind: 'project'; readonly projectId: number }
  | { readonly kind: 'version'; readonly versionId: number }
  | { readonly kind: 'versions'; readonly versionIds: readonly number[] }
  | { readonly kind: 'strings'; readonly values: readonly string[] }
  | { readonly kind: 'object'; readonly object: Readonly<Record<string, unknown>> };

/** The value of an encrypted field as the world keeps it: only who has the installation's key can open it. */
export interface SealedValue {
  readonly kind: 'sealed';
  readonly sealed: string;
}

/** The value of a custom field in an issue. */
export type FieldValue = PlainFieldValue | SealedValue;

export type FieldValueKind = PlainFieldValue['kind'];

/** The options, of a context or of an app, that a value consists of. */
export function optionIdsOf(value: FieldValue): readonly number[] {
  switch (value.kind) {
    case 'option':
    case 'app-option':
      return [value.optionId];
    case 'options':
    case 'cascade':
      return value.optionIds;
    default:
      return [];
  }
}
