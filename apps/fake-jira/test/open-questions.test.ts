import { jiraAnswers } from './support/jira-answers.js';
import { testOpenQuestions } from './support/open-questions.js';

testOpenQuestions('jira', jiraAnswers);
