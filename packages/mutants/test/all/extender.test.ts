import { catchesEveryDefectOf } from './every-defect.js';

catchesEveryDefectOf('extender');
