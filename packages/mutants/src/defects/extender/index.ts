import { schemeDefects } from './schemes.js';
import { valueDefects } from './values.js';

export const extenderDefects = [...schemeDefects, ...valueDefects];
