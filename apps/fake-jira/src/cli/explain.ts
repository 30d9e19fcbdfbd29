import { explain, locate, type AnsweredQuestion, type Explanation } from '@fake-jira/openapi';
import { readProfile } from '../given/profile.js';
import { UsageError } from '../given/usage-error.js';

export interface ExplainOptions {
  readonly profile: string;
  readonly json?: boolean;
}

/** Prints how it is known what the fake answers to a request: by outcome, with the open questions behind it. */
export async function explainRequest(method: string, address: string, options: ExplainOptions): Promise<void> {
  const profile = await readProfile(options.profile);
  const path = (/^[^?#]*/.exec(address)?.[0] ?? '').replace(/^https?:\/\/[^/]+/, '').replace(/^\/jira(?=\/rest\/)/, '');
  const located = locate(profile, method.toUpperCase(), path);
  if (located.kind === 'other methods') {
    throw new UsageError(`${path} takes ${located.methods.join(', ')}, not ${method.toUpperCase()}.`);
  }
  if (located.kind === 'nowhere') throw new UsageError(notThere(path, profile.name));
  const explanation = explain(located.operation.operationId, profile);
  if (options.json) console.log(JSON.stringify(explanation, null, 2));
  else process.stdout.write(explanationText(explanation));
}

function notThere(path: string, profile: string): string {
  const begins = path.startsWith('/') ? '' : ' An address begins with a slash: /rest/api/3/field.';
  return `${path} is no address of the profile ${profile}.${begins} fake-jira spec --profile ${profile} lists them.`;
}

function explanationText(explanation: Explanation): string {
  const { operation, method, path, summary, access, evidence, source, behaviour, outcomes, questions } = explanation;
  return [
    `${method} ${path}  (${operation})`,
    `${summary}. ${whoMay[access] ?? access}.`,
    `${evidence}: ${source}`,
    ...behaviour.map((what) => `  ${what}`),
    ...questions.map((one) => questionText(one)),
    '',
    ...outcomes.flatMap((outcome) => [
      `${outcome.status}  ${outcome.evidence.padEnd(13)}${outcome.source === source ? '' : `${outcome.source}. `}${outcome.description}`,
      ...outcome.texts.map(
        ({ code, text, ...known }) =>
          `     ${known.evidence.padEnd(13)}${code}: ${text ?? 'no body'}${known.source === '' ? '' : ` (${known.source})`}`,
      ),
      ...outcome.questions.map((one) => questionText(one, '     ')),
    ]),
    '',
  ].join('\n');
}

const whoMay: Readonly<Record<string, string>> = {
  anonymous: 'Anybody may ask',
  user: 'Whoever has signed in may ask',
  administrator: 'Administrators may ask',
  'administrator-or-app': 'Administrators and the app of the field may ask',
};

function questionText({ id, asks, answer, isDefault, evidence }: AnsweredQuestion, indent = '  '): string {
  return `${indent}? ${id}: ${answer} (${isDefault ? 'default, ' : ''}${evidence})  ${asks}`;
}
