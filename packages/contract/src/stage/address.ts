import { bases, documentBase, operation, type ApiName, type OperationId } from '@fake-jira/openapi';
import { protectedFieldsAddress, type Profile } from '@fake-jira/profile';

/** What fills the address of an operation. */
export interface AddressParts {
  readonly path?: Readonly<Record<string, string | number>> | undefined;
  /** A list is repeated. */
  readonly query?: Readonly<Record<string, string | number | boolean | readonly (string | number)[]>> | undefined;
}

/** The address of an operation on a target of this profile. */
export function addressOf(id: OperationId, { path = {}, query = {} }: AddressParts, profile: Profile): string {
  const { api, path: template } = operation(id, profile);
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = path[name];
    if (value === undefined) throw new Error(`The address of ${id} needs a value for {${name}}.`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, String(one)]),
    ),
  ).toString();
  return onBase(api as ApiName, filled, profile) + (search === '' ? '' : `?${search}`);
}

/** Jira's own API has the version 3 on Cloud only; an app's base depends on its version. */
function onBase(api: ApiName, path: string, profile: Profile): string {
  if (api === 'jira-cloud' && profile.jira.deployment === 'data-center') {
    return path.replace(/^\/rest\/api\/3(?=\/|$)/, '/rest/api/2');
  }
  if (api === 'protected-fields') return protectedFieldsAddress(profile) ?? path;
  const written = documentBase(api);
  const served = bases(api, profile).find(({ serves }) => serves === 'all')?.base;
  if (written === undefined || served === undefined || !path.startsWith(`${written}/`)) return path;
  return served + path.slice(written.length);
}
