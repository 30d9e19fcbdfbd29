import { answer, namedProfile, profileNames, questions, type Profile, type Question } from '@fake-jira/profile';
import type { Scalar, YAMLMap } from 'yaml';
import { readProfile } from '../given/profile.js';
import { printJson, type JsonOption } from './json-option.js';

/** Prints the named profiles, one a line, or as JSON. */
export function list({ json = false }: JsonOption): void {
  if (json) return printJson(profileNames().map((name) => namedProfile(name)));
  for (const name of profileNames()) console.log(`${name.padEnd(28)}${summary(namedProfile(name))}`);
}

function summary({ jira, customfieldEditor, extender, protectedFields }: Profile): string {
  const version = jira.deployment === 'data-center' ? ` ${jira.version}` : '';
  const apps = [
    customfieldEditor === null ? null : `Customfield Editor ${customfieldEditor}`,
    extender === null ? null : `Extender ${extender}`,
    protectedFields === false ? null : 'Protected Fields',
  ].filter((app) => app !== null);
  return [`Jira ${jira.deployment}${version}`, ...apps].join(', ');
}

/** An answer, and of the default that it is it, and what shows it where that is no assumption. */
function choiceText(one: string, { default: initial, recording, example }: Question): string {
  if (one !== initial) return one;
  if (recording !== undefined) return `${one} (default, recorded: ${recording})`;
  return `${one} (default${example === undefined ? '' : `, inferred from the example: ${example}`})`;
}

/** Prints one profile as YAML or JSON, with its answers, and the defaults where it has none of its own. */
export async function show(name: string, { json = false }: JsonOption): Promise<void> {
  const profile = await readProfile(name);
  const answers = Object.fromEntries(questions.map(({ id }) => [id, answer(profile, id)]));
  if (json) return printJson({ ...profile, answers });
  const { Document } = await import('yaml');
  const document = new Document({ ...profile, answers });
  const pairs = (document.get('answers') as YAMLMap<Scalar, Scalar>).items;
  questions.forEach((asked, at) => {
    const { key, value } = pairs[at]!;
    key.commentBefore = ` ${asked.asks}`;
    value!.comment = ` ${asked.answers.map((one) => choiceText(one, asked)).join(' · ')}`;
  });
  process.stdout.write(document.toString({ lineWidth: 0 }));
}
