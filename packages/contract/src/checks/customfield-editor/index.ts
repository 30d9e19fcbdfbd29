import type { Check } from '../../check.js';
import { access } from './access.js';

/** What Customfield Editor is held to. */
export const customfieldEditor: readonly Check[] = [...access];
