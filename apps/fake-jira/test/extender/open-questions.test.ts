import { testOpenQuestions } from '../support/open-questions.js';
import { requestAnswers } from './answers/requests.js';
import { schemeAnswers } from './answers/schemes.js';
import { valueAnswers } from './answers/values.js';

testOpenQuestions('extender', { ...requestAnswers, ...schemeAnswers, ...valueAnswers });
