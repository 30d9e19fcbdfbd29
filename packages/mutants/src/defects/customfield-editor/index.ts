import { contextDefects } from './contexts.js';
import { defaultValueDefects } from './default-values.js';
import { grantDefects } from './grants.js';
import { maintenanceDefects } from './maintenance.js';
import { optionDefects } from './options.js';

export const editorDefects = [
  ...grantDefects,
  ...contextDefects,
  ...optionDefects,
  ...defaultValueDefects,
  ...maintenanceDefects,
];
