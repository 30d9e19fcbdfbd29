import type { ContractApi } from '@fake-jira/contract';
import { allDefects } from '../../src/defects/index.js';
import { escaped, proveAll } from '../../src/proof/prove-all.js';
import { proofTable } from '../../src/proof/table.js';

/** A file per API, so that Jest runs them side by side. */
export function catchesEveryDefectOf(api: ContractApi): void {
  describe(`The contract suite on ${api}`, () => {
    it('catches every planted defect', async () => {
      const defects = allDefects.filter((defect) => defect.api === api);
      const { failures, proofs } = await proveAll(defects, { onTheWay: true });
      process.stdout.write(`${proofTable(proofs)}\n`);
      expect(failures).toEqual([]);
      expect(escaped(proofs)).toEqual([]);
    });
  });
}
