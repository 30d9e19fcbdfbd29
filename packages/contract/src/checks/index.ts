import type { ContractApi } from '../apis.js';
import type { Check } from '../check.js';
import { customfieldEditor } from './customfield-editor/index.js';
import { extenderChecks } from './extender/index.js';
import { jiraCloudChecks } from './jira-cloud/index.js';
import { protectedFieldsChecks } from './protected-fields/index.js';

/** A line for each API of the suite, in the order of reports. */
const suite: Readonly<Record<ContractApi, readonly Check[]>> = {
  'jira-cloud': jiraCloudChecks,
  'customfield-editor': customfieldEditor,
  extender: extenderChecks,
  'protected-fields': protectedFieldsChecks,
};

/** The APIs of the suite, in the order of reports. */
export const contractApis = Object.keys(suite) as readonly ContractApi[];

/** Every check of the suite, in the order in which reports have them. */
export const allChecks: readonly Check[] = Object.values(suite).flat();
