/*
 * The mirrored APIs: a line for each. The fake's own is not among them: its handlers need the fake.
 */
export { customfieldEditor } from './customfield-editor/index.js';
export { extender } from './extender/index.js';
export { jiraCloud } from './jira-cloud/index.js';
export { pluginManager } from './plugin-manager/index.js';
export { protectedFields } from './protected-fields/index.js';
