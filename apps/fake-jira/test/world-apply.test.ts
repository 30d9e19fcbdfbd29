import type { WorldFile } from '@fake-jira/fixtures';
import { buildWorld } from '@fake-jira/fixtures/build-world';
import { TargetUnreachable } from '@fake-jira/target';
import type { RequestHandler } from 'express';
import type { FakeJira } from '../src/index.js';
import { keeperOf } from './support/kept.js';
import { requireSeedable } from '@fake-jira/seeding';
import { everything, presetsHere, profilesHere, timeout, worldOf } from './support/seeding-cases.js';
import {
  applyTo,
  captureFrom,
  configurationIn,
  configurationOf,
  differences,
  fake,
  makeable,
  now,
  planFor,
  withoutFields,
} from './support/seeding.js';

/** What a world made of a file has, as far as a deployment lets it be made. */
function wantedOf(file: WorldFile, profile: (typeof profilesHere)[number]): readonly object[] {
  return configurationOf(buildWorld(makeable(file, profile), { now }));
}

describe.each(profilesHere)('apply to %s', (profile) => {
  describe.each(presetsHere)('the world %s', (preset) => {
    it(
      'makes its fields, contexts, options, default values and grants, and then has nothing to do',
      async () => {
        const file = await worldOf(preset);
        const jira = await fake({ profile, world: withoutFields(file) });
        const { failures, changed, plan } = await applyTo(jira.url, file);
        expect(failures).toEqual([]);
        expect(changed).toBe(plan.fields.length);
        expect(differences(configurationOf(jira.world()), wantedOf(file, profile))).toEqual([]);

        const made = jira.world();
        const again = await applyTo(jira.url, file);
        expect(again).toMatchObject({ changed: 0, failures: [] });
        expect(again.plan.fields.flatMap(({ changes }) => changes)).toEqual([]);
        expect(differences(configurationOf(jira.world()), configurationOf(made))).toEqual([]);
      },
      timeout,
    );

    it(
      'is captured as the configuration of the file',
      async () => {
        const file = await worldOf(preset);
        const jira = await fake({ profile, world: withoutFields(file) });
        await applyTo(jira.url, file);
        const like = await fake({ profile, world: makeable(file, profile) });
        const options = { keepPersonalData: true };
        const [captured, wanted] = [await captureFrom(jira.url, options), await captureFrom(like.url, options)];
        expect(differences(configurationIn(captured.file), configurationIn(wanted.file))).toEqual([]);
      },
      timeout,
    );

    it(
      'goes on where it was when the target was stopped in the middle',
      async () => {
        const file = await worldOf(preset);
        const writes = await writesOf(profile, file);
        const stops = [0.1, 0.35, 0.6, 0.9].map((share) => Math.max(1, Math.floor(writes * share)));
        for (const stop of everything && (preset === 'demo' || preset === 'tiny') ? stops : stops.slice(1, 2)) {
          const stopper = stopAfter(stop);
          const first = await fake({ profile, world: withoutFields(file), middleware: [stopper.middleware] });
          stopper.of(first);
          await expect(applyTo(first.url, file)).rejects.toThrow(TargetUnreachable);
          const second = await fake({ profile, keeper: keeperOf(first.world()) });
          expect((await applyTo(second.url, file)).failures).toEqual([]);
          expect(differences(configurationOf(second.world()), wantedOf(file, profile))).toEqual([]);
        }
      },
      timeout,
    );
  });

  it('changes nothing for a plan', async () => {
    const file = await worldOf('demo');
    const jira = await fake({ profile, world: withoutFields(file) });
    const plan = await planFor(jira.url, file);
    expect(plan.fields.every(({ changes }) => changes[0] === 'create the field')).toBe(true);
    expect(new Set(jira.journal().map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  it('names all that has to be there and is not', async () => {
    const jira = await fake({ profile, world: { projects: [{ key: 'TEST', name: 'Test' }] } });
    const { missing } = await planFor(jira.url, {
      users: [{ name: 'steve', displayName: 'Steve Support' }],
      groups: ['support', 'nowhere'],
      projects: [{ key: 'SHOP', name: 'Shop', versions: ['1.0'] }],
      issueTypes: [{ name: 'Story' }],
      fields: [
        {
          name: 'Browsers',
          type: 'select',
          permissions: { users: ['steve'], groups: ['support'] },
          contexts: [{ projects: ['SHOP'], issueTypes: ['Story'], options: ['a'] }],
        },
        { name: 'Fixed', type: 'version', contexts: [{ default: '1.0' }] },
        { name: 'Tester', type: 'userpicker', contexts: [{ default: 'steve' }] },
        { name: 'Owners', type: 'grouppicker', contexts: [{ default: 'nowhere' }] },
      ],
    });
    const always = ['the project "SHOP"', 'the issue type "Story"'];
    const ofCloud = ['the version "SHOP/1.0"', 'the group "nowhere"', 'the user "steve" (Steve Support)'];
    const ofEditor = ['the group "support"', 'the user "steve"'];
    expect([...missing].sort()).toEqual([...always, ...(profile !== 'data-center' ? ofCloud : ofEditor)].sort());
  });

  it('leaves what the file does not name as it is', async () => {
    const jira = await fake({
      profile,
      world: {
        projects: [{ key: 'TEST', name: 'Test' }],
        fields: [
          { name: 'Other', type: 'textfield' },
          {
            name: 'Browsers',
            type: 'select',
            contexts: [
              { name: 'All', options: ['old', 'firefox'] },
              { name: 'Tests', projects: ['TEST'], options: ['x'] },
            ],
          },
        ],
      },
    });
    await applyTo(jira.url, {
      fields: [{ name: 'Browsers', type: 'select', contexts: [{ name: 'All', options: ['firefox', 'chrome'] }] }],
    });
    expect(configurationOf(jira.world())).toMatchObject([
      {
        name: 'Browsers',
        contexts: [
          { name: 'All', options: [{ value: 'firefox' }, { value: 'chrome' }, { value: 'old' }] },
          { name: 'Tests', options: [{ value: 'x' }] },
        ],
      },
      { name: 'Other' },
    ]);
  });

  it('begins nothing where a project is in a context that the file does not have', async () => {
    const projects = [{ key: 'TEST', name: 'Test' }];
    const context = (name: string) => ({ name, projects: ['TEST'], options: ['a'] });
    const there = { projects, fields: [{ name: 'B', type: 'select', contexts: [context('Mine')] }] };
    const jira = await fake({ profile, world: there });
    const plan = await planFor(jira.url, {
      ...there,
      fields: [{ name: 'B', type: 'select', contexts: [context('Yours')] }],
    });
    expect(plan.conflicts).toEqual([
      '"B" (customfield_10000): TEST is in its context "Mine", which the file does not have',
    ]);
  });

  it('tells names apart to the letter, and fields of one name by their order', async () => {
    const file: WorldFile = {
      fields: [
        { name: 'Team', type: 'select', contexts: [{ options: ['latin'] }] },
        { name: 'Tеam', type: 'select', contexts: [{ options: ['with a Cyrillic е'] }] },
        { name: 'Twin', type: 'select', id: 10500, contexts: [{ options: ['first'] }] },
        { name: 'Twin', type: 'select', id: 10501, contexts: [{ options: ['second'] }] },
        { name: 'Twin', type: 'textfield', id: 10502 },
      ],
    };
    const jira = await fake({ profile, world: withoutFields(file) });
    await applyTo(jira.url, file);
    expect(differences(configurationOf(jira.world()), wantedOf(file, profile))).toEqual([]);
    expect(await applyTo(jira.url, file)).toMatchObject({ changed: 0 });
  });

  it('mends what differs: contexts, order, disabled options, default values, grants', async () => {
    const projects = ['A', 'B', 'C'].map((letter) => ({ key: letter.repeat(3), name: letter }));
    const contexts = [
      {
        name: 'All',
        description: 'new',
        issueTypes: ['Bug'],
        options: ['a', { value: 'b', disabled: true }, 'c', 'd'],
        default: 'c',
      },
      { name: 'Some', projects: ['BBB', 'CCC'], options: ['x', 'y'] },
    ];
    const file: WorldFile = {
      projects,
      fields: [
        {
          name: 'F',
          type: 'select',
          ...(profile !== 'data-center' ? {} : { permissions: { groups: ['jira-users'] } }),
          contexts,
        },
      ],
    };
    const jira = await fake({
      profile,
      world: {
        projects,
        fields: [
          {
            name: 'F',
            type: 'select',
            ...(profile !== 'data-center' ? {} : { permissions: { users: ['bob'] } }),
            contexts: [
              { name: 'All', issueTypes: ['Task'], options: ['d', { value: 'a', disabled: true }, 'b'], default: 'd' },
              { name: 'Some', projects: ['AAA', 'BBB'], options: ['y', 'x'], default: 'x' },
            ],
          },
        ],
      },
    });
    expect(await applyTo(jira.url, file)).toMatchObject({ changed: 1, failures: [] });
    expect(differences(configurationOf(jira.world()), configurationOf(buildWorld(file, { now })))).toEqual([]);
    expect(await applyTo(jira.url, file)).toMatchObject({ changed: 0, failures: [] });
  });
});

describe('older versions of the apps', () => {
  it.each(['extender-4.2', 'extender-4.8', 'customfield-editor-2.0', 'customfield-editor-2.8'])(
    'are served too (%s)',
    async (profile) => {
      const file = await worldOf('demo');
      const jira = await fake({ profile, world: withoutFields(file) });
      expect((await applyTo(jira.url, file)).failures).toEqual([]);
      expect(differences(configurationOf(jira.world()), wantedOf(file, 'data-center'))).toEqual([]);
      expect(await applyTo(jira.url, file)).toMatchObject({ changed: 0, failures: [] });
    },
    timeout,
  );

  it.each([null, '2.20'])('or refused, where contexts cannot be kept in step (Extender %s)', (version) => {
    const facts = {
      deployment: 'data-center' as const,
      version: '9.12.0',
      customfieldEditor: null,
      extender: version === null ? null : { version, by: 'plugin manager' as const },
      protectedFields: null,
    };
    expect(() => requireSeedable(facts)).toThrow('Extender');
    expect(() => requireSeedable({ ...facts, deployment: 'cloud' })).not.toThrow();
  });
});

describe('a Cloud since April 2026', () => {
  const file: WorldFile = {
    projects: [{ key: 'TEST' }],
    issueTypes: [{ name: 'Task' }, { name: 'Bug' }],
    fields: [
      { name: 'Size', type: 'select', contexts: [{ name: 'Only TEST', projects: ['TEST'], options: ['S', 'M'] }] },
      {
        name: 'Severity',
        type: 'cascadingselect',
        contexts: [{ name: 'Of bugs', issueTypes: ['Bug'], options: [{ value: 'high', children: ['higher'] }] }],
      },
      { name: 'Colour', type: 'select', contexts: [{ name: 'Everywhere', options: ['red'], default: 'red' }] },
    ],
  };
  const why = 'a Cloud since April 2026 neither removes nor narrows the context for all projects';
  const left = [
    { what: '1 screen', why: 'apply makes custom fields only' },
    { what: 'the end of context "Default Configuration Scheme for Size" of "Size"', why },
    { what: 'projects and issue types of context "Of bugs" of "Severity"', why },
  ];

  it('keeps the context for all projects of each field, and all else is made', async () => {
    const jira = await fake({ profile: 'cloud', world: withoutFields(file) });
    const { plan, failures, changed } = await applyTo(jira.url, file);
    expect(plan.leftOut).toEqual(left);
    expect({ failures, changed }).toEqual({ failures: [], changed: 3 });
    expect(plan.fields[1]?.changes).toContain('add 1 option below "high" to "Of bugs"');
    const reach = [...jira.world().contexts.values()].map(({ name, global, issueTypeIds }) => [
      name,
      global,
      issueTypeIds.length,
    ]);
    expect(reach.sort()).toEqual([
      ['Default Configuration Scheme for Size', true, 0],
      ['Everywhere', true, 0],
      ['Of bugs', true, 0],
      ['Only TEST', false, 0],
    ]);
    expect(jira.journal({ status: 400 })).toEqual([]);
  });

  it('has nothing left to do for a second run, and says again what stays', async () => {
    const jira = await fake({ profile: 'cloud', world: withoutFields(file) });
    await applyTo(jira.url, file);
    const again = await applyTo(jira.url, file);
    expect(again).toMatchObject({ changed: 0, failures: [] });
    expect(again.plan.leftOut).toEqual(left);
  });
});

describe('what apply cannot make', () => {
  it('is listed with the reason', async () => {
    const file = await worldOf('demo');
    const jira = await fake({ profile: 'cloud', world: withoutFields(file) });
    expect((await planFor(jira.url, file)).leftOut).toEqual(
      expect.arrayContaining([
        { what: 'context "Left over" of "Platforms"', why: 'no operation makes a context for no project' },
        { what: 'field "Approvers"', why: 'no operation locks a field' },
        { what: 'field "Team"', why: 'the app example-add-on__team provides it' },
        { what: 'grants on "Browsers"', why: 'Customfield Editor is not installed' },
        { what: '6 issues', why: 'apply makes custom fields only' },
      ]),
    );
  });

  it('has the grants of a field without options in it, which Customfield Editor does not edit', async () => {
    const file = { fields: [{ name: 'Notes', type: 'textarea', permissions: { users: ['bob'] }, contexts: [{}] }] };
    const jira = await fake({ profile: 'data-center', world: 'tiny' });
    const { plan, failures } = await applyTo(jira.url, { users: [{ name: 'bob' }], ...file });
    expect(plan.leftOut).toContainEqual({
      what: 'grants on "Notes"',
      why: 'Customfield Editor does not edit a textarea',
    });
    expect(failures).toEqual([]);
  });
});

describe('a target that is busy', () => {
  it('is asked again when it says so', async () => {
    const file = await worldOf('tiny');
    let requests = 0;
    const busy: RequestHandler = (_, response, next) => {
      if (++requests % 5 !== 0) return next();
      response.status(429).set('Retry-After', '0').end();
    };
    const jira = await fake({ profile: 'cloud', world: withoutFields(file), middleware: [busy] });
    expect(await applyTo(jira.url, file)).toMatchObject({ changed: 1, failures: [] });
  });
});

/** How many requests of a run write. */
async function writesOf(profile: string, file: WorldFile): Promise<number> {
  const jira = await fake({ profile, world: withoutFields(file) });
  await applyTo(jira.url, file);
  return jira.journal().filter(({ method }) => method !== 'GET').length;
}

/** Stops a fake for good once so many writes have been answered. */
function stopAfter(writes: number) {
  let left = writes;
  let jira: FakeJira | undefined;
  const middleware: RequestHandler = (request, _, next) => {
    if (request.method === 'GET' || left-- > 0) return next();
    void jira?.close();
    request.socket.destroy();
  };
  return { middleware, of: (started: FakeJira) => void (jira = started) };
}
