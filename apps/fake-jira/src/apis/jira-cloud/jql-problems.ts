import type { JqlProblem } from '@fake-jira/world';

/*
 * Jira's sentences about queries. Known from answers that people pasted: those of unknown fields, values, options and
 * operators (github-threads), of what was expected, reserved words and characters. The others are assumed.
 */

const validOperators =
  "The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'.";

/** What is wrong with a query, as a sentence. */
export function jqlSentence(problem: JqlProblem): string {
  switch (problem.problem) {
    case 'unknown-field':
      return `Field '${problem.field}' does not exist or you do not have permission to view it.`;
    case 'not-sortable':
      return `Not able to sort using field '${problem.field}'.`;
    case 'no-history':
      return `History searches do not support the '${problem.field}' field.`;
    case 'wrong-predicate':
      return `The predicate '${problem.predicate}' is not supported by the operator '${problem.operator}'.`;
    case 'operator-not-supported':
      return `The operator '${problem.operator}' is not supported by the '${problem.field}' field.`;
    case 'unknown-value':
      return `The value '${problem.value}' does not exist for the field '${problem.field}'.`;
    case 'unknown-option':
      return `The option '${problem.value}' for field '${problem.field}' does not exist.`;
    case 'unknown-issue':
      return `An issue with key '${problem.value}' does not exist for field '${problem.field}'.`;
    case 'not-a-number':
      return `The value '${problem.value}' is not a valid number for the field '${problem.field}'.`;
    case 'not-a-date':
      return (
        `Date value '${problem.value}' for field '${problem.field}' is invalid. Valid formats include: ` +
        `'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`
      );
    case 'only-empty':
      return `The operator '${problem.operator}' does not support searching for non-empty values.`;
    case 'empty-not-supported':
      return `The operator '${problem.operator}' does not support searching for empty values in the field '${problem.field}'.`;
    case 'list-needed':
      return `Operator '${problem.operator}' does not support the non-list value '"${problem.value}"' for field '${problem.field}'.`;
    case 'list-not-supported':
      return `Operator '${problem.operator}' does not support the list value '${problem.value}' for field '${problem.field}'.`;
    case 'unknown-function':
      return `Unable to find JQL function '${problem.name}()'.`;
    case 'function-not-for-field':
      return `A value provided by the function '${problem.name}' is invalid for the field '${problem.field}'.`;
    case 'function-arguments':
      return `Function '${problem.name}' expected '${problem.expected}' arguments but received '${problem.given}'.`;
    case 'function-argument':
      return `The argument '${problem.value}' of the function '${problem.name}' does not exist.`;
    default:
      return syntaxSentence(problem);
  }
}

type SyntaxProblem = Extract<JqlProblem, { readonly at: unknown }>;

function syntaxSentence(problem: SyntaxProblem): string {
  const { line, character } = problem.at;
  const where = ` (line ${line}, character ${character})`;
  const ofQuery = 'Error in the JQL Query: ';
  switch (problem.problem) {
    case 'reserved-word':
      return `${ofQuery}'${problem.text}' is a reserved JQL word. You must surround it in quotation marks to use it in a query.${where}`;
    case 'reserved-character': {
      const escape = `\\u${problem.text.charCodeAt(0).toString(16).padStart(4, '0')}`;
      return `${ofQuery}The character '${problem.text}' is a reserved JQL character. You must enclose it in a string or use the escape '${escape}' instead.${where}`;
    }
    case 'unfinished-string':
      return `${ofQuery}The quoted string '${problem.text}' has not been completed.${where}`;
    case 'illegal-escape':
      return (
        `${ofQuery}'${problem.text}' is an illegal JQL escape sequence. ` +
        `The valid escape sequences are \\', \\", \\t, \\n, \\r, \\\\, '\\ ' and \\uXXXX.${where}`
      );
    case 'expected':
      return expectation(problem, where);
  }
}

function expectation({ what, text }: Extract<SyntaxProblem, { problem: 'expected' }>, where: string): string {
  const ofQuery = 'Error in the JQL Query: ';
  const instead = text === null ? ' before the end of the query.' : ` but got '${text}'.`;
  const place = text === null ? '' : where;
  switch (what) {
    case 'operator':
      return `${ofQuery}Expecting operator${instead} ${validOperators}${place}`;
    case 'operand':
      // This one begins without an article.
      return text === null
        ? 'Error in the JQL Query: Expecting either a value, list or function before the end of the query.'
        : `Error in JQL Query: Expecting either a value, list or function but got '${text}'. ` +
            `You must surround '${text}' in quotation marks to use it as a value.${where}`;
    case 'field':
      return text === null
        ? `${ofQuery}Expecting a field name at the end of the query.`
        : `${ofQuery}Expecting a field name but got '${text}'. You must surround '${text}' in quotation marks to use it as a field name.${where}`;
    case 'logical':
      return `${ofQuery}Expecting either 'OR' or 'AND'${instead}${place}`;
    case 'by':
      return `${ofQuery}Expecting 'by'${instead}${place}`;
    case 'number':
      return `${ofQuery}Expecting the number of a custom field${instead}${place}`;
    case 'end':
      return `${ofQuery}Expecting the end of the query${instead}${place}`;
    default:
      return `${ofQuery}Expecting '${what}'${instead}${place}`;
  }
}
