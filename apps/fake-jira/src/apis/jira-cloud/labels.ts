import { labelsInUse } from '@fake-jira/world';
import { okPage, type JiraHandlers } from './call.js';

export const labels = {
  getAllLabels: (call) => okPage(labelsInUse(call.root), call, (label) => label),
} satisfies Partial<JiraHandlers>;
