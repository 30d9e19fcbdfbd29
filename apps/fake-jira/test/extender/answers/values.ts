import { checkWorld } from '@fake-jira/world';
import { bodyOf } from '../../support/field-steps.js';
import type { TestJira } from '../../support/jira.js';
import type { AnswersTo } from '../../support/open-questions.js';
import { messageOf, names, scheme, to, typeKey, value, valuesOf, type ValueBody } from '../requests.js';

type Ids =
  | 'extender.position-key'
  | 'extender.parent-property-before-2.20'
  | 'extender.values-without-options'
  | 'extender.duplicate-value'
  | 'extender.position-beyond-end'
  | 'extender.child-edit-without-parent'
  | 'extender.delete-parent-option'
  | 'extender.delete-used-option'
  | 'extender.deleted-label'
  | 'extender.ambiguous-name';

/** Values of the scheme for TEST: an issue has the first one, none the second. */
const [safariInTest, nightlyInTest] = [10004, 10005];

const path = (configSchemeId: string, optionId?: number) => ({
  configSchemeId,
  ...(optionId !== undefined && { optionId: String(optionId) }),
});

async function keysOfPosition(jira: TestJira): Promise<string[]> {
  const [cats] = await valuesOf(jira, scheme.animals);
  const keys = [cats, cats?.childOptions?.[0]].flatMap((one) => Object.keys(one ?? {}));
  return keys.filter((key) => key.startsWith('pos'));
}

function parentIs(inAnswers: string, inRequests: string) {
  return {
    app: 'extender' as const,
    versions: ['before', '1.7.3'],
    async shows(jira: TestJira) {
      const addition = {
        path: path(scheme.animals),
        body: { [inRequests]: String(value.dogs), optionName: ['bello II'] },
      };
      expect(await messageOf(to(jira, 'extenderAddValues', addition))).toContain("'bello II'");
      const [, dogs] = await valuesOf(jira, scheme.animals);
      const children = (dogs?.childOptions ?? []) as unknown as Record<string, unknown>[];
      expect(children.map((child) => [child['name'], child[inAnswers]])).toContainEqual([
        'bello II',
        String(value.dogs),
      ]);
      const wrong = { path: path(scheme.animals), body: { [inAnswers]: String(value.dogs), optionName: ['x'] } };
      expect((await to(jira, 'extenderAddValues', wrong)).status).toBe(400);
    },
  };
}

const twice = { path: path(scheme.browsers), body: { optionName: ['opera', 'firefox', 'opera'] } };
const before = ['firefox', 'chrome', 'safari', 'edge'];
const toFirefox = { path: path(scheme.browsers, value.edge), body: { name: 'firefox' } };

async function refusesRenaming(jira: TestJira) {
  const refused = await to(jira, 'extenderEditValue', toFirefox);
  expect([refused.status, refused.body]).toEqual([400, { message: "there is an option 'firefox' already: 10000" }]);
}

const renameLeo = (parentId?: number) => ({
  path: path(scheme.animals, value.leo),
  body: { ...(parentId !== undefined && { parentId }), name: 'leopold' },
});

async function deleted(jira: TestJira, optionId: number[]) {
  return bodyOf<{ deleted: string[]; skipped: string[] }>(
    await to(jira, 'extenderRemoveValues', { body: { optionId } }),
    200,
  );
}

async function addTwins(jira: TestJira): Promise<number[]> {
  const ids = [];
  for (const fieldDescription of ['one', 'other']) {
    const body = { fieldName: 'Twins', fieldDescription, fieldTypeKey: typeKey('textfield') };
    const { customFieldId } = bodyOf<{ customFieldId: string }>(await to(jira, 'extenderAddField', { body }), 200);
    ids.push(Number(customFieldId.replace('customfield_', '')));
  }
  return ids;
}

const deleteTwins = (jira: TestJira) => to(jira, 'extenderDeleteFields', { body: { customField: ['Twins'] } });

export const valueAnswers: AnswersTo<Ids> = {
  'extender.position-key': {
    position: async (jira) => expect(await keysOfPosition(jira)).toEqual(['position', 'position']),
    postion: async (jira) => expect(await keysOfPosition(jira)).toEqual(['postion', 'postion']),
  },
  'extender.parent-property-before-2.20': {
    'parent-id-in-answers': parentIs('parent_id', 'parentOptionId'),
    'parent-id-in-requests': parentIs('parentOptionId', 'parent_id'),
  },
  'extender.values-without-options': {
    async 'empty-list'(jira) {
      expect(await valuesOf(jira, scheme.customer)).toEqual([]);
    },
    async refused(jira) {
      expect((await to(jira, 'extenderGetValues', { path: path(scheme.customer) })).status).toBe(400);
      expect(await valuesOf(jira, scheme.browsers)).toHaveLength(4);
    },
  },
  'extender.duplicate-value': {
    async refused(jira) {
      expect((await to(jira, 'extenderAddValues', twice)).status).toBe(400);
      expect(names(await valuesOf(jira, scheme.browsers))).toEqual(before);
      await refusesRenaming(jira);
    },
    async skipped(jira) {
      expect(await messageOf(to(jira, 'extenderAddValues', twice))).toBe(
        "values 'opera' added to 10100 config scheme id",
      );
      expect(names(await valuesOf(jira, scheme.browsers))).toEqual([...before, 'opera']);
      await refusesRenaming(jira);
    },
    async added(jira) {
      expect(await messageOf(to(jira, 'extenderAddValues', twice))).toBe(
        "values 'opera', 'firefox', 'opera' added to 10100 config scheme id",
      );
      expect(names(await valuesOf(jira, scheme.browsers))).toEqual([...before, 'opera', 'firefox', 'opera']);
      expect(await messageOf(to(jira, 'extenderEditValue', toFirefox))).toContain('name: firefox');
      expect(checkWorld(jira.root, { equalOptionValues: true })).toEqual([]);
      expect(checkWorld(jira.root)).not.toEqual([]);
    },
  },
  'extender.position-beyond-end': {
    async clamped(jira) {
      const move = { path: path(scheme.browsers, value.firefox), body: { position: 14 } };
      expect(await messageOf(to(jira, 'extenderEditValue', move))).toContain('position: 4');
      expect(names(await valuesOf(jira, scheme.browsers))).toEqual(['chrome', 'safari', 'edge', 'firefox']);
    },
    async refused(jira) {
      const move = (position: number) => ({
        path: path(scheme.browsers, value.firefox),
        body: { position, name: 'x' },
      });
      const refused = await to(jira, 'extenderEditValue', move(5));
      expect([refused.status, refused.body]).toEqual([
        400,
        { message: 'there is no position 5: the level has 4 options' },
      ]);
      expect(names(await valuesOf(jira, scheme.browsers))).toEqual(before);
      expect(await messageOf(to(jira, 'extenderEditValue', move(4)))).toContain('position: 4');
    },
  },
  'extender.child-edit-without-parent': {
    async accepted(jira) {
      expect(await messageOf(to(jira, 'extenderEditValue', renameLeo()))).toContain('name: leopold, position: 2');
    },
    async refused(jira) {
      expect((await to(jira, 'extenderEditValue', renameLeo())).status).toBe(400);
      expect(await messageOf(to(jira, 'extenderEditValue', renameLeo(value.cats)))).toContain(
        'name: leopold, position: 2',
      );
    },
  },
  'extender.delete-parent-option': {
    async 'takes-children'(jira) {
      // A value that went with the one above it is deleted too.
      expect(await deleted(jira, [value.cats, value.leo])).toMatchObject({ deleted: ['10006', '10008'], skipped: [] });
      expect(names(await valuesOf(jira, scheme.animals))).toEqual(['dogs', 'fish']);
    },
    async skipped(jira) {
      expect(await deleted(jira, [value.cats, value.leo])).toMatchObject({ deleted: ['10008'], skipped: ['10006'] });
      const [cats] = (await valuesOf(jira, scheme.animals)) as [ValueBody];
      expect([cats.name, names(cats.childOptions ?? [])]).toEqual(['cats', ['micki', 'tom']]);
    },
  },
  'extender.delete-used-option': {
    async 'clears-values'(jira) {
      expect(await browsersOf(jira, 'TEST-1')).toMatchObject({ value: 'safari' });
      expect(await deleted(jira, [safariInTest])).toMatchObject({ deleted: [String(safariInTest)] });
      expect(await browsersOf(jira, 'TEST-1')).toBeNull();
    },
    async skipped(jira) {
      expect(await deleted(jira, [safariInTest, nightlyInTest])).toMatchObject({
        deleted: [String(nightlyInTest)],
        skipped: [String(safariInTest)],
      });
      expect(await browsersOf(jira, 'TEST-1')).toMatchObject({ value: 'safari' });
    },
  },
  'extender.deleted-label': {
    'name-and-id': async (jira) => expect(await labelOfCustomer(jira)).toEqual(['Customer (customfield_10006)']),
    name: async (jira) => expect(await labelOfCustomer(jira)).toEqual(['Customer']),
  },
  'extender.ambiguous-name': {
    async skipped(jira) {
      const ids = await addTwins(jira);
      expect((await deleteTwins(jira)).body).toMatchObject({ deleted: [], skipped: ['Twins'] });
      for (const id of ids) expect(jira.root.fields.has(id)).toBe(true);
    },
    async 'all-deleted'(jira) {
      const ids = await addTwins(jira);
      expect((await deleteTwins(jira)).body).toMatchObject({
        deleted: ids.map((id) => `Twins (customfield_${id})`),
        skipped: [],
      });
      for (const id of ids) expect(jira.root.fields.has(id)).toBe(false);
    },
  },
};

async function browsersOf(jira: TestJira, key: string): Promise<unknown> {
  const { fields } = bodyOf<{ fields: Record<string, unknown> }>(await jira.admin.get(`/rest/api/3/issue/${key}`), 200);
  return fields['customfield_10000'];
}

async function labelOfCustomer(jira: TestJira): Promise<unknown> {
  const body = { customField: ['Customer'] };
  return bodyOf<{ deleted: unknown }>(await to(jira, 'extenderDeleteFields', { body }), 200).deleted;
}
