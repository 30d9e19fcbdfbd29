/** Jira has refused what it was asked: the message has its sentences. */
export class RefusedByJira extends Error {
  override readonly name = 'RefusedByJira';
  readonly status: number;
  /** The body of its answer. */
  readonly error: unknown;

  constructor({ status, url }: Pick<Response, 'status' | 'url'>, error: unknown) {
    const said = typeof error === 'string' ? error : JSON.stringify(error);
    // Without its query, which can have a token.
    const { pathname } = new URL(url);
    super(`${pathname}: Jira answered ${status}${said === undefined || said === '' ? '' : `: ${said}`}`);
    this.status = status;
    this.error = error;
  }
}

/** What a call gives, as far as it is looked at here. */
interface Answered {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** The type of `data` where Jira has done what it was asked. */
type DataOf<Result extends Answered> = Result extends { readonly error?: never; readonly data: infer Data }
  ? Data
  : never;

/**
 * What Jira has answered, where it has done what it was asked.
 *
 * @throws RefusedByJira
 * @example const { id } = dataOf(await jira.createCustomField({ body: { name: 'Team', type: select } }));
 */
export function dataOf<Result extends Answered>({ data, error, response }: Result): DataOf<Result> {
  if (!response.ok) throw new RefusedByJira(response, error);
  return data as DataOf<Result>;
}
