import type { ContractApi } from '@fake-jira/contract';
import type { OperationId } from '@fake-jira/openapi';
import type { Defect } from '../defect.js';
import type { Act } from '../plant/act.js';

/** Writes defects of one API, in the Jira of a profile where not every one can have them. */
export function defectsOf(api: ContractApi, profile?: string) {
  const where = profile === undefined ? {} : { profile };
  return (id: string, operations: readonly OperationId[], plant: Act): Defect => ({
    id,
    api,
    operations,
    plant,
    ...where,
  });
}
