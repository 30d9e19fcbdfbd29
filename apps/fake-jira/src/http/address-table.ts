import { operations, type Operation } from '@fake-jira/openapi';
import type { ApiStyle } from './router.js';

/** The operations at one address of an API, by method. Variables of the address as `{name}`. */
export type AddressEntry = readonly [address: string, byMethod: ReadonlyMap<string, Operation>];

/**
 * Every address of an API with its operations, in the order in which they are to be tried.
 *
 * @param listed - the operations of the API, as `operations` gives them for a profile
 */
export function addressTable(style: Pick<ApiStyle, 'addresses'>, listed: readonly Operation[]): AddressEntry[] {
  const methods = new Map<string, Map<string, Operation>>();
  for (const operation of listed) {
    for (const address of style.addresses(operation)) {
      const byMethod = methods.get(address) ?? new Map<string, Operation>();
      byMethod.set(operation.method, operation);
      methods.set(address, byMethod);
    }
  }
  // Literal segments first: `/field/search` is no field of that id.
  return [...methods].sort(([a], [b]) => compareAddresses(a, b));
}

/** Segment by segment, a literal before a variable. */
function compareAddresses(a: string, b: string): number {
  const weights = (address: string) => address.split('/').map((segment) => (segment.startsWith('{') ? '1' : '0'));
  return weights(a).join('').localeCompare(weights(b).join(''));
}

/**
 * Finds the operation that will answer a request, before its router does.
 *
 * @returns a function of method and path; it finds nothing where the profile does not have the operation
 */
export function operationFinder(style: ApiStyle) {
  const patterns = perList((listed) =>
    addressTable(style, listed).map(
      ([address, byMethod]) => [new RegExp(`^${pathSource(address)}/?$`), byMethod] as const,
    ),
  );
  return (method: string, path: string, call: Parameters<ApiStyle['placeOf']>[1]): Operation | undefined => {
    const asked = method === 'HEAD' ? 'GET' : method;
    for (const [pattern, byMethod] of patterns(operations(style.api, call.profile))) {
      if (!pattern.test(path)) continue;
      const operation = byMethod.get(asked);
      if (operation && style.serves(operation, style.placeOf(path, call), call)) return operation;
    }
    return undefined;
  };
}

/** What is made of the operations of a profile, once for all profiles in which they have the same addresses. */
export function perList<Made extends object>(
  make: (listed: readonly Operation[]) => Made,
): (listed: readonly Operation[]) => Made {
  const made = new WeakMap<readonly Operation[], Made>();
  return (listed) => {
    const found = made.get(listed) ?? make(listed);
    made.set(listed, found);
    return found;
  };
}

function pathSource(address: string): string {
  return address.replace(/\{\w+\}|[.*+?^$|()[\]\\]/g, (found) => (found.startsWith('{') ? '[^/]+' : `\\${found}`));
}
