import { parseProfile, ProfileError } from './parse-profile.js';

const ours = {
  name: 'our-dc',
  jira: { deployment: 'data-center', version: '9.12.0' },
  customfieldEditor: '2.7.0',
  extender: 4.16,
  protectedFields: false,
  answers: { 'jira.bare-field-id': 404 },
  evidence: { 'jira.bare-field-id': 'recording of 2025-01-31' },
};

function mistakes(value: unknown): string[] {
  try {
    parseProfile(value);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ProfileError);
    return (error as ProfileError).mistakes.map(({ path, message }) => `${path} ${message}`.trim());
  }
}

describe('reading a profile', () => {
  it('takes what YAML makes of a file, numbers included', () => {
    expect(parseProfile(ours)).toEqual({ ...ours, extender: '4.16', answers: { 'jira.bare-field-id': '404' } });
  });

  it('takes what is left out as not installed and not answered', () => {
    expect(parseProfile({ name: 'bare', jira: { deployment: 'cloud' } })).toEqual({
      name: 'bare',
      jira: { deployment: 'cloud' },
      customfieldEditor: null,
      extender: null,
      protectedFields: false,
      answers: {},
      evidence: {},
    });
  });

  it('lists all mistakes at once, each with its path', () => {
    expect(
      mistakes({
        name: '',
        jira: { deployment: 'data-center', version: 9.12 },
        extender: 'latest',
        customfieldEditor: true,
        protectedFields: 'no',
        answers: { 'jira.bare-field-id': 500, 'jira.bare-field-ids': 400 },
        evidence: { 'jira.bare-field-id': 1 },
        extnder: '1.5',
      }),
    ).toEqual([
      'extnder is not known here: did you mean extender?',
      'name must be a text, not ""',
      'jira.version must be a version in quotes such as "9.12.0", not 9.12',
      'customfieldEditor must be a version such as "3.0", "before" or null, not true',
      'extender must be a version such as "5.6", "before" or null, not "latest"',
      'protectedFields must be true, false or an object with address, not "no"',
      'answers["jira.bare-field-ids"] is no open question: did you mean jira.bare-field-id?',
      'answers["jira.bare-field-id"] must be one of 400, 404, not 500',
      'evidence["jira.bare-field-id"] must be a text, not 1',
    ]);
  });

  it('refuses a version of which YAML may have lost a nought', () => {
    expect(mistakes({ ...ours, customfieldEditor: 2.1 })).toEqual([
      'customfieldEditor must be in quotes: as a number, 2.1 and 2.10 are the same, as versions they are not',
    ]);
  });

  it('refuses what does not go with the deployment', () => {
    expect(mistakes({ ...ours, jira: { deployment: 'cloud', version: '9.12.0' } })).toEqual([
      expect.stringContaining('jira.version is not known here'),
    ]);
    expect(mistakes({ ...ours, jira: { deployment: 'cloud', date: '2025-13-01' } })).toEqual([
      expect.stringContaining('jira.date must be a month or day'),
    ]);
    expect(mistakes({ ...ours, jira: { deployment: 'server' } })).toEqual([
      'jira.deployment must be any, cloud or data-center, not "server"',
    ]);
    expect(mistakes({ ...ours, jira: undefined })).toEqual(['jira must be an object with deployment, not nothing']);
  });

  it('takes an address of its own for Protected Fields', () => {
    const address = '/rest/secure-fields/2.0/value';
    expect(parseProfile({ ...ours, protectedFields: { address } }).protectedFields).toEqual({ address });
  });

  it.each([
    undefined,
    7,
    'https://jira.example.com/rest/x',
    '/rest/',
    '/rest/a b',
    '/rest/api/3/field',
    '/rest/Extender/1',
  ])('refuses the address %j for Protected Fields', (address) => {
    expect(mistakes({ ...ours, protectedFields: { address } })).toEqual([
      `protectedFields.address must be an address below /rest/ that no other API has, such as "/rest/protected-fields/1/values", not ${address === undefined ? 'nothing' : JSON.stringify(address)}`,
    ]);
  });

  it('knows what stands beside the address of Protected Fields by mistake', () => {
    expect(mistakes({ ...ours, protectedFields: { address: '/rest/x', adress: '/rest/y' } })).toEqual([
      'protectedFields.adress is not known here: did you mean address?',
    ]);
  });

  it('takes addresses of operations, and what they rest on', () => {
    const addresses = { editorListJobs: '/rest/jiracustomfieldeditorplugin/1/jobs/of/{customFieldId}' };
    const evidence = { ...ours.evidence, editorListJobs: 'its own Swagger' };
    expect(parseProfile({ ...ours, addresses, evidence })).toMatchObject({ addresses, evidence });
    expect(mistakes({ ...ours, evidence })).toEqual([expect.stringContaining('evidence["editorListJobs"] is no open')]);
  });

  it.each(['https://jira.example.com/rest/x', '/rest/a b', '/rest/x/{', 'rest/x', '/rest/x/', 7, null])(
    'refuses %j as the address of an operation',
    (address) => {
      expect(mistakes({ ...ours, addresses: { editorListJobs: address } })).toEqual([
        `addresses["editorListJobs"] must be an address such as "/rest/jiracustomfieldeditorplugin/1/maintenance/jobs", not ${JSON.stringify(address)}`,
      ]);
    },
  );

  it('refuses addresses that are no object', () => {
    expect(mistakes({ ...ours, addresses: [] })).toEqual([
      'addresses must be an object with operations as keys, not []',
    ]);
  });

  it('refuses what is no object', () => {
    for (const value of [null, [], 'all', undefined])
      expect(mistakes(value)).toEqual([expect.stringContaining('must be an object with name and jira')]);
  });

  it('says all of it in the message of its error', () => {
    expect(() => parseProfile({ name: 'x' })).toThrow('the profile cannot be used:\n  jira must be an object');
  });
});
