import type { PluginManagerOperations } from '@fake-jira/openapi';
import { ok } from '../../http/response.js';
import type { Handlers } from '../../http/request-context.js';
import { HttpError } from '../../http/wire-error.js';
import type { PluginManagerBehaviour } from './behaviour.js';

export const plugins: Handlers<PluginManagerOperations, PluginManagerBehaviour> = {
  pluginsGetPlugin({ path, behaviour, links }) {
    const key = path.pluginKey.replace(/-key$/, '');
    const plugin = behaviour.plugins.get(key);
    if (!plugin) throw new HttpError('app-not-installed', { pluginKey: key });
    return ok({
      enabled: true,
      links: { self: new URL(links.to(`/rest/plugins/1.0/${key}-key`)).pathname },
      key,
      ...plugin,
      userInstalled: true,
    });
  },
};
