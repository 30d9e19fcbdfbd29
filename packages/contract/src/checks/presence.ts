import { expect } from 'expect';
import { operations, servedOperations, type OperationId } from '@fake-jira/openapi';
import { checksOf, type Check, type Needs } from '../check.js';
import type { ContractApi } from '../apis.js';

/** What transport answers where there is no such address, or no such method at it. */
const absent: readonly number[] = [404, 405];

/**
 * A check for each operation of an app: that it is there in the versions that have it, and not before. It is asked by
 * somebody who may not use it, about nothing that is there, so that an answer is a refusal and changes nothing.
 */
export function presenceChecks(api: ContractApi, source: string, needs: Needs = {}): Check[] {
  const { rule } = checksOf(api, 'presence');
  return operations(api).map(({ operationId, path, method }) =>
    rule(
      `${operationId} is there in the versions that have it`,
      { evidence: 'documented', source, roles: ['user'], readOnly: method === 'GET', ...needs },
      async ({ user, profile, unknownId }) => {
        const id = operationId;
        const variables = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name as string, unknownId] as const);
        const { status } = await user.send<OperationId>(id, { path: Object.fromEntries(variables) });
        if (servedOperations(api, profile).has(id)) expect(absent).not.toContain(status);
        else expect(absent).toContain(status);
      },
    ),
  );
}
