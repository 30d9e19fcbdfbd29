/** Something about a target that stops the work. Its message has no secret in it. */
export class TargetError extends Error {
  override readonly name: string = 'TargetError';
}

/** Something cannot be made on a target, or changed: nothing that it has does that. */
export class TargetLacks extends TargetError {
  override readonly name = 'TargetLacks';
}

/** Nothing answers at the target's address. */
export class TargetUnreachable extends TargetError {
  override readonly name = 'TargetUnreachable';

  constructor(
    readonly url: string,
    readonly reason: string,
  ) {
    super(`${url} is not reachable: ${reason}.`);
  }
}

/** The target refuses what somebody signs in with. */
export class BadCredentials extends TargetError {
  override readonly name = 'BadCredentials';

  constructor(
    readonly role: string,
    readonly user: string | undefined,
    readonly status: number,
  ) {
    const who = user === undefined ? role : `${role} (${user})`;
    super(
      status === 403
        ? `The target lets the ${who} sign in, but not do this (403).`
        : `The target refuses the credentials of the ${who}: it answered ${status}.`,
    );
  }
}

/** An answer that was not to be expected. */
export class UnexpectedAnswer extends TargetError {
  override readonly name = 'UnexpectedAnswer';

  constructor(
    readonly method: string,
    readonly path: string,
    readonly status: number,
    readonly detail: string,
  ) {
    super(`${method} ${path} was answered with ${status}${detail === '' ? '' : `: ${detail}`}`);
  }
}

/** What cannot be read as credentials, with every mistake at once. Values are not repeated. */
export class CredentialsError extends TargetError {
  override readonly name = 'CredentialsError';

  constructor(
    source: string,
    readonly mistakes: readonly string[],
  ) {
    super(mistakes.map((mistake) => `${source}: ${mistake}`).join('\n'));
  }
}
