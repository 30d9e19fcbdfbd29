import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { attempt, control } from '../fake.js';
import { info, readInfo } from '../world.js';

interface Question {
  readonly id: string;
  readonly asks: string;
  readonly answers: readonly string[];
  readonly answer: string;
  readonly isDefault: boolean;
  readonly evidence: string;
  readonly operations: readonly string[];
}

const questions = signal<readonly Question[]>([]);

async function readQuestions(): Promise<void> {
  questions.value = (await control<{ questions: readonly Question[] }>('questions')).questions;
}

/** What the documents leave open, and what this Jira answers. */
export function Questions() {
  useEffect(() => void attempt(readQuestions), [info.value?.profile.name]);
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">Open questions</h2>
      <p>{questions.value.length} make a difference in this profile.</p>
      {questions.value.map((question) => (
        <QuestionPart key={question.id} question={question} />
      ))}
    </section>
  );
}

function QuestionPart({ question }: { readonly question: Question }) {
  const { id, asks, answers, answer, isDefault, evidence, operations } = question;
  const change = (given: string) =>
    void attempt(async () => {
      const { profile } = await control<{ profile: { answers: Readonly<Record<string, string>> } }>('settings');
      const changed = { ...profile, answers: { ...profile.answers, [id]: given } };
      await control('settings', 'PUT', { profile: changed });
      await Promise.all([readQuestions(), readInfo()]);
    });
  return (
    <details>
      <summary>
        <code>{id}</code> {answer}
      </summary>
      <label>
        {asks}{' '}
        <select value={answer} onChange={({ currentTarget }) => change(currentTarget.value)}>
          {answers.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <p>
        {isDefault ? 'The default' : 'Answered'}: {evidence}. Operations that name it:{' '}
        {operations.join(', ') || 'none; it is about all of the API'}.
      </p>
    </details>
  );
}
