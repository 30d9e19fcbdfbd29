import { namedProfile, type Profile } from '@fake-jira/profile';
import {
  BadCredentials,
  detect,
  profileOf,
  provisionerFor,
  TargetError,
  TargetLacks,
  type Credentials,
  Target,
} from '@fake-jira/target';
import type { RequestHandler } from 'express';
import { fake, targetAt } from './support/seeding.js';
import { testJira } from './support/jira.js';

const select = 'com.atlassian.jira.plugin.system.customfieldtypes:select';
const dataCenter = namedProfile('data-center');

/** No plugin manager: some instances hide it from all but system administrators. */
const withoutPluginManager: RequestHandler = (request, response, next) =>
  request.path.includes('/rest/plugins/') ? void response.status(401).end() : next();

async function factsOf(profile: string | Profile, ...middleware: RequestHandler[]) {
  const { url } = await fake({ profile, middleware });
  return detect(targetAt(url).administrator);
}

describe('what a target is', () => {
  it.each([
    [
      'cloud',
      { deployment: 'cloud', customfieldEditor: null, extender: null, protectedFields: { by: 'its behaviour' } },
    ],
    [
      'data-center',
      {
        deployment: 'data-center',
        version: '9.12.0',
        customfieldEditor: { version: '3.0', by: 'plugin manager' },
        extender: { version: '5.6', by: 'plugin manager' },
        protectedFields: null,
      },
    ],
    [
      'all',
      {
        deployment: 'cloud',
        isBoth: true,
        customfieldEditor: { version: '3.0' },
        protectedFields: { by: 'plugin manager' },
      },
    ],
    ['customfield-editor-2.8', { customfieldEditor: { version: '2.8', by: 'plugin manager' } }],
    ['extender-4.8', { extender: { version: '4.8', by: 'plugin manager' } }],
  ])('is found out of the profile %s', async (profile, facts) => {
    expect(await factsOf(profile)).toMatchObject(facts);
  });

  it('is found out from the apps themselves where the plugin manager does not say', async () => {
    const facts = await factsOf('data-center', withoutPluginManager);
    expect(facts.customfieldEditor).toMatchObject({ by: expect.not.stringContaining('plugin') });
    expect(facts.extender).toEqual({ version: null, by: 'its behaviour' });
  });

  it('has no app that is not there', async () => {
    const bare = { ...dataCenter, customfieldEditor: null, extender: null, protectedFields: false };
    const nothing = { customfieldEditor: null, extender: null, protectedFields: null };
    expect(await factsOf(bare)).toMatchObject(nothing);
    expect(await factsOf(bare, withoutPluginManager)).toMatchObject(nothing);
  });

  it('becomes a profile with which a fake is like it', async () => {
    for (const name of ['cloud', 'data-center', 'customfield-editor-2.5.4', 'extender-4.2']) {
      const { jira, customfieldEditor, extender, protectedFields } = namedProfile(name);
      expect(profileOf(await factsOf(name), 'theirs')).toMatchObject({
        name: 'theirs',
        jira,
        customfieldEditor,
        extender,
        protectedFields,
      });
    }
  });

  it('is not found out with wrong credentials', async () => {
    const { url } = await fake({ profile: 'cloud' });
    const credentials: Credentials = {
      roles: { administrator: { user: 'admin', password: 'wrong' } },
      sandbox: { projects: [], issueTypes: [] },
    };
    await expect(detect(new Target({ url, credentials }).administrator)).rejects.toThrow(BadCredentials);
  });

  it('is found out below a context path too', async () => {
    const { url } = await fake({ profile: 'data-center' });
    expect((await detect(targetAt(`${url}/jira/`).administrator)).extender).toMatchObject({ version: '5.6' });
  });
});

describe('a provisioner', () => {
  it.each([
    ['Cloud', 'cloud'],
    ['Data Center with Extender', 'data-center'],
    ['Data Center without Extender', { ...dataCenter, extender: null }],
    ['a bare Data Center', { ...dataCenter, extender: null, customfieldEditor: null }],
  ])('of %s makes scratch fields and takes them away', async (_, profile) => {
    let now = Date.UTC(2026, 0, 15);
    const jira = await fake({ profile, clock: { now: () => now } });
    const { administrator } = targetAt(jira.url);
    const delay = (milliseconds: number) => Promise.resolve(void (now += milliseconds));
    const found = profileOf(await detect(administrator), 'found');
    const provisioner = provisionerFor(found, administrator, { delay });
    const before = jira.world().fields.size;
    const ids = [
      await provisioner.createField({ name: 'Scratch 1', type: select, description: 'for a while' }),
      await provisioner.createField({ name: 'Scratch 2', type: select, description: '' }),
    ];
    const [first] = ids.map((id) => jira.world().fields.get(id));
    expect(first).toMatchObject({ name: 'Scratch 1', type: select, description: 'for a while' });
    expect(jira.world().fields.size).toBe(before + 2);
    for (const id of ids) await provisioner.removeField(id);
    expect(await provisioner.settled()).toEqual([]);
    expect([...jira.world().fields.values()].filter(({ name }) => name.startsWith('Scratch'))).toEqual([]);
  });

  it('says in the words of the target why a field was not made', async () => {
    const { url } = await fake({ profile: 'cloud' });
    const { administrator } = targetAt(url);
    const provisioner = provisionerFor(profileOf(await detect(administrator), 'found'), administrator);
    const field = { name: 'Scratch', type: 'nothing', description: '' };
    await expect(provisioner.createField(field)).rejects.toThrow(TargetError);
  });

  it('says what a target lacks before and when it is asked for', async () => {
    const { url } = await fake({ profile: { ...dataCenter, extender: null, customfieldEditor: null } });
    const { administrator } = targetAt(url);
    const provisioner = provisionerFor(profileOf(await detect(administrator), 'found'), administrator);
    const reason = 'Nothing on this target makes contexts: it has no Customfield Editor, and no Extender that does.';
    expect(provisioner.lacks('contexts')).toBe(reason);
    const context = { name: 'One more', description: '', projectIds: [], issueTypeIds: [] };
    await expect(provisioner.createContext(1, context)).rejects.toThrow(new TargetLacks(reason));
  });
});

describe('the plugin manager of a Data Center', () => {
  const path = '/rest/plugins/1.0/jiracustomfieldeditorplugin-key';

  it('shows an app, its version, and where it stands', async () => {
    const { body, status } = await testJira({ profile: 'customfield-editor-2.10' }).admin.get(path);
    expect({ status, body: body as unknown }).toEqual({
      status: 200,
      body: {
        enabled: true,
        links: { self: path },
        key: 'jiracustomfieldeditorplugin',
        name: 'Customfield Editor for Jira',
        version: '2.10',
        userInstalled: true,
      },
    });
  });

  it('shows nothing to others than administrators, knows no other app, and is not there on Cloud', async () => {
    const jira = testJira({ profile: 'data-center' });
    expect((await jira.bob.get(path)).status).toBe(401);
    expect((await jira.anonymous.get(path)).status).toBe(401);
    expect((await jira.admin.get('/rest/plugins/1.0/other-key')).status).toBe(404);
    expect((await jira.admin.get('/rest/plugins/1.0/jiracustomfieldeditorplugin')).status).toBe(404);
    expect((await jira.admin.put(path, {})).status).toBe(405);
    expect((await testJira({ profile: 'cloud' }).admin.get(path)).status).toBe(404);
  });
});
