import { readFileSync } from 'node:fs';
import { questionSchemas } from '../scripts/question-schemas.js';
import { namedProfile } from './named.js';

const schema = JSON.parse(readFileSync(new URL('../../../specs/profile.schema.json', import.meta.url), 'utf8')) as {
  properties: Record<string, { description?: string; properties?: object }>;
};

describe('specs/profile.schema.json', () => {
  it('has the members of a profile', () => {
    expect(Object.keys(schema.properties).sort()).toEqual([...Object.keys(namedProfile('all')), 'addresses'].sort());
  });

  // When this fails: npm run write-schema
  it('has the questions of the registry, with their answers and defaults', () => {
    const { answers, evidence } = questionSchemas();
    expect(schema.properties.answers?.properties).toEqual(answers);
    expect(schema.properties.evidence?.properties).toEqual(evidence);
  });

  it('describes every member', () => {
    for (const member of Object.values(schema.properties)) expect(member.description).toMatch(/\.$/);
  });
});
