import type { OperationId } from '@fake-jira/openapi';
import { appVersions } from '@fake-jira/profile';
import type { VersionMap } from '@fake-jira/profile';
import { checksOf, type Check } from '../../check.js';
import { examplesIn, type Example } from '../example-list.js';
import type { Replays } from '../example-replay.js';
import { fieldReplays } from './examples-of-fields.js';
import { schemeReplays } from './examples-of-schemes.js';
import { valueReplays } from './examples-of-values.js';

/** Each example of the document has its replay in one of these. */
const parts: readonly (readonly [resource: string, replays: Replays])[] = [
  ['examples-of-fields', fieldReplays],
  ['examples-of-schemes', schemeReplays],
  ['examples-of-values', valueReplays],
];

const order: readonly string[] = appVersions.extender;

function latest(...maps: readonly (VersionMap | undefined)[]): VersionMap {
  const versions = maps.flatMap((map) => map?.extender ?? []);
  const extender = versions.sort((one, other) => order.indexOf(one) - order.indexOf(other)).at(-1);
  return Object.assign({}, ...maps, extender === undefined ? {} : { extender }) as VersionMap;
}

function checkOf(example: Example): Check {
  const { operation, part, name, place, value } = example;
  const key = `${operation} ${part === 'request' ? part : 'answer'} ${name}`;
  const [resource, replays] = parts.find(([, each]) => Object.hasOwn(each, key)) ?? [];
  const replay = replays?.[key];
  if (resource === undefined || !replay) throw new Error(`The example ${key} has no replay.`);
  const { needs = {}, run } = replay;
  const title = `${operation} ${part === 'request' ? part : `answers ${part}`} as in ${name}`;
  return checksOf('extender', resource).example(place, title, (stage) => run(stage, value as never), {
    ...needs,
    since: latest(example.needs.since, needs.since),
    answers: { ...answersOf(example), ...needs.answers },
  });
}

/** A replay knows how these are under each answer. */
const underAllAnswers: readonly OperationId[] = [
  'extenderGetFields',
  'extenderGetConfigSchemes',
  'extenderGetValues',
  'extenderDeleteFields',
];

const answersOf = ({ operation, needs }: Example) => (underAllAnswers.includes(operation) ? {} : needs.answers);

/** Every example of a request or an answer that the document of Extender has. */
export const examples: readonly Check[] = examplesIn('extender', 'extender').map(checkOf);
