import { ProfileError, nearest, type Profile, type ProfileMistake } from '@fake-jira/profile';
import { baseOf } from './document/own-paths.js';
import type { OperationId } from './generated/registry.js';
import type { Operation } from './operation.js';
import { operations } from './operations.js';
import { bases, servedOperations } from './served.js';

/** The API whose operations can have addresses of their own: those of the others are documented. */
const api = 'customfield-editor';

/**
 * What is wrong with the addresses that a profile has for operations: an address is one of an operation that the
 * profile has, below its base, with the operation's variables in their order, and no other operation's.
 */
export function addressMistakes(profile: Profile): ProfileMistake[] {
  const given = Object.entries(profile.addresses ?? {});
  if (given.length === 0) return [];
  const served = servedOperations(api, profile);
  const here = operations(api, profile).filter(({ operationId }) => served.has(operationId));
  return given.flatMap(([id, address]) => {
    const message = mistakeOf(id, address, profile, here);
    return message === undefined ? [] : [{ path: `addresses["${id}"]`, message }];
  });
}

/**
 * Checks the addresses of a profile.
 *
 * @returns the profile
 * @throws {ProfileError} with every mistake at once
 * @example checkAddresses(parseProfile(parse(readFileSync('our-jira.yaml', 'utf8'))))
 */
export function checkAddresses(profile: Profile): Profile {
  const mistakes = addressMistakes(profile);
  if (mistakes.length > 0) throw new ProfileError(mistakes);
  return profile;
}

/** The names of the variables of an address, in their order. */
export function variablesIn(address: string): string[] {
  return [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
}

/** An address without the names of its variables: what a request can show of it. */
export function shapeOf(address: string): string {
  return address.replace(/\{\w+\}/g, '{}');
}

function mistakeOf(
  id: string,
  address: string,
  profile: Profile,
  here: readonly Operation<OperationId>[],
): string | undefined {
  if (profile.customfieldEditor === null)
    return 'cannot be: only operations of Customfield Editor can have addresses of their own, and it is not installed';
  const written = operations(api).find(({ operationId }) => operationId === id);
  if (written === undefined) {
    const near = nearest(
      id,
      here.map(({ operationId }) => operationId),
    );
    const hint = near.length > 0 ? `: did you mean ${near.join(', ')}?` : '';
    return `is no operation of Customfield Editor, whose operations alone can have addresses of their own${hint}`;
  }
  const own = here.find(({ operationId }) => operationId === id);
  if (own === undefined) return `is an operation that Customfield Editor ${profile.customfieldEditor} does not have`;
  const served = bases(api, profile);
  if (baseOf(address, served) === undefined) {
    const all = served.filter(({ serves }) => serves === 'all').map(({ base }) => `${base}/`);
    const where = all.length > 0 ? `must be below ${all.join(' or ')}` : 'can have no other address before 1.2';
    return `${where}, not ${JSON.stringify(address)}`;
  }
  const variables = variablesIn(written.path);
  if (variables.join() !== variablesIn(address).join()) {
    const wanted = variables.length > 0 ? variables.map((name) => `{${name}}`).join(', then ') : 'no variables';
    return `must have ${wanted}, as ${written.path} has, not ${JSON.stringify(address)}`;
  }
  return clashOf(own, here);
}

/** Two operations at one address, or at two that no request tells apart. */
function clashOf(own: Operation<OperationId>, here: readonly Operation<OperationId>[]): string | undefined {
  const alike = here.find(
    (other) =>
      other !== own &&
      shapeOf(other.path) === shapeOf(own.path) &&
      (other.method === own.method || other.path !== own.path),
  );
  if (alike === undefined) return undefined;
  return alike.method === own.method
    ? `is the address of ${alike.operationId} too: give that another one, or leave this out`
    : `differs from ${alike.path}, the address of ${alike.operationId}, in the names of its variables only`;
}
