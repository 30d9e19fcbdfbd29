import { operation, type OperationId } from '@fake-jira/openapi';
import { expect } from 'expect';
import { checksOf, type Check, type Needs } from '../../check.js';
import type { Asked, Person } from '../../stage/person.js';
import { builtInType } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { at, newOption, ofApp } from './app-option-steps.js';
import { publishedRefusals } from './published-refusals.js';
import { nothing, requestOf, scratchSubject, type Subject } from './requests.js';
import { aTab } from './screen-steps.js';

/** A request that is refused as an example says. */
interface Refused {
  readonly asked: Asked;
  /** Ids of the target in place of those in the sentence. */
  readonly ids?: Readonly<Record<string, string | number>>;
  /** The administrator by default. */
  readonly who?: Person;
}

interface Provocation {
  readonly needs?: Needs;
  readonly make: (stage: Stage) => Promise<Refused> | Refused;
}

const readOnly = { readOnly: true } as const;

/** A scratch field whose context is that of one project. */
async function ownSubject(stage: Stage): Promise<Subject> {
  const field = await stage.field('select');
  const own = await stage.context(field, { projectIds: [stage.sandbox.project.id] });
  return { ...nothing(stage), fieldId: field.key, contextId: own.id };
}

/** A well-formed request, but for what it is about. */
const about = (id: OperationId, what: (stage: Stage, subject: Subject) => Partial<Subject>): Provocation => ({
  make: async (stage) => {
    const subject = await scratchSubject(stage);
    return { asked: requestOf(id, { ...subject, ...what(stage, subject) }) };
  },
});

/** A well-formed request with something else in its body. */
const withBody = (id: OperationId, body: (subject: Subject) => object): Provocation => ({
  make: async (stage) => {
    const subject = await scratchSubject(stage);
    return { asked: { ...requestOf(id, subject), body: body(subject) } };
  },
});

/** Whether an address has something that only an administrator can make. */
const isOfField = (id: OperationId) => operation(id).path.includes('{fieldId}');

const notAdministrator = (id: OperationId): Provocation => ({
  needs: { roles: ['user'], ...(isOfField(id) || operation(id).method !== 'GET' ? {} : readOnly) },
  make: async (stage) => {
    const subject = isOfField(id) ? await scratchSubject(stage) : nothing(stage);
    return { asked: requestOf(id, subject), who: stage.user };
  },
});

const noSuchField = (id: OperationId): Provocation => ({
  needs: operation(id).method === 'GET' ? readOnly : {},
  make: (stage) => ({ asked: requestOf(id, nothing(stage)) }),
});

const noSuchContext = (id: OperationId): Provocation => about(id, ({ unknownId }) => ({ contextId: unknownId }));

const noOptions = (id: OperationId): Provocation => ({
  make: async (stage) => {
    const field = await stage.field('textfield');
    const subject = { ...(await scratchSubject(stage)), fieldId: field.key, contextId: field.contextId };
    return { asked: requestOf(id, subject) };
  },
});

const noContextId = (id: OperationId): Provocation => about(id, () => ({ contextId: 'default' }));

const twice = ({ sandbox: { project } }: Subject) => ({ projectIds: [String(project.id), String(project.id)] });

const tooLong = (id: OperationId): Provocation => ({
  needs: readOnly,
  make: ({ sandbox: { project, issueType } }) => ({
    asked: {
      path: { projectIdOrKey: project.key, ...(id.endsWith('Id') ? { issueTypeId: issueType.id } : {}) },
      query: { maxResults: 201 },
    },
  }),
});

/** Sub-tasks are switched off, and one of the issue types is of them. */
const ofSubtasks = (id: OperationId): Provocation => ({
  needs: { control: true },
  make: async (stage) => {
    const { asked } = await about(id, () => ({})).make(stage);
    await stage.control.settings({ subtasks: false });
    const issueTypeIds = [String(stage.sandbox.subtaskType?.id)];
    return { asked: { ...asked, body: { ...(asked.body as object), issueTypeIds } } };
  },
});

const pairs = 'getCustomFieldContextsForProjectsAndIssueTypes';

/** Those that are not alike at several operations, by operation and status. */
const special: Readonly<Record<string, Provocation>> = {
  'getFieldsPaginated 400': { needs: readOnly, make: () => ({ asked: { query: { type: 'system' } } }) },
  'getTrashedFieldsPaginated 400': { needs: readOnly, make: () => ({ asked: { query: { id: 'summary' } } }) },
  'updateCustomField 400': withBody('updateCustomField', () => ({ searcherKey: builtInType('textsearcher') })),
  'setDefaultValues 400': {
    make: async (stage) => {
      const field = await stage.field('select', { options: ['red'] });
      const own = await stage.context(field, { projectIds: [stage.sandbox.project.id] });
      const defaultValues = [
        { type: 'option.single', contextId: String(field.contextId), optionId: String(field.option('red')) },
        { type: 'option.multiple', contextId: String(own.id), optionIds: [] },
      ];
      return { asked: { path: { fieldId: field.key }, body: { defaultValues } } };
    },
  },
  [`${pairs} 400`]: withBody(pairs, ({ sandbox: { project, issueType } }) => {
    const pair = { projectId: String(project.id), issueTypeId: String(issueType.id) };
    return { mappings: [pair, pair] };
  }),
  [`${pairs} 404`]: {
    make: async (stage) => {
      const { asked } = await about(pairs, ({ unknownId, sandbox: { issueType } }) => ({
        sandbox: { project: { id: unknownId, key: '' }, issueType },
      })).make(stage);
      return { asked, ids: { 10005: stage.unknownId } };
    },
  },
  'addIssueTypesToContext 400': {
    make: async (stage) => {
      const subject = await ownSubject(stage);
      const asked = requestOf('addIssueTypesToContext', subject);
      await stage.admin.ask('addIssueTypesToContext', 204, asked);
      return { asked, ids: { 10001: subject.sandbox.issueType.id } };
    },
  },
  'removeIssueTypesFromContext 400': {
    needs: { issueTypes: 2 },
    make: async (stage) => {
      const asked = requestOf('addIssueTypesToContext', await ownSubject(stage));
      await stage.admin.ask('addIssueTypesToContext', 204, asked);
      const { id } = stage.sandbox.otherIssueType;
      return { asked: { ...asked, body: { issueTypeIds: [String(id)] } }, ids: { 10002: id } };
    },
  },
  'reorderCustomFieldOptions 400': withBody('reorderCustomFieldOptions', ({ optionId }) => ({
    customFieldOptionIds: [String(optionId)],
    after: String(optionId),
    position: 'First',
  })),
  'assignProjectsToCustomFieldContext 400': withBody('assignProjectsToCustomFieldContext', twice),
  'removeCustomFieldContextFromProjects 400': withBody('removeCustomFieldContextFromProjects', twice),
  'createScreen 400': {
    make: async (stage) => ({ asked: { body: { name: (await aTab(stage)).screen.name } } }),
  },
  'replaceIssueFieldOption 403': {
    needs: ofApp,
    make: async (stage) => ({
      asked: { path: at(stage, await newOption(stage)), query: { overrideScreenSecurity: true } },
    }),
  },
};

/** How several operations are brought to say one sentence. */
const alike: readonly (readonly [status: number, words: RegExp, provocation: (id: OperationId) => Provocation])[] = [
  [400, /^The contextId/, noContextId],
  [400, /support options/, noOptions],
  [400, /'maxResults'/, tooLong],
  [403, /^Only Jira administrators/, notAdministrator],
  [404, /^The custom field/, noSuchField],
  [404, /^The context/, noSuchContext],
  [409, /^Sub-tasks/, ofSubtasks],
];

function provocationOf(id: OperationId, status: number, sentence: string): Provocation {
  const found =
    special[`${id} ${status}`] ?? alike.find(([of, words]) => of === status && words.test(sentence))?.[2](id);
  if (!found) throw new Error(`Nothing provokes the example ${id} ${status}.`);
  return found;
}

const withIds = (sentence: string, ids: NonNullable<Refused['ids']>) =>
  sentence.replaceAll(/\d{5}/g, (id) => String(ids[id]));

function checkOf(id: OperationId, status: number, sentence: string): Check {
  const { needs, make } = provocationOf(id, status, sentence);
  // Its source is that of the outcome, which names the section.
  const { source: _, ...check } = checksOf('jira-cloud', 'examples-of-refusals').example(
    '003',
    `${id} answers ${status} as in the document`,
    async (stage) => {
      const { asked, ids = {}, who = stage.admin } = await make(stage);
      const { body } = await who.ask(id, status, asked);
      expect(body).toMatchObject({ errorMessages: [withIds(sentence, ids)], errors: {} });
    },
    needs,
  );
  return { ...check, operation: id, status };
}

/** Every example of a refusal that the document has, but for those that {@link unprovokable} names. */
export const examplesOfRefusals: readonly Check[] = publishedRefusals.flatMap(([status, sentence, ids]) =>
  ids.map((id) => checkOf(id, status, sentence)),
);
