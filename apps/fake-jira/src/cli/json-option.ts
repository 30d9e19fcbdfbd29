/** The option of every command that prints a list or a table. */
export interface JsonOption {
  readonly json?: boolean;
}

/** Prints a value as JSON, to be read by people and programs. */
export function printJson(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}
