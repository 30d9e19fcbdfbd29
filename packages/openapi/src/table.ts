import type { Base } from './document/bases.js';
import type { JsonObject } from './document/types.js';
import { registry } from './generated/registry.js';
import type { OperationId } from './generated/registry.js';
import type { ErrorOutcome, Operation } from './operation.js';

/** A document of `specs/`, by its file name without the ending. */
export type ApiName = keyof typeof registry;

/** Around the sentence of an error that names a property (`x-error-form`). */
export interface ErrorForm {
  readonly message: string;
  readonly subCode: number;
}

/** A type of fields whose options an API can edit (`x-field-types`). */
export interface FieldTypeName {
  /** As the API calls it. */
  readonly name: string;
  /** Jira's key; absent where no document has it. */
  readonly key?: string;
}

/** An operation as it is stored: its errors as a number in the list of the table. */
export type PackedOperation = Omit<Operation, 'errors' | 'api'> & { readonly errors: number };

/** The light part of a document, as it is generated: without schemas, and nothing written twice. */
export interface PackedTable {
  readonly operations: readonly PackedOperation[];
  /** Lists of outcomes by rule code, as numbers in `outcomes`. */
  readonly errors: readonly Readonly<Record<string, readonly number[]>>[];
  readonly defaultErrors: Readonly<Record<string, readonly number[]>>;
  readonly outcomes: readonly ErrorOutcome[];
  readonly bases: readonly (Base & JsonObject)[];
  readonly documentBase: string | undefined;
  readonly errorForm: ErrorForm | undefined;
  readonly fieldTypes: readonly (FieldTypeName & JsonObject)[];
  /** The operations whose requests can have another form in some profile. */
  readonly formDependsOnProfile: readonly string[];
}

/** The light part of a document. */
export interface Table extends Omit<PackedTable, 'operations' | 'errors' | 'defaultErrors' | 'formDependsOnProfile'> {
  readonly operations: readonly Operation<OperationId>[];
  readonly defaultErrors: Readonly<Record<string, readonly ErrorOutcome[]>>;
  readonly formDependsOnProfile: ReadonlySet<string>;
}

const tables = new Map<ApiName, Table>();

/** The light part of an API's document, read at its first use. */
export function tableOf(api: ApiName): Table {
  const known = tables.get(api);
  if (known !== undefined) return known;
  const table = unpacked(api, JSON.parse(registry[api]) as PackedTable);
  tables.set(api, table);
  return table;
}

function unpacked(api: ApiName, { operations, errors, defaultErrors, ...rest }: PackedTable): Table {
  const outcomesOf = (list: Readonly<Record<string, readonly number[]>>): Record<string, ErrorOutcome[]> =>
    Object.fromEntries(
      Object.entries(list).map(([code, numbers]) => [code, numbers.map((number) => rest.outcomes[number]!)]),
    );
  const shared = errors.map(outcomesOf);
  return {
    ...rest,
    operations: operations.map((one) => ({
      api,
      ...one,
      operationId: one.operationId as OperationId,
      errors: shared[one.errors]!,
    })),
    defaultErrors: outcomesOf(defaultErrors),
    formDependsOnProfile: new Set(rest.formDependsOnProfile),
  };
}
