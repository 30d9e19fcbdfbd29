import type { PluginManagerOperations } from '@fake-jira/openapi';
import { defineApi } from '../../http/api.js';
import { plugins } from './plugins.js';
import { pluginManagerStyle } from './style.js';

/** The plugin manager of Jira. */
export const pluginManager = defineApi<PluginManagerOperations>({
  name: 'Plugin manager',
  document: 'plugin-manager',
  dialect: pluginManagerStyle,
  handlers: plugins,
});
