const { syncOptions } = require('../sync-options.js');

const authorization = `Basic ${Buffer.from('admin:admin').toString('base64')}`;
const options = '/rest/api/3/field/customfield_10500/context/*/option';
const sync = (...wanted) => syncOptions({ url: jira.url, authorization, field: 'customfield_10500' }, wanted);

test('adds the options that are missing, in one request', async () => {
  expect(await sync('Aurora', 'Cumulus', 'Nimbus')).toEqual(['Cumulus', 'Nimbus']);
  expect(jira).toHaveReceived('POST', options, {
    body: { options: [{ value: 'Cumulus' }, { value: 'Nimbus' }] },
    times: 1,
  });
});

test('changes nothing where all are there: each test begins with the world of the file', async () => {
  expect(await sync('Aurora', 'Borealis')).toEqual([]);
  expect(jira).toHaveReceived('GET', options);
  expect(jira).not.toHaveReceived('POST', '/**');
});

test('says what Jira answered when it fails', async () => {
  jira.faults.add({ when: { method: 'GET' }, status: 503, times: 1 });
  await expect(sync('Cumulus')).rejects.toThrow('Jira answered 503');
});
