import { extname } from 'node:path';
import { apiNames, effectiveSpec } from '@fake-jira/openapi';
import { choice } from './choices.js';
import { writeOutput } from './files.js';
import { readProfile } from '../given/profile.js';

export interface SpecOptions {
  readonly profile: string;
  readonly api: string;
  readonly out?: string;
}

/** Writes the document of an API as it is in a profile: plain OpenAPI, for anybody's tools. */
export async function spec({ profile, api, out }: SpecOptions): Promise<void> {
  const document = effectiveSpec(choice('--api', api, apiNames), await readProfile(profile));
  const json = out !== undefined && extname(out).toLowerCase() === '.json';
  const { stringify } = await import('yaml');
  const text = json ? `${JSON.stringify(document, null, 2)}\n` : stringify(document, { aliasDuplicateObjects: false });
  if (out === undefined) process.stdout.write(text);
  else writeOutput(out, text);
}
