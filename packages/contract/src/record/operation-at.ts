import { operation, possibleBases, servedOperations, type OperationId } from '@fake-jira/openapi';
import { protectedFieldsAddress, type Profile } from '@fake-jira/profile';
import { contractApis } from '../run/contract-run.js';

interface Route {
  readonly id: OperationId;
  readonly method: string;
  readonly segments: readonly string[];
}

const routesOf = new WeakMap<Profile, readonly Route[]>();

/**
 * The operation that a request by hand was meant for: of what a run makes for itself, too, it is to be told what an id in
 * it is the id of, and whether a document says that it changes.
 *
 * @param path - with or without a query
 */
export function operationAt(method: string, path: string, profile: Profile): OperationId | null {
  const routes = routesOf.get(profile) ?? routesIn(profile);
  routesOf.set(profile, routes);
  const given = segmentsOf((path.split('?')[0] ?? '').replace(/\/$/, ''));
  const fits = ({ method: wanted, segments }: Route) =>
    wanted === method &&
    segments.length === given.length &&
    segments.every((segment, at) => segment.startsWith('{') || segment === given[at]);
  return routes.find(fits)?.id ?? null;
}

/** The most exact first: `/options/sort` is no option. */
function routesIn(profile: Profile): Route[] {
  const variables = ({ segments }: Route) => segments.filter((segment) => segment.startsWith('{')).length;
  return contractApis
    .flatMap((api) =>
      [...servedOperations(api, profile)].map((id): Route => {
        const { method, path } = operation(id, profile);
        const place = api === 'protected-fields' ? (protectedFieldsAddress(profile) ?? path) : path;
        return { id, method, segments: segmentsOf(place) };
      }),
    )
    .sort((one, other) => variables(one) - variables(other));
}

/** Customfield Editor serves the same under several bases; what stands below that of 1.1 has addresses of its own. */
const editorBases = possibleBases('customfield-editor').filter((base) => !base.endsWith('/1.1'));

function segmentsOf(path: string): string[] {
  const base = editorBases.find((one) => path.startsWith(`${one}/`));
  const place = base === undefined ? path : `/‹base›${path.slice(base.length)}`;
  // Jira serves the same operation under several versions.
  return place.replace(/^\/rest\/api\/(2|3|latest)(?=\/)/, '/rest/api/‹version›').split('/');
}
