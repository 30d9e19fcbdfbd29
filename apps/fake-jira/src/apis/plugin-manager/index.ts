import type { PluginManagerOperations } from '@fake-jira/openapi';
import { defineApi } from '../../http/api.js';
import { behaviour, type PluginManagerBehaviour } from './behaviour.js';
import { plugins } from './plugins.js';
import { pluginManagerDialect } from './dialect.js';

/** The plugin manager of Jira. */
export const pluginManager = defineApi<PluginManagerOperations, PluginManagerBehaviour>({
  document: 'plugin-manager',
  dialect: pluginManagerDialect,
  behaviour,
  handlers: plugins,
});
