import { testOpenQuestions } from '../../support/open-questions.js';
import { grantAnswers } from './answers/grants-and-contexts.js';
import { maintenanceAnswers } from './answers/maintenance.js';
import { optionAnswers } from './answers/options.js';
import { requestAnswers } from './answers/requests.js';
import { versionAnswers } from './answers/versions.js';

testOpenQuestions('editor', {
  ...versionAnswers,
  ...grantAnswers,
  ...optionAnswers,
  ...requestAnswers,
  ...maintenanceAnswers,
});
