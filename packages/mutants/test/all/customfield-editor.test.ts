import { catchesEveryDefectOf } from './every-defect.js';

catchesEveryDefectOf('customfield-editor');
