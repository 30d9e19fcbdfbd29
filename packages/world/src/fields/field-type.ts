import type { DefaultValueType } from '../core/default-value-kinds.js';
import type { FieldValueKind } from '../core/field-values.js';

/** Who brings a type of field: Jira itself, an app of Cloud by either framework, or an app that has a part of its own. */
export type FieldTypeOrigin = 'jira' | 'forge' | 'connect' | 'multi-level-cascading-select' | 'protected-fields';

export interface FieldType {
  /** Full key, as the APIs write it. */
  readonly key: string;
  /** Key without the module, as world files may write it. */
  readonly shortKey: string;
  readonly origin: FieldTypeOrigin;
  /** What people call it, where a document says so. */
  readonly name?: string;
  /** `type` and `items` of the field's schema. */
  readonly schema: { readonly type: string; readonly items?: string };
  /** Full keys of the searchers that a field of the type may have, the usual one first. */
  readonly searcherKeys: readonly string[];
  /** What a value is. That of an encrypted field is sealed in the world, and this when it is opened. */
  readonly valueKind: FieldValueKind;
  readonly defaultValueType: DefaultValueType | null;
  /** Levels of options a context of the type can have; 0: none; Infinity: any number. */
  readonly optionLevels: number;
  /** Of the types of the app Protected Fields: whether their values are sealed. Only that app's API writes them. */
  readonly protection?: 'encrypted' | 'unencrypted';
}
