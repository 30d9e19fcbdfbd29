import type { Router } from 'express';
import { apiRouter } from '../../http/router.js';
import type { Validation } from '../../http/validation.js';
import { pluginHandlers } from './plugins.js';
import { pluginManagerStyle } from './style.js';

/** The plugin manager of Jira as routes. */
export function pluginManager(validation: Validation): Router {
  return apiRouter(pluginManagerStyle, pluginHandlers, validation);
}
