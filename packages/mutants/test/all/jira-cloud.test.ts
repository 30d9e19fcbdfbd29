import { catchesEveryDefectOf } from './every-defect.js';

catchesEveryDefectOf('jira-cloud');
