import { namedProfile, type Profile } from '@fake-jira/profile';
import { addressOf, locate } from './locate.js';
import { apiNames, operations } from './operations.js';
import { servedOperations } from './served.js';

const all = namedProfile('all');
const cloud = namedProfile('cloud');
const dataCenter = namedProfile('data-center');

/** What is found, in few words. */
function found(profile: Profile, method: string, path: string): string {
  const location = locate(profile, method, path);
  switch (location.kind) {
    case 'operation':
      return location.operation.operationId;
    case 'other methods':
      return `only ${location.methods.join(', ')}`;
    case 'nowhere':
      return `nothing of ${location.api ?? 'any API'}`;
  }
}

describe('locate', () => {
  it('finds the operation of a method at an address, with its parameters, base and version', () => {
    expect(locate(all, 'PUT', '/rest/api/2/field/customfield_1%200')).toEqual({
      kind: 'operation',
      api: 'jira-cloud',
      operation: expect.objectContaining({ operationId: 'updateCustomField' }),
      parameters: { fieldId: 'customfield_1 0' },
      base: '/rest/api/2',
      version: '2',
    });
  });

  it.each([
    ['a slash at the end', 'GET', '/rest/api/3/field/'],
    ['HEAD', 'HEAD', '/rest/api/3/field'],
  ])('takes %s for the same request', (_what, method, path) => {
    expect(found(all, method, path)).toBe('getFields');
  });

  it.each(['/rest/api/3/field//', '/rest/api/3/./field', '/rest/api/3/%66ield', '/rest/api/3/FIELD'])(
    'knows no other spelling of an address: %s',
    (path) => {
      expect(found(all, 'GET', path)).toBe('nothing of jira-cloud');
    },
  );

  it('prefers a fixed segment to a variable, for every method', () => {
    expect(found(all, 'GET', '/rest/api/3/field/search')).toBe('getFieldsPaginated');
    expect(found(all, 'PUT', '/rest/api/3/field/search')).toBe('only GET');
  });

  it('takes a fixed segment for the value of a variable where the fixed one leads nowhere', () => {
    expect(found(all, 'POST', '/rest/api/3/field/search/trash')).toBe('trashCustomField');
    // Data Center has no search.
    expect(found(dataCenter, 'GET', '/rest/api/2/field/search')).toBe('nothing of jira-cloud');
  });

  it('has each operation below the versions of its API that the deployment has', () => {
    expect(found(cloud, 'GET', '/rest/api/3/field')).toBe('getFields');
    expect(found(dataCenter, 'GET', '/rest/api/3/field')).toBe('nothing of jira-cloud');
    expect(found(dataCenter, 'GET', '/rest/api/latest/field')).toBe('getFields');
    expect(found(all, 'GET', '/rest/api/2/customFields')).toBe('getCustomFieldsDataCenter');
    expect(found(all, 'GET', '/rest/api/3/customFields')).toBe('nothing of jira-cloud');
    expect(locate(dataCenter, 'GET', '/rest/api/latest/field')).toMatchObject({ version: '2' });
    const newer = { ...cloud, answers: { 'jira.latest-version': '3' } } as const;
    expect(locate(newer, 'GET', '/rest/api/latest/field')).toMatchObject({ base: '/rest/api/latest', version: '3' });
  });

  it('says with which code a base refuses all that is below it', () => {
    const old = { ...all, customfieldEditor: '1.2' };
    const path = (base: string) => `/rest/jiracustomfieldeditorplugin/${base}/user/customfields`;
    expect(locate(old, 'GET', path('1.2'))).toMatchObject({ kind: 'operation', version: '1.2' });
    expect(locate(old, 'GET', path('1.1'))).toMatchObject({ refusal: 'operation-address-too-new' });
    expect(found(old, 'GET', path('1'))).toBe('nothing of customfield-editor');
  });

  it('finds an API where the profile has it', () => {
    const elsewhere = { ...all, protectedFields: { address: '/rest/secure/values' } };
    expect(found(elsewhere, 'PUT', '/rest/secure/values')).toBe('protectedPutValues');
    expect(found(all, 'PUT', '/rest/secure/values')).toBe('nothing of any API');
    const addresses = { editorListMyCustomFields: '/rest/jiracustomfieldeditorplugin/1/mine' };
    expect(found({ ...all, addresses }, 'GET', '/rest/jiracustomfieldeditorplugin/1/mine')).toBe(
      'editorListMyCustomFields',
    );
  });

  it('has no parameters where their percent-encoding is malformed', () => {
    expect(locate(all, 'PUT', '/rest/api/3/field/%zz')).toMatchObject({ kind: 'operation', parameters: undefined });
    expect(locate(all, 'PATCH', '/rest/api/3/field/%zz')).toMatchObject({
      kind: 'other methods',
      parameters: undefined,
    });
  });

  it.each(['all', 'cloud', 'data-center', 'customfield-editor-1.1', 'customfield-editor-1.2', 'extender-1.6'])(
    'finds every operation of the profile %s at the address that addressOf gives',
    (name) => {
      const profile = namedProfile(name);
      const served = apiNames.flatMap((api) =>
        operations(api, profile).filter(({ operationId }) => servedOperations(api, profile).has(operationId)),
      );
      const wrong = served.filter(({ operationId, method, path }) => {
        const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, variable]) => variable as string);
        const values = Object.fromEntries(names.map((variable) => [variable, `a ${variable}`]));
        const location = locate(profile, method, addressOf(operationId, { path: values }, profile));
        return !(
          location.kind === 'operation' &&
          location.operation.operationId === operationId &&
          names.every((variable) => location.parameters?.[variable] === `a ${variable}`)
        );
      });
      expect(served.length).toBeGreaterThan(0);
      expect(wrong.map(({ operationId }) => operationId)).toEqual([]);
    },
  );
});

describe('addressOf', () => {
  it('fills the variables and repeats the lists of the query', () => {
    const address = addressOf(
      'getContextsForField',
      { path: { fieldId: 'a/b' }, query: { contextId: [1, 2], isGlobalContext: true } },
      cloud,
    );
    expect(address).toBe('/rest/api/3/field/a%2Fb/context?contextId=1&contextId=2&isGlobalContext=true');
  });

  it('is the address of the instance, not of the document', () => {
    expect(addressOf('getFields', {}, dataCenter)).toBe('/rest/api/2/field');
    expect(addressOf('editorListMyCustomFields', {}, { ...all, customfieldEditor: '1.2' })).toBe(
      '/rest/jiracustomfieldeditorplugin/1.2/user/customfields',
    );
  });

  it('wants a value for every variable', () => {
    expect(() => addressOf('updateCustomField', {}, all)).toThrow(
      'The address of updateCustomField needs a value for {fieldId}.',
    );
  });
});
