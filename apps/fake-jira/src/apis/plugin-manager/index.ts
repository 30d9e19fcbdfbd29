import type { RequestHandler } from 'express';
import { serveApi } from '../../http/router.js';
import type { Validation } from '../../http/validation.js';
import { pluginHandlers } from './plugins.js';
import { pluginManagerStyle } from './style.js';

/** The plugin manager of Jira as Express serves it. */
export function pluginManager(validation: Validation): RequestHandler {
  return serveApi(pluginManagerStyle, pluginHandlers, validation);
}
