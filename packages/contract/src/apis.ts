import type { ApiName } from '@fake-jira/openapi';

/** The APIs that the suite holds a target to. */
export type ContractApi = Exclude<ApiName, 'control' | 'plugin-manager'>;
