import { catchesEveryDefectOf } from './every-defect.js';

catchesEveryDefectOf('protected-fields');
