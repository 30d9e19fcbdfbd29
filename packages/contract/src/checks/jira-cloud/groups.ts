import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { refuses } from './errors.js';
import { shown } from './people.js';
import { refusedStart } from './refusals.js';

const { outcome } = checksOf('jira-cloud', 'groups');

const readOnly = { readOnly: true } as const;

/** The name of a group that the administrator is in. */
async function ownGroup({ admin }: Stage): Promise<string> {
  const { body } = await admin.ask('getCurrentUser', 200, { query: { expand: 'groups' } });
  return (body.groups.items as { name: string }[])[0]?.name ?? '';
}

export const groups = [
  outcome(
    'getUsersFromGroup',
    200,
    'with the members of the group',
    async (stage) => {
      const groupname = await ownGroup(stage);
      const { body } = await stage.admin.ask('getUsersFromGroup', 200, { query: { groupname } });
      expect(body).toMatchObject({ startAt: 0, maxResults: 50, total: expect.any(Number) });
      expect(body.values).toContainEqual(expect.objectContaining(shown(stage, stage.adminIdentity)));
      for (const { active } of body.values as { active: boolean }[]) expect(active).toBe(true);
    },
    readOnly,
  ),
  outcome(
    'getUsersFromGroup',
    400,
    'when no group is named',
    async (stage) => {
      refuses((await stage.admin.ask('getUsersFromGroup', 400)).body);
    },
    readOnly,
  ),
  outcome(
    'getUsersFromGroup',
    404,
    'when there is no such group',
    async (stage) => {
      const query = { groupname: 'no group has this name' };
      refuses((await stage.admin.ask('getUsersFromGroup', 404, { query })).body);
    },
    readOnly,
  ),
  refusedStart(outcome, 'getUsersFromGroup', false),
  outcome(
    'findGroups',
    200,
    'with those whose name has the text, which stands in bold',
    async (stage) => {
      const name = await ownGroup(stage);
      const text = name.slice(1, 4);
      const { body } = await stage.admin.ask('findGroups', 200, { query: { query: text, maxResults: 20 } });
      const found = body.groups as { name: string; html: string }[];
      expect(body.header).toBe(`Showing ${found.length} of ${body.total} matching groups`);
      expect(body.total).toBeGreaterThan(0);
      for (const group of found) {
        expect(group.name.toLowerCase()).toContain(text.toLowerCase());
        expect(group.html).toContain(`<b>`);
        expect(group.html.replace(/<\/?b>/g, '')).toBe(group.name);
      }
    },
    readOnly,
  ),
  outcome(
    'findGroups',
    200,
    'without those that are excluded',
    async (stage) => {
      const name = await ownGroup(stage);
      const names = async (query: Record<string, string>) => {
        const { body } = await stage.admin.ask('findGroups', 200, { query: { query: name, ...query } });
        return (body.groups as { name: string }[]).map((group) => group.name);
      };
      expect(await names({})).toContain(name);
      expect(await names({ exclude: name })).not.toContain(name);
    },
    readOnly,
  ),
  outcome(
    'findGroups',
    200,
    'with none for who has not signed in',
    async (stage) => {
      const { body } = await stage.anonymous.ask('findGroups', 200, { query: { query: await ownGroup(stage) } });
      expect(body).toMatchObject({ total: 0, groups: [] });
    },
    readOnly,
  ),
  outcome(
    'findGroups',
    400,
    'when maxResults is no number',
    async (stage) => {
      refuses((await stage.admin.ask('findGroups', 400, { query: { maxResults: 'many' } })).body);
    },
    { ...readOnly, evidence: 'inferred', edge: false, answers: { 'jira.invalid-start-at': '400' } },
  ),
];
