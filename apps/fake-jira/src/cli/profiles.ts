import { answer, namedProfile, profileNames, questions, type Profile } from '@fake-jira/profile';
import { readProfile } from './profile-option.js';

/** Prints the named profiles, one a line. */
export function list(): void {
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

/** Prints one profile as YAML, with its answers, and the defaults where it has none of its own. */
export async function show(name: string): Promise<void> {
  const profile = await readProfile(name);
  const { Document } = await import('yaml');
  const answers = Object.fromEntries(questions.map(({ id }) => [id, answer(profile, id)]));
  const document = new Document({ ...profile, answers });
  for (const { id, answers: possible } of questions) {
    const value = document.getIn(['answers', id], true) as { comment?: string | null };
    value.comment = ` ${possible.join(' · ')}${profile.answers[id] === undefined ? ' (default)' : ''}`;
  }
  process.stdout.write(document.toString({ lineWidth: 0 }));
}
