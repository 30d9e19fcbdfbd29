import type { Query, TargetAnswer, TargetRequest } from '../exchange.js';
import type { DefaultById } from './default-values.js';

/** A request of a provisioner. */
export interface ProvisionRequest extends TargetRequest {
  /** The operation that it is of, where a document has one. */
  readonly operation?: string;
}

/** Who asks for a provisioner: the administrator of a target, or somebody in their place who notes what is asked. */
export interface Asker {
  send(request: ProvisionRequest): Promise<TargetAnswer>;
  /** {@link send} where the response shall be 2xx or 303; throws where it is not. */
  succeed(request: ProvisionRequest): Promise<TargetAnswer>;
}

/** An id as it stands in addresses: of a field its number. */
export type Id = number | string;

export interface NewField {
  readonly name: string;
  /** Full key of the type. */
  readonly type: string;
  readonly description: string;
  /** Full key; absent or `null`: none is named. */
  readonly searcherKey?: string | null | undefined;
  /** Whether that is the usual one of the type, which Extender chooses itself; Jira takes none of an app's. */
  readonly usualSearcher?: boolean;
}

/** What the operations on contexts say at once. */
export interface ContextShape {
  readonly name: string;
  readonly description: string;
  /** None: all of them. */
  readonly projectIds: readonly Id[];
  /** None: all of them. */
  readonly issueTypeIds: readonly Id[];
}

/** A level of options. */
export interface OptionPlace {
  readonly fieldId: Id;
  /** Absent: the only one of the field, whose id the target does not show. */
  readonly contextId: Id | undefined;
  /** Above them; absent on the first level. */
  readonly parentId?: Id | undefined;
  /** How many are above them; as many as there have to be by default. */
  readonly depth?: number;
}

export interface NewOption {
  readonly value: string;
  readonly disabled: boolean;
}

export interface OptionOnTarget extends NewOption {
  readonly id: number;
}

/** New options of one level. */
export interface OptionGroup {
  readonly parentId?: Id | undefined;
  readonly depth?: number;
  readonly options: readonly NewOption[];
}

/** Who may use Customfield Editor: names. */
export interface Grantees {
  readonly users: readonly string[];
  readonly groups: readonly string[];
}

/** A default value that a context shall have; `null`: none. */
export interface ContextDefault {
  readonly contextId: Id;
  readonly value: DefaultById | null;
}

/** A field whose removal did not come to its end. */
export interface Unremoved {
  readonly fieldId: number;
  readonly reason: string;
}

/** What a target may lack. */
export type Capability =
  'contexts' | 'options' | 'deep options' | 'field changes' | 'trash' | 'grants' | 'default values of all types';

/**
 * Makes, changes and removes custom fields and what belongs to them, in the way in which a target lets that be done:
 * through Jira's Field API on Cloud; on Data Center through its own operations, Extender and Customfield Editor, as far
 * as they are there. What a step returns is there when it returns.
 *
 * @throws TargetLacks where nothing on the target does what is asked, and what the asker throws
 */
export interface Provisioner {
  /** Why the target cannot do something; `undefined`: it can. */
  lacks(what: Capability): string | undefined;
  /** @returns the number of its id */
  createField(field: NewField): Promise<number>;
  updateField(
    fieldId: Id,
    change: { readonly description?: string; readonly searcherKey?: string | null },
  ): Promise<void>;
  trashField(fieldId: Id): Promise<void>;
  /** Begins to remove a field; where that is a task, it may go on behind. One that is not there is removed. */
  removeField(fieldId: Id): Promise<void>;
  /** When everything that is being removed is gone; the fields of which that did not come, and why. */
  settled(): Promise<readonly Unremoved[]>;
  /**
   * The context of a new field for all projects: the one that it has, or one of this name.
   *
   * @returns `undefined` where it has none, and nothing makes or shows one
   */
  globalContext(fieldId: Id, name: string): Promise<number | undefined>;
  createContext(fieldId: Id, shape: ContextShape): Promise<number>;
  /** Makes a context that is one way another way; what neither says stays. */
  updateContext(fieldId: Id, contextId: Id, before: Partial<ContextShape>, after: Partial<ContextShape>): Promise<void>;
  deleteContext(fieldId: Id, contextId: Id): Promise<void>;
  /** Adds options behind those that are there. @returns those of each group, in its order */
  addOptions(
    place: Pick<OptionPlace, 'fieldId' | 'contextId'>,
    groups: readonly OptionGroup[],
  ): Promise<readonly (readonly OptionOnTarget[])[]>;
  setDisabled(place: OptionPlace, options: readonly { readonly id: Id; readonly disabled: boolean }[]): Promise<void>;
  /** Puts options of one level into this order, in front of all others. */
  orderOptions(place: OptionPlace, ids: readonly Id[]): Promise<void>;
  /** Does something for which a grant is needed on some targets: there the administrator has one for as long as it takes. */
  whileGranted<Result>(fieldId: Id, work: () => Promise<Result>): Promise<Result>;
  /** @param type - the kind of default value that the field has */
  setDefaults(
    field: { readonly id: Id; readonly optionLevels: number; readonly type: DefaultById['type'] },
    defaults: readonly ContextDefault[],
  ): Promise<void>;
  /** In place of those that were there. */
  setFieldGrants(fieldId: Id, grants: Grantees): Promise<void>;
  /** Those of all contexts of a field. */
  setContextGrants(fieldId: Id, contexts: readonly (Grantees & { readonly contextId: Id })[]): Promise<void>;
}

/** Short forms of what provisioners ask. */
export class Asking {
  constructor(readonly asker: Asker) {}

  /** The body of a response that shall be 2xx or 303. */
  async ask<Body = unknown>(method: string, path: string, body?: unknown, operation?: string): Promise<Body> {
    const request = { method, path, ...(body === undefined ? {} : { body }), ...(operation ? { operation } : {}) };
    return (await this.asker.succeed(request)).body as Body;
  }

  async get(path: string, query: Query = {}): Promise<unknown> {
    return (await this.asker.succeed({ method: 'GET', path, query })).body;
  }
}

export function keyOf(fieldId: Id): string {
  return `customfield_${fieldId}`;
}

/** The number in the id of a field. */
export function numberOf(id: Id): number {
  return Number(String(id).replace(/\D/g, ''));
}

/** A list in pieces of a size; the last one may be smaller. */
export function* chunks<Item>(list: readonly Item[], size: number): Iterable<readonly Item[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}
