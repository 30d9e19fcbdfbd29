import type { ErrorObject } from 'ajv';

/** Where in a request something stands. */
export type RequestPart = 'path' | 'query' | 'body';

/** Something that a request has and its operation does not allow. */
export interface Problem {
  readonly in: RequestPart;
  /** JSON pointer within that part: `/options/0/value`; empty for the whole. */
  readonly pointer: string;
  /** The parameter or property. */
  readonly name?: string;
  /** The JSON Schema keyword that failed: `required`, `type`, `additionalProperties`, … */
  readonly keyword: string;
  /** What the keyword allows, where it is a number: the 200 of `maximum: 200`. */
  readonly limit?: number;
  /** For people: `options[0].value must be a string`. */
  readonly message: string;
}

/** So many problems of one keyword are told of one part of a request. */
const mostOfAKind = 100;

/**
 * The errors of Ajv as problems, a hundred of each keyword at most: those that only say that another one is below them are left out, and of a choice
 * between forms it is only said that none fits.
 */
export function problemsOf(part: RequestPart, errors: readonly ErrorObject[]): Problem[] {
  const choices = new Map<string, ErrorObject>();
  for (const error of errors)
    if ((error.keyword === 'oneOf' || error.keyword === 'anyOf') && !choices.has(error.instancePath))
      choices.set(error.instancePath, error);
  const isOfChoice = (error: ErrorObject) =>
    placesAround(error.instancePath).some((place) => choices.has(place) && choices.get(place) !== error);
  // The same rule can be reached by more than one way, such as allOf.
  const byMessage = new Map<string, Problem>();
  const counts = new Map<string, number>();
  for (const error of errors) {
    const count = counts.get(error.keyword) ?? 0;
    if (error.keyword === 'if' || count === mostOfAKind || isOfChoice(error)) continue;
    const problem = problemOf(part, error);
    if (byMessage.has(problem.message)) continue;
    byMessage.set(problem.message, problem);
    counts.set(error.keyword, count + 1);
  }
  return [...byMessage.values()];
}

/** A JSON pointer and those of all that it is in, from the outside in. */
function placesAround(pointer: string): string[] {
  return pointer.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
}

function problemOf(part: RequestPart, { keyword, params, instancePath, message }: ErrorObject): Problem {
  const member = (params.missingProperty ?? params.additionalProperty) as string | undefined;
  const pointer =
    member === undefined ? instancePath : `${instancePath}/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const place = readable(pointer);
  const name = nameIn(pointer);
  return {
    in: part,
    pointer,
    ...(name !== undefined && { name }),
    keyword: keyword === 'x-pattern' ? 'x-values' : keyword,
    ...(typeof params.limit === 'number' && { limit: params.limit }),
    message: messageOf(keyword, params, place || `the ${part}`, readable(instancePath), member, message),
  };
}

function messageOf(
  keyword: string,
  params: Record<string, unknown>,
  place: string,
  parent: string,
  member: string | undefined,
  fallback: string | undefined,
): string {
  switch (keyword) {
    case 'additionalProperties':
      return `unknown property "${member}"${parent ? ` in ${parent}` : ''}`;
    case 'required':
      return `${place} is required`;
    case 'type':
      return `${place} must be ${[params.type].flat().join(',').split(',').map(withArticle).join(' or ')}`;
    case 'enum':
    case 'x-values':
      return `${place} must be one of ${(params.allowedValues as unknown[]).map(String).join(', ')}`;
    case 'x-pattern':
      return `${place} must have the form ${String(params.pattern)}`;
    case 'const':
      return `${place} must be ${JSON.stringify(params.allowedValue)}`;
    case 'oneOf':
      return params.passingSchemas === null
        ? `${place} has none of the forms that are allowed here`
        : `${place} fits more than one of the forms that are allowed here`;
    case 'anyOf':
      return `${place} has none of the forms that are allowed here`;
    case 'format':
      return `${place} must be ${formatNames[String(params.format)] ?? `of the format ${String(params.format)}`}`;
    case 'minLength':
      return Number(params.limit) === 1
        ? `${place} must not be empty`
        : `${place} must have at least ${String(params.limit)} characters`;
    case 'maxLength':
      return `${place} must not have more than ${String(params.limit)} characters`;
    case 'minItems':
      return Number(params.limit) === 1
        ? `${place} must not be empty`
        : `${place} must have at least ${String(params.limit)} entries`;
    case 'maxItems':
      return `${place} must not have more than ${String(params.limit)} entries`;
    case 'uniqueItems':
      return `${place} must not have an entry twice`;
    default:
      return `${place} ${fallback ?? `breaks the rule ${keyword}`}`;
  }
}

const formatNames: Readonly<Record<string, string>> = {
  date: 'a date such as 2025-01-31',
  'date-time': 'a date and time such as 2025-01-31T08:00:00Z',
  uri: 'an address such as https://example.com/',
  int32: 'an integer of 32 bits',
  int64: 'an integer of 64 bits',
};

function withArticle(type: string): string {
  if (type === 'null') return type;
  return /^[aio]/.test(type) ? `an ${type}` : `a ${type}`;
}

/** `/options/0/value` as people write it: `options[0].value`. */
function readable(pointer: string): string {
  return partsOf(pointer).reduce(
    (text, part) => (/^\d+$/.test(part) ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );
}

function nameIn(pointer: string): string | undefined {
  return partsOf(pointer).findLast((part) => !/^\d+$/.test(part));
}

function partsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
