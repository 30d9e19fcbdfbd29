/** Writes the questions and their answers into specs/profile.schema.json: `npm run write-schema`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { questionSchemas } from './question-schemas.js';

const file = new URL('../../../specs/profile.schema.json', import.meta.url);
const schema = JSON.parse(readFileSync(file, 'utf8')) as {
  properties: Record<'answers' | 'evidence', { properties: object }>;
};
const { answers, evidence } = questionSchemas();
schema.properties.answers.properties = answers;
schema.properties.evidence.properties = evidence;
writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
