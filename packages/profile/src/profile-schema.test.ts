import { profileSchema } from '../scripts/profile-schema.js';
import { namedProfile } from './named.js';
import { questions } from './questions.js';

const { properties } = profileSchema() as {
  properties: Record<string, { description?: string; properties?: object; additionalProperties?: boolean }>;
};

describe('the schema of profile files', () => {
  it('has the members of a profile, each with a description', () => {
    expect(Object.keys(properties).sort()).toEqual([...Object.keys(namedProfile('all')), 'addresses'].sort());
    for (const member of Object.values(properties)) expect(member.description).toMatch(/\.$/);
  });

  it.each(['answers', 'evidence'])('has all questions, and no others, under %s', (member) => {
    expect(Object.keys(properties[member]?.properties ?? {})).toEqual(questions.map(({ id }) => id));
    expect(properties[member]?.additionalProperties).toBe(false);
  });
});
