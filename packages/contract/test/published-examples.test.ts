import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { operations, type OperationId } from '@fake-jira/openapi';
import { parse } from 'yaml';
import { examplesIn } from '../src/checks/example-list.js';
import { examples } from '../src/checks/jira-cloud/examples.js';
import { publishedSentence } from '../src/checks/jira-cloud/published-refusals.js';

/** The published document, where it lies beside the checkout: it is not ours to hand on. */
const file = fileURLToPath(
  new URL('../../../../shared/reference/jira-cloud-platform-subset.openapi.yml', import.meta.url),
);
const withReference = existsSync(file) ? describe : describe.skip;

interface Body {
  readonly content?: Readonly<Record<string, { readonly example?: unknown }>>;
}
interface Operation {
  readonly operationId: string;
  readonly requestBody?: Body;
  readonly responses: Readonly<Record<string, Body>>;
}
interface Published {
  readonly operation: OperationId;
  readonly part: number | 'request';
  readonly value: unknown;
}

/** Its ids are ours in small letters with a prefix. */
const ourId = new Map(
  operations('jira-cloud').map(({ operationId }) => [`atlassian${operationId}`.toLowerCase(), operationId]),
);

/** Every example of a request or an answer that the published document has. */
function published(): Published[] {
  const { paths } = parse(readFileSync(file, 'utf8')) as { paths: Record<string, Record<string, Operation>> };
  return Object.values(paths).flatMap((item) =>
    Object.values(item)
      .filter(({ operationId }) => operationId)
      .flatMap(({ operationId, requestBody = {}, responses }) => {
        const operation = ourId.get(operationId.toLowerCase());
        if (operation === undefined) throw new Error(`Our document has no operation ${operationId}.`);
        const bodies = [['request', requestBody] as const, ...Object.entries(responses)];
        return bodies.flatMap(([part, { content = {} }]) =>
          Object.values(content)
            .filter((media) => media.example !== undefined)
            .map(({ example }): Published => ({
              operation,
              part: part === 'request' ? 'request' : Number(part),
              value: example,
            })),
        );
      }),
  );
}

const keyOf = ({ operation, part }: Pick<Published, 'operation' | 'part'>) => `${operation} ${part}`;

/** Examples of the published document that are no checks under their own operation and status. */
const elsewhere: Readonly<Record<string, string>> = {
  'replaceIssueFieldOption 303':
    'A redirect has no body: it is that of the task it leads to (getTask, optionReplaced).',
  'createIssue 400':
    'Which fields are required is a matter of field configurations, for which the API has no operation.',
};

/** Requests that our document has in another form than the published one. */
const changed: Readonly<Record<string, string>> = {
  setDefaultValues: 'The third value is null, which the operation says takes the default value away.',
  createIssue: 'What is no value of a custom field is a matter of screens and configurations.',
  editIssue: 'Components, time tracking, history and properties are not served.',
};

const checks = new Set(
  examples.map(({ operation, status }) => keyOf({ operation: operation as OperationId, part: status ?? 'request' })),
);

describe('the examples of the document of Jira', () => {
  it('are checks whose names are not the same', () => {
    expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
  });

  it('are all checks, where they stand in our document', () => {
    expect(examplesIn('jira-cloud').filter((one) => !checks.has(keyOf(one)))).toEqual([]);
  });
});

if (!existsSync(file)) it.skip('counts the published examples: the document is not beside this checkout', () => {});

withReference('the examples of the published document', () => {
  const all = existsSync(file) ? published() : [];

  it('are 127, each a check or named with a reason', () => {
    expect(all).toHaveLength(127);
    expect(all.map(keyOf).filter((key) => !checks.has(key))).toEqual(Object.keys(elsewhere));
  });

  it('of requests are those of our document, but for some with a reason', () => {
    const ours = new Map(examplesIn('jira-cloud').map((one) => [keyOf(one), one.value]));
    const other = all
      .filter(({ part }) => part === 'request')
      .filter((one) => JSON.stringify(sorted(ours.get(keyOf(one)))) !== JSON.stringify(sorted(one.value)));
    expect(other.map(({ operation }) => operation)).toEqual(Object.keys(changed));
  });

  it('of refusals say what the checks expect', () => {
    const refusals = all.filter((one) => Number(one.part) >= 400 && !Object.hasOwn(elsewhere, keyOf(one)));
    expect(refusals.map((one) => [keyOf(one), (one.value as { errorMessages: string[] }).errorMessages])).toEqual(
      refusals.map((one) => [keyOf(one), [publishedSentence(one.operation, Number(one.part))]]),
    );
  });
});

/** A value with the keys of its objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
